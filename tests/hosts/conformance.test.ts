import assert from 'node:assert/strict';
import {globSync, readFileSync} from 'node:fs';
import {after, before, beforeEach, describe, it} from 'node:test';
import {startSandbox, type Sandbox} from '../../sandbox/start-sandbox.ts';
import {defaultCountingConfig} from '../../src/domain/counting-config.ts';
import {TransportError, type Transport} from '../../src/fhir/transport.ts';
import {localNetworkAdvice} from '../../src/i18n/local-network.ts';
import {problem as en} from '../../src/i18n/en/problem.ts';
import {problem as fr} from '../../src/i18n/fr/problem.ts';
import {createBundleTransport, createFetchTransport} from '../../src/transport.ts';
import {createClientTransport} from '../../src/transport/client-transport.ts';
import {newPanel, openHost, openOn, startedAt, valueOf} from './host-stage.ts';

// Statements of conformance (docs/conformance.md) that no other test proves.

const subject = {reference: 'Patient/anna'};
const visit = (id: string, code: string, start: string, end: string) => ({
  resourceType: 'Encounter',
  id,
  status: 'finished',
  class: {system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code},
  subject,
  period: {start, end},
});
const anna = [
  {resourceType: 'Patient', id: 'anna', name: [{family: 'Essai', given: ['Anna']}], birthDate: '1950-01-01'},
  visit('ed', 'EMER', '2026-10-10T10:00:00-04:00', '2026-10-10T12:00:00-04:00'),
  visit('clinic', 'AMB', '2026-10-20T10:00:00-04:00', '2026-10-20T11:00:00-04:00'),
  {
    resourceType: 'Goal',
    id: 'annas',
    meta: {versionId: '1'},
    lifecycleStatus: 'active',
    description: {text: 'Walk'},
    subject,
  },
];
const bob = [
  {resourceType: 'Patient', id: 'bob', name: [{family: 'Roy', given: ['Bob']}], birthDate: '1960-01-01'},
  {
    resourceType: 'Goal',
    id: 'bobs',
    lifecycleStatus: 'active',
    description: {text: 'Cook'},
    subject: {reference: 'Patient/bob'},
  },
];

let sandbox: Sandbox;
before(async () => {
  sandbox = await startSandbox({people: [anna, bob], now: () => new Date(startedAt)});
});
after(() => sandbox.close());
beforeEach(() => sandbox.faults.clear());

const texts = (host: {state(): {goals: Parameters<typeof valueOf>[0]}}) =>
  (valueOf(host.state().goals) as {words: {text: string}}[]).map(({words}) => words.text);
const goal = {words: {text: 'Sleep', lang: 'en-CA'}};

describe('launch', () => {
  it('an intent that nobody knows opens the panel as if there were none (conformance 20)', async () => {
    const road = openOn(sandbox, 'open', 'anna');
    const states = [];
    for (const intent of [null, 'isp-unheard-of', '<script>']) {
      const panel = newPanel();
      panel.open({...road.options, intent});
      await panel.actions.refresh();
      const {context, goals, use, team, plan} = panel.store.get();
      assert.equal(context?.intent, intent);
      states.push(JSON.stringify([goals.status, use.status, team.status, plan.status]));
      panel.close();
    }
    assert.equal(new Set(states).size, 1);
  });
});

describe('a record that a browser may not reach', () => {
  it('is said to be out of reach in both languages, with who can open the way to it (conformance 24)', async () => {
    // A refusal for want of CORS and one of the local network look the same to a page: no answer at all.
    const blocked = (): Transport => ({request: () => Promise.reject(new TransportError('network'))});
    const road = openOn(sandbox, 'open', 'anna', blocked);
    const panel = newPanel();
    panel.open(road.options);
    await panel.actions.refresh();
    const {goals} = panel.store.get();
    assert.deepEqual(goals, {status: 'failed', problem: {kind: 'offline'}});
    assert.match(
      en.words.offline.toDo,
      /technical support: the record or the browser may be keeping the panel out/u,
    );
    assert.match(
      fr.words.offline.toDo,
      /soutien technique\u00a0: le dossier ou le navigateur bloque peut-être/u,
    );
  });
});

describe('a local network that the browser keeps closed', () => {
  const permissions = (states: Readonly<Record<string, string>>) => ({
    query({name}: {readonly name: string}) {
      const state = states[name];
      return state === undefined ? Promise.reject(new TypeError('no such name')) : Promise.resolve({state});
    },
  });

  it('is told apart from a record that is out of reach, with what to do (conformance 72)', async () => {
    const denied = permissions({'local-network-access': 'denied'});
    assert.match(await localNetworkAdvice('en-CA', denied), /allow this site to reach the local network/u);
    assert.match(
      await localNetworkAdvice('fr-CA', denied),
      /permettez à ce site d’atteindre le réseau local/u,
    );
    assert.match(
      await localNetworkAdvice('en-CA', permissions({'local-network': 'denied'})),
      /local network/u,
    );
  });

  it('is not spoken of where the browser allows it, asks, or does not say (conformance 72)', async () => {
    for (const states of [{'local-network-access': 'granted'}, {'local-network-access': 'prompt'}, {}])
      assert.equal(await localNetworkAdvice('en-CA', permissions(states)), '');
    const silent = {
      query: () => {
        throw new TypeError('no permissions here');
      },
    };
    assert.equal(await localNetworkAdvice('en-CA', silent), '');
  });
});

describe('reading', () => {
  it('classes of Epic’s own are shown as unknown, and counted where the site says what they mean (conformance 36)', async () => {
    const unmapped = await openHost(sandbox, 'epic', 'anna');
    const {last12Months} = valueOf(unmapped.state().use).proof.windows;
    assert.equal(last12Months.edVisits, 0);
    assert.equal(last12Months.unclassified, 2);
    const classMap = {'urn:oid:1.2.840.114350.1.72.1.7.7.10.696784.13260|4': 'ed-visit'} as const;
    const mapped = await openHost(sandbox, 'epic', 'anna', undefined, {...defaultCountingConfig, classMap});
    assert.equal(valueOf(mapped.state().use).proof.windows.last12Months.edVisits, 1);
  });
});

describe('abilities', () => {
  for (const [status, why] of [
    [405, 'server'],
    [501, 'server'],
    [403, 'scope'],
  ] as const) {
    it(`a create that is answered ${status} is offered no more, and the reason is kept (conformance 47)`, async () => {
      const refuses = (inner: Transport): Transport => ({
        request: (request) =>
          request.method === 'POST' && request.path === 'Goal'
            ? Promise.resolve({status, text: '{"resourceType":"OperationOutcome"}', header: () => null})
            : inner.request(request),
      });
      const host = await openHost(sandbox, 'open', 'anna', refuses);
      assert.deepEqual(host.state().abilities.createGoal, {allowed: true});
      await host.panel.actions.addGoal(goal);
      assert.equal(host.state().saves['goal:new']?.status, 'failed');
      assert.deepEqual(host.state().abilities.createGoal, {allowed: false, why});
      assert.deepEqual(host.state().abilities.updateGoal, {allowed: true});
    });
  }
});

describe('embedding', () => {
  it('a token callback, a host’s own transport, a client of fhirclient and a Bundle each open the same chart (conformance 66)', async () => {
    const {token, base} = sandbox.grant('anna', 'patient/*.cruds user/Practitioner.rs');
    const callback = createFetchTransport({base, getToken: () => Promise.resolve(token)});
    const own: Transport = {request: (request) => callback.request(request)};
    const bundle = createBundleTransport({
      resourceType: 'Bundle',
      type: 'collection',
      entry: anna.map((resource) => ({resource})),
    });
    const client = createClientTransport({
      state: {serverUrl: base, tokenResponse: {access_token: token}},
      refresh: () => Promise.reject(new Error('no refresh token')),
    });
    for (const transport of [callback, own, client, bundle]) {
      const panel = newPanel();
      const {options} = openOn(sandbox, 'open', 'anna');
      panel.open({...options, transport});
      await panel.actions.refresh();
      const {patient, goals} = panel.store.get();
      assert.equal(valueOf(patient).family, 'Essai');
      assert.deepEqual(
        valueOf(goals).map(({words}) => words.text),
        ['Walk'],
      );
      panel.close();
    }
  });

  it('two panels show two patients, whatever comes when (conformance 67)', async () => {
    const [one, other] = await Promise.all([
      openHost(sandbox, 'hapi', 'anna'),
      openHost(sandbox, 'hapi', 'bob'),
    ]);
    await Promise.all([one.reopen(), other.reopen()]);
    assert.deepEqual([texts(one), texts(other)], [['Walk'], ['Cook']]);
    assert.equal(one.state().context?.patientId, 'anna');
    assert.equal(other.state().context?.patientId, 'bob');
  });

  it('another patient clears the former one in the same instant, and late answers change nothing (conformance 68) (T2)', async () => {
    const road = openOn(sandbox, 'open', 'anna');
    const next = openOn(sandbox, 'open', 'bob');
    const panel = newPanel();
    panel.open(road.options);
    await panel.actions.refresh();
    const late = panel.actions.refresh();
    const asked = road.asked.length;
    panel.open(next.options);
    const state = panel.store.get();
    assert.equal(state.context?.patientId, 'bob');
    for (const section of [state.patient, state.goals, state.plan, state.team, state.use])
      assert.equal(section.status, 'loading');
    await late;
    await panel.actions.refresh();
    assert.deepEqual(texts({state: panel.store.get}), ['Cook']);
    assert.ok(road.asked.length - asked <= 6, 'nothing more is asked for the former patient');
    panel.close();
  });

  it('a read-only panel sends no write, whatever is wished for (conformance 69)', async () => {
    const road = openOn(sandbox, 'open', 'anna');
    const panel = newPanel();
    panel.open({...road.options, readonly: true});
    await panel.actions.refresh();
    const {actions} = panel;
    await actions.addGoal(goal);
    await actions.changeGoal('annas', goal);
    await actions.addMember({
      name: 'Rose',
      kind: 'relative',
      role: {coded: null, text: 'Sister'},
      organization: null,
      phone: null,
    });
    await actions.wish('plan:new', 'createPlan', 'plan:new', {}, 'en-CA');
    const writes = road.asked.filter(({method, path}) => method !== 'GET' && !path.endsWith('/_search'));
    assert.deepEqual(writes, []);
    assert.equal(panel.store.get().saves['goal:new']?.status, 'failed');
  });

  it('no source of the panel names process, evaluates text, or writes styles and handlers into markup (conformance 70)', () => {
    const files = globSync('src/{app,domain,elements,fhir,i18n,transport}/**/*.ts').concat('src/define.ts');
    assert.ok(files.length > 200);
    for (const file of files) {
      const source = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, '');
      assert.doesNotMatch(
        source,
        /\bprocess\.|\beval\(|new Function\b|unsafeHTML|\.innerHTML|insertAdjacentHTML/u,
        file,
      );
      assert.doesNotMatch(source, /<[a-z-]+[^>]*\s(?:style|on[a-z]+)="/u, file);
      assert.doesNotMatch(source, /<(?:script|img|link|iframe)\b[^>]*https?:/u, file);
    }
  });

  it('a panel that was closed asks for nothing more and tells nobody (conformance 71)', async () => {
    const road = openOn(sandbox, 'open', 'anna');
    const panel = newPanel();
    panel.open(road.options);
    await panel.actions.refresh();
    panel.close();
    const asked = road.asked.length;
    let told = 0;
    panel.store.subscribe(() => (told += 1));
    await panel.actions.refresh();
    await panel.actions.addGoal(goal);
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual([road.asked.length, told], [asked, 0]);
  });
});
