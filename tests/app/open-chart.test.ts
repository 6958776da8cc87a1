import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {openChart} from '../../src/app/open-chart.ts';
import {createPanel, type ChartOptions, type Panel} from '../../src/app/panel.ts';
import type {Chart} from '../../src/app/chart.ts';
import type {PanelState} from '../../src/app/state.ts';
import {defaultCountingConfig} from '../../src/domain/counting-config.ts';
import type {Goal} from '../../src/domain/goal.ts';
import type {Timers} from '../../src/fhir/timers.ts';
import type {Transport, TransportRequest} from '../../src/fhir/transport.ts';
import {createFetchTransport} from '../../src/transport.ts';
import {startSandbox, type Sandbox} from '../../sandbox/start-sandbox.ts';

const now = Date.parse('2026-11-22T15:00:00Z');
const zone = 'America/Toronto';
const scopes = 'patient/*.cruds user/Practitioner.rs user/PractitionerRole.rs user/Organization.rs';
const timers: Timers = {
  now: () => now,
  // Pauses before a repetition are over at once; what waits for first paint waits as long as that takes.
  wait: (ms, stop) =>
    ms < 2000
      ? new Promise((resolve) => setImmediate(resolve))
      : new Promise((resolve) => stop?.addEventListener('abort', () => resolve(), {once: true})),
  deadline: (_, signal) => signal ?? new AbortController().signal,
};
const {signal} = new AbortController();

let sandbox: Sandbox;

/** A way to the record of a person, and what goes over it. */
function road(patientId: string, personality = 'open') {
  const {token, base} = sandbox.grant(patientId, scopes, {personality});
  const inner = createFetchTransport({base, getToken: () => Promise.resolve(token)});
  const asked: string[] = [];
  let gate: ((request: TransportRequest) => Promise<void>) | null = null;
  const transport: Transport = {
    async request(request) {
      asked.push(`${request.method} ${request.path}`);
      await gate?.(request);
      return inner.request(request);
    },
  };
  const hold = (keep: typeof gate): void => void (gate = keep);
  return {transport, asked, base, hold};
}

function options(transport: Transport, patientId: string, more: Partial<ChartOptions> = {}): ChartOptions {
  return {
    transport,
    patientId,
    encounterId: null,
    user: 'Practitioner/qc-nurse-case-manager',
    needPatientBanner: true,
    intent: null,
    scopes,
    readonly: false,
    ...more,
  };
}

function open(chosen: ChartOptions, others: string[] = []): Chart {
  return openChart(chosen, {
    zone,
    timers,
    random: () => 0,
    newId: () => crypto.randomUUID(),
    today: () => '2026-11-22',
    tried: new Set(),
    onOtherPatient: (what) => others.push(what),
  });
}

async function settled(panel: Panel, when: (state: PanelState) => boolean): Promise<PanelState> {
  if (!when(panel.store.get())) {
    await new Promise<void>((resolve) => {
      const stop = panel.store.subscribe(() => {
        if (!when(panel.store.get())) return;
        stop();
        resolve();
      });
    });
  }
  return panel.store.get();
}

const sections = ['patient', 'use', 'plan', 'goals', 'team'] as const;

function newPanel(): Panel {
  let ids = 0;
  return createPanel({
    zone,
    timers,
    counting: defaultCountingConfig,
    configHash: 'sha256:0',
    newId: () => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`,
    random: () => 0,
  });
}

describe('a chart that is opened', () => {
  before(async () => {
    sandbox = await startSandbox({now: () => new Date(now)});
  });
  after(() => sandbox.close());

  test('the reference patient is painted by six requests, metadata included; discovery and token make eight (conformance 43)', async () => {
    const {transport, asked} = road('reference');
    const panel = newPanel();
    panel.open(options(transport, 'reference'));
    let painted: readonly string[] = [];
    await settled(panel, (state) => {
      const isPainted = sections.every((name) => state[name].status === 'ready');
      if (isPainted) painted = [...asked];
      return isPainted;
    });
    assert.deepEqual(painted.toSorted(), [
      'GET Patient/reference',
      'GET metadata',
      'POST CarePlan/_search',
      'POST CareTeam/_search',
      'POST Encounter/_search',
      'POST Goal/_search',
    ]);
    const state = await settled(
      panel,
      ({use, team}) =>
        use.status === 'ready' &&
        use.value.historyComplete &&
        team.status === 'ready' &&
        team.value.members.every(({kind, contacts}) => kind === 'patient' || contacts.length > 0),
    );
    assert.ok(
      state.use.status === 'ready' && state.goals.status === 'ready' && state.team.status === 'ready',
    );
    assert.equal(state.use.value.proof.windows.last12Months.edVisits, 11);
    assert.equal(state.use.value.proof.index, '2026-05-22');
    assert.deepEqual(
      state.goals.value.map(({rank}) => rank),
      [1, 2, 3, 4, 5],
    );
    assert.equal(state.team.value.members[0]?.contacts[0]?.value, '+1 418 555-0131');
    assert.equal(state.ignoredOtherPatient, 0);
    panel.close();
  });

  test('nothing but first paint is asked for while one of its answers is still to come', async () => {
    const {transport, asked, hold} = road('reference');
    const chart = open(options(transport, 'reference'));
    let release = (): void => undefined;
    const goalsMayCome = new Promise<void>((resolve) => (release = resolve));
    hold(({path}) => (path.startsWith('Goal') ? goalsMayCome : Promise.resolve()));
    let chunkCame = (): void => undefined;
    const firstChunk = new Promise<void>((resolve) => (chunkCame = resolve));
    let teamCame = (): void => undefined;
    const firstTeam = new Promise<void>((resolve) => (teamCame = resolve));
    const reads = [
      chart.readHistory(signal, () => chunkCame()),
      chart.readPlan(signal),
      chart.readGoals(signal),
      chart.readTeam(signal, () => teamCame()),
    ];
    await Promise.all([firstChunk, firstTeam, reads[1]]);
    assert.equal(asked.length, 4);
    release();
    await Promise.all(reads);
    assert.ok(asked.length > 4);
  });

  test('a goal is created once, listed by the plan, and read back', async () => {
    const {transport} = road('reference');
    const chart = open(options(transport, 'reference'));
    await chart.readPlan(signal);
    await chart.readAbilities(signal);
    const change = {words: {text: 'Voir la mer', lang: 'fr-CA'}, dueDate: '2027-06-01'};
    const key = '11111111-1111-4111-8111-111111111111';
    const saved = await chart.addGoal(change, key);
    assert.ok(saved.ok);
    assert.deepEqual(saved.value.notes, []);
    const again = await chart.addGoal(change, key);
    assert.equal(again.ok && again.value.value.id, saved.value.value.id);
    const goals = await chart.readGoals(signal);
    assert.equal(goals.ok && goals.value.value.filter(({words}) => words.text === 'Voir la mer').length, 1);
    const plan = await chart.readPlan(signal);
    assert.equal(plan.ok && plan.value.value.plan?.goalIds.at(-1), saved.value.value.id);
  });

  test('a goal that cannot be listed by the plan is saved, and it is told (conformance 57)', async () => {
    const {transport, asked} = road('two-plans');
    const granted = 'patient/*.rs patient/Goal.cruds';
    const chart = open(options(transport, 'two-plans', {scopes: granted}));
    await chart.readPlan(signal);
    await chart.readAbilities(signal);
    const saved = await chart.addGoal(
      {words: {text: 'Dormir', lang: null}},
      '22222222-2222-4222-8222-222222222222',
    );
    assert.deepEqual(saved.ok && saved.value.notes, [
      {kind: 'not-linked-to-plan', problem: {kind: 'unsupported', what: 'CarePlan', why: 'scope'}},
    ]);
    assert.ok(!asked.some((line) => line.startsWith('PUT CarePlan')));
  });

  async function goalOf(chart: Chart, id: string): Promise<Goal> {
    const goals = await chart.readGoals(signal);
    const goal = goals.ok ? goals.value.value.find((one) => one.id === id) : undefined;
    assert.ok(goal);
    return goal;
  }

  test('the same field changed by two people is a conflict with the time of theirs', async () => {
    const {transport} = road('reference');
    const [mine, theirs] = [open(options(transport, 'reference')), open(options(transport, 'reference'))];
    const base = await goalOf(mine, 'reference-goal-pills');
    assert.ok((await theirs.changeGoal(base, {dueDate: '2027-03-01'})).ok);
    const answer = await mine.changeGoal(base, {dueDate: '2027-04-01'});
    assert.ok(!answer.ok && answer.error.kind === 'conflict' && answer.error.conflict.what === 'goal');
    assert.deepEqual(answer.error.conflict.fields, ['dueDate']);
    assert.equal(answer.error.conflict.theirs.dueDate, '2027-03-01');
    assert.match(answer.error.conflict.theirsAt ?? '', /^2026-11-22T/);
  });

  test('a member joins the team and leaves it, with the reason, beside those who stay', async () => {
    const {transport} = road('reference');
    const chart = open(options(transport, 'reference'));
    const read = await chart.readTeam(signal);
    assert.ok(read.ok);
    const role = {
      coded: {system: 'http://snomed.info/sct', code: '106328005', display: 'Social worker'},
      text: 'Travailleuse sociale',
    };
    const person = {
      name: 'Awa Exemple',
      kind: 'practitioner',
      role,
      organization: 'CLSC Exemple',
      phone: '418 555-0188',
    } as const;
    const added = await chart.addMember(person, '33333333-3333-4333-8333-333333333333');
    assert.ok(added.ok);
    assert.equal(added.value.value.members.length, read.value.value.members.length + 1);
    const awa = added.value.value.members.find(({name}) => name === 'Awa Exemple');
    assert.deepEqual(
      [awa?.organization, awa?.contacts[0]?.value, awa?.since],
      ['CLSC Exemple', '418 555-0188', '2026-11-22'],
    );
    // Names and telephones of the others are still known.
    assert.ok(added.value.value.members.every(({name, contacts}) => name !== null && contacts.length > 0));
    assert.ok(awa);
    const ended = await chart.endMember(awa, {date: '2026-11-22', reason: 'Changed position'});
    assert.ok(ended.ok);
    const past = ended.value.value.members.find(({name}) => name === 'Awa Exemple');
    assert.deepEqual([past?.ended, past?.until, past?.endReason], [true, '2026-11-22', 'Changed position']);
  });

  test('a membership that two people end on different days shows the other day to the second one', async () => {
    const {transport} = road('reference');
    const [mine, theirs] = [open(options(transport, 'reference')), open(options(transport, 'reference'))];
    const read = await mine.readTeam(signal);
    assert.ok(read.ok && (await theirs.readTeam(signal)).ok);
    const base = read.value.value.members.find(({kind, ended}) => kind === 'practitioner' && !ended);
    assert.ok(base);
    assert.ok((await theirs.endMember(base, {date: '2026-11-20', reason: 'Moved'})).ok);
    const answer = await mine.endMember(base, {date: '2026-11-22', reason: 'Changed position'});
    assert.ok(!answer.ok && answer.error.kind === 'conflict' && answer.error.conflict.what === 'member');
    const {conflict} = answer.error;
    assert.deepEqual(
      [conflict.theirs?.name, conflict.theirs?.until, conflict.theirs?.endReason],
      [base.name, '2026-11-20', 'Moved'],
    );
  });

  test('somebody known only inside the team, by given and family name, can leave it', async () => {
    const leo = {resourceType: 'Practitioner', id: 'inside', name: [{family: 'Exemple', given: ['Léo']}]};
    sandbox.store.seed({
      resourceType: 'CareTeam',
      id: 'empty-team',
      status: 'active',
      subject: {reference: 'Patient/empty'},
      contained: [leo],
      participant: [{member: {reference: '#inside'}, role: [{text: 'Kinésiologue'}]}],
    });
    const chart = open(options(road('empty').transport, 'empty'));
    const read = await chart.readTeam(signal);
    const [member] = read.ok ? read.value.value.members : [];
    assert.equal(member?.name, 'Léo Exemple');
    const ended = member && (await chart.endMember(member, {date: '2026-11-22', reason: 'Moved'}));
    assert.deepEqual(ended?.ok && ended.value.value.members.map(({until, endReason}) => [until, endReason]), [
      ['2026-11-22', 'Moved'],
    ]);
  });

  test('a first member makes a first team', async () => {
    const {transport} = road('no-plan');
    const chart = open(options(transport, 'no-plan'));
    const read = await chart.readTeam(signal);
    assert.deepEqual(read.ok && read.value.value, {members: [], teamIds: []});
    const role = {coded: null, text: 'Neighbour'};
    const person = {name: 'Sam Example', kind: 'relative', role, organization: null, phone: null} as const;
    const added = await chart.addMember(person, '44444444-4444-4444-8444-444444444444');
    assert.deepEqual(added.ok && added.value.value.members.map(({name}) => name), ['Sam Example']);
    assert.equal(added.ok && added.value.value.teamIds.length, 1);
  });

  test('an answer asked for before a save and coming after it does not bring the old goal back', async () => {
    const {transport, hold} = road('every-goal-state');
    const chart = open(options(transport, 'every-goal-state'));
    const base = await goalOf(chart, 'every-goal-state-4');
    let release = (): void => undefined;
    const saved = new Promise<void>((resolve) => (release = resolve));
    const answers: Promise<unknown>[] = [];
    const late: Transport = {
      async request(request) {
        const answer = transport.request(request);
        if (!request.path.startsWith('Goal/_search')) return answer;
        answers.push(answer);
        await answer;
        await saved;
        return answer;
      },
    };
    hold(null);
    const second = open(options(late, 'every-goal-state'));
    const reading = second.readGoals(signal);
    const changed = await second.changeGoal(base, {words: {text: 'New words', lang: 'en'}});
    assert.ok(changed.ok);
    assert.equal(answers.length, 1);
    await Promise.all(answers);
    release();
    const goals = await reading;
    assert.equal(goals.ok && goals.value.value.find(({id}) => id === base.id)?.words.text, 'New words');
  });

  test('a server that only reads allows nothing; a read-only panel asks where the plan is kept, and allows nothing', async () => {
    const readonly = road('reference', 'readonly');
    const abilities = await open(options(readonly.transport, 'reference')).readAbilities(signal);
    assert.deepEqual(abilities.createGoal, {allowed: false, why: 'server'});
    const site = road('reference');
    const none = await open(options(site.transport, 'reference', {readonly: true})).readAbilities(signal);
    assert.deepEqual(none.updateCarePlan, {allowed: false, why: 'read-only'});
    assert.deepEqual(site.asked, ['GET metadata']);
  });

  test('abilities are unknown while metadata fails, and known by the next refresh (conformance 48)', async () => {
    const {transport, asked, hold} = road('reference');
    const chart = open(options(transport, 'reference'));
    hold(({path}) => (path === 'metadata' ? Promise.reject(new Error('refused')) : Promise.resolve()));
    assert.deepEqual((await chart.readAbilities(signal)).createGoal, {allowed: false, why: 'unknown'});
    hold(null);
    assert.deepEqual((await chart.readAbilities(signal)).createGoal, {allowed: true});
    const before = asked.length;
    await chart.readAbilities(signal);
    assert.equal(asked.length, before);
  });

  test('plans give the index date where the server has no enrolment', async () => {
    const {transport, hold} = road('reference');
    const chart = open(options(transport, 'reference'));
    hold(({path}) =>
      path.startsWith('EpisodeOfCare') ? Promise.reject(new Error('refused')) : Promise.resolve(),
    );
    await chart.readPlan(signal);
    const enrolment = await chart.readEnrolment(signal);
    assert.deepEqual(enrolment.ok && enrolment.value.value, [
      {source: 'CarePlan', start: '2026-05-22', status: 'active'},
    ]);
    assert.deepEqual(enrolment.ok && enrolment.value.gaps, [{reason: 'failed', what: 'EpisodeOfCare'}]);
  });

  test('the patient is read past every cache when it is to be proved again', async () => {
    const {transport} = road('reference');
    const modes: (string | undefined)[] = [];
    const chart = open(
      options({request: (one) => (modes.push(one.cache), transport.request(one))}, 'reference'),
    );
    await chart.readPatient(signal);
    await chart.readPatient(signal);
    assert.deepEqual(modes, [undefined, 'no-cache']);
  });

  test('records of another patient are reported while the chart is open, and never after', async () => {
    const foreign = {
      resourceType: 'Goal',
      id: 'x',
      lifecycleStatus: 'active',
      description: {text: 'No'},
      subject: {reference: 'Patient/p2'},
    };
    const body = JSON.stringify({
      resourceType: 'Bundle',
      type: 'searchset',
      total: 1,
      entry: [{resource: foreign}],
    });
    const transport: Transport = {
      request: () => Promise.resolve({status: 200, header: () => null, text: body}),
    };
    const others: string[] = [];
    const chart = open(options(transport, 'p1'), others);
    const goals = await chart.readGoals(signal);
    assert.deepEqual(goals.ok && goals.value.value, []);
    assert.deepEqual(others, ['Goal']);
    chart.close();
    await chart.readGoals(signal);
    assert.deepEqual(others, ['Goal']);
  });
});
