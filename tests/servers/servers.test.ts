import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {PERSONALITIES} from '../../sandbox/fhir/personalities.ts';
import {startSandbox, type Sandbox} from '../../sandbox/start-sandbox.ts';
import {createFetchTransport} from '../../src/transport.ts';
import type {Outcome} from './check.ts';
import type {Server} from './real-panel.ts';
import {checkRecord} from './record-suite.ts';
import {runSuite} from './run-suite.ts';

// `npm run test:servers` against every record system that the sandbox plays: by launch, and as an open server.

let sandbox: Sandbox;
before(async () => {
  sandbox = await startSandbox({
    people: [
      ...PERSONALITIES.map(({name}) => `p-${name}`),
      ...['open', 'hapi'].flatMap((name) => [1, 2, 3, 4, 5].map((n) => `${name}-${n}`)),
    ].map((id) => [{resourceType: 'Patient', id, name: [{family: 'Essai'}], birthDate: '1950-01-01'}]),
  });
});
after(() => sandbox.close());

/** Where a goal that is saved comes to stand on each. */
const places: Readonly<Record<string, 'yes' | 'note' | 'server' | 'scope'>> = {
  open: 'yes',
  readonly: 'server',
  epic: 'note',
  oracle: 'note',
  athena: 'server',
  meditech: 'server',
  openemr: 'yes',
  hapi: 'yes',
  medplum: 'yes',
  launcher: 'yes',
};

describe('the suite for real record systems', () => {
  for (const {name} of PERSONALITIES) {
    it(`holds by launch on ${name}`, async () => {
      const url = new URL(sandbox.launch({patientId: `p-${name}`, personality: name}).url);
      const {outcomes, text} = await runSuite({
        fhir: null,
        token: null,
        patient: null,
        write: true,
        launches: [
          {
            iss: url.searchParams.get('iss') ?? '',
            launch: url.searchParams.get('launch'),
            clientId: 'isp-panel',
            redirect: `${sandbox.panelUrl}/index.html`,
            tokenOrigins: [],
          },
        ],
      });
      assert.deepEqual(failures(outcomes), [], text);
      assert.match(
        outcomes.find(({numbers}) => numbers.includes(48))?.detail ?? '',
        new RegExp(`^Goal ${places[name]}`, 'u'),
      );
      const held = outcomes.filter(({result}) => result === 'holds').flatMap(({numbers}) => numbers);
      const wanted = [3, 5, 9, 22, 33, 43, ...(/yes|note/u.test(places[name] ?? '') ? [50, 52, 55, 59] : [])];
      for (const number of wanted)
        assert.ok(held.includes(number), `${number} is not told to hold:\n${text}`);
    });
  }

  for (const personality of ['open', 'hapi']) {
    it(`holds on ${personality} with the whole plan in both languages and every rung below it (conformance 63)`, async () => {
      let made = 0;
      const newPerson = (): Promise<Server> => {
        made += 1;
        const patientId = `${personality}-${made}`;
        const {token, base} = sandbox.grant(patientId, 'patient/*.cruds', {personality});
        const transport = createFetchTransport({base, getToken: () => Promise.resolve(token)});
        return Promise.resolve({base, patientId, transport, scopes: null, user: null});
      };
      const outcomes = await checkRecord(await newPerson(), {newPerson, write: true});
      assert.deepEqual(
        outcomes.filter(({result}) => result !== 'holds').map(({name, detail}) => `${name}: ${detail}`),
        [],
      );
      assert.equal(outcomes.filter(({numbers}) => numbers.includes(63)).length, 4);
    });
  }

  it('tells a server that loses what it took', async () => {
    const {token, base} = sandbox.grant('p-hapi', 'patient/*.cruds', {personality: 'hapi'});
    sandbox.faults.add({kind: 'empty200', method: 'GET', path: '/hapi/fhir/Goal'});
    try {
      const {outcomes} = await runSuite({fhir: base, token, patient: 'p-hapi', write: true, launches: []});
      assert.ok(failures(outcomes).length > 0);
    } finally {
      sandbox.faults.clear();
    }
  });

  it('says that somebody has to sign in, where the sign-in page asks', async () => {
    const {url} = sandbox.launch({patientId: 'p-open', personality: 'open', options: {ask: true}});
    const query = new URL(url).searchParams;
    const {outcomes} = await runSuite({
      fhir: null,
      token: null,
      patient: null,
      write: false,
      launches: [
        {
          iss: query.get('iss') ?? '',
          launch: query.get('launch'),
          clientId: 'isp-panel',
          redirect: `${sandbox.panelUrl}/index.html`,
          tokenOrigins: [],
        },
      ],
    });
    assert.deepEqual(failures(outcomes), []);
    assert.match(outcomes.find(({numbers}) => numbers.includes(9))?.detail ?? '', /somebody has to sign in/u);
  });
});

function failures(outcomes: readonly Outcome[]): readonly string[] {
  return outcomes.filter(({result}) => result === 'fails').map(({name, detail}) => `${name}: ${detail}`);
}
