import assert from 'node:assert/strict';
import {test} from 'node:test';
import {changeEnrolment} from '../../../src/app/commands/enrolment.ts';
import {settle} from '../../../src/app/commands/save-record.ts';
import {enrolmentView} from '../../../src/app/enrolment-view.ts';
import {loadEnrolments} from '../../../src/app/later/enrolments.ts';
import type {PanelState} from '../../../src/app/state.ts';
import {eachAbility} from '../../../src/domain/abilities.ts';
import {findIndex} from '../../../src/domain/find-index.ts';
import type {Enrolment} from '../../../src/domain/follow-up/enrolment.ts';
import {validateResource} from '../../../sandbox/conformance.ts';
import type {Resource} from '../../../sandbox/json.ts';
import {episodePeriod, readEpisode} from '../../../src/fhir/enrolment-period.ts';
import type {JsonObject} from '../../../src/fhir/json.ts';
import {mapEnrolment} from '../../../src/fhir/map-enrolment.ts';
import {MemoryServer, type Fault} from '../../fhir/write/memory-server.ts';
import {recordStage} from './record-stage.ts';

const zone = 'America/Toronto';
const episode = (more = ''): string =>
  `{"resourceType":"EpisodeOfCare","id":"e1","meta":{"versionId":"1"},"extension":[{"url":"http://vendor.example/x",` +
  `"valueDecimal":1.10}],"status":"active","type":[{"text":"Gestion de cas"}],"diagnosis":[{"condition":` +
  `{"reference":"Condition/c1"}}],"patient":{"reference":"Patient/p1"},"period":{"start":"2026-05-22"}${more}}`;

async function opened(texts: readonly string[] = []) {
  const server = new MemoryServer();
  for (const text of texts) server.seed(text);
  const stage = recordStage({transport: server.transport()});
  let reads = 0;
  // After a save everything is read again; what that brings is not looked at here.
  const none = (): Promise<never> => Promise.reject(new Error('not read'));
  const chart = {
    ...stage.session.chart,
    readPatient: () => {
      reads += 1;
      return none();
    },
    readHistory: none,
    readPlan: none,
    readGoals: none,
    readTeam: none,
    readEnrolment: none,
    readAbilities: none,
  };
  const session = {...stage.session, chart};
  await loadEnrolments(session);
  return {server, session, state: stage.state, save: stage.save, reads: () => reads};
}

function shown({later}: PanelState): readonly Enrolment[] {
  assert.equal(later.enrolments?.status, 'ready');
  return later.enrolments.value;
}

test('an invitation, the enrolment, a pause and the end: each with its day and reason, valid FHIR R4, one EpisodeOfCare', async () => {
  const {server, session, state, save, reads} = await opened();
  await changeEnrolment(session, {state: 'invited', date: '2026-05-02'}, 'Gestion de cas');
  assert.equal(save('enrolment')?.status, 'saved');
  assert.equal(reads(), 1, 'everything is read again: the index date may be another');
  const key = [...server.versions.keys()][0] ?? '';
  const index = (): string | null => {
    const read = readEpisode(server.current(key) as JsonObject);
    const period = read && episodePeriod(read);
    return findIndex(period ? [period] : [], '2026-11-22', zone);
  };
  assert.equal(index(), null, 'an invitation is no index date');
  await changeEnrolment(session, {state: 'enrolled', date: '2026-05-22'}, 'Gestion de cas');
  assert.equal(index(), '2026-05-22');
  await changeEnrolment(
    session,
    {state: 'paused', date: '2026-08-01', reason: 'Long séjour'},
    'Gestion de cas',
  );
  await changeEnrolment(session, {state: 'enrolled', date: '2026-09-01'}, 'Gestion de cas');
  await changeEnrolment(
    session,
    {state: 'closed', date: '2026-11-20', reason: 'Déménagement'},
    'Gestion de cas',
  );
  assert.deepEqual([...server.versions.keys()], [key]);
  assert.deepEqual(validateResource(server.current(key) as Resource), []);
  assert.equal(index(), '2026-05-22', 'a pause moves no index date');
  const [enrolment] = shown(state());
  assert.deepEqual(
    [enrolment?.state, enrolment?.date, enrolment?.reason, enrolment?.start, enrolment?.end],
    ['closed', '2026-11-20', 'Déménagement', '2026-05-22', '2026-11-20'],
  );
  assert.deepEqual(
    enrolment?.steps.map((step) => [step.state, step.from, step.to]),
    [
      ['invited', '2026-05-02', '2026-05-22'],
      ['enrolled', '2026-05-22', '2026-08-01'],
      ['paused', '2026-08-01', '2026-09-01'],
      ['enrolled', '2026-09-01', '2026-11-20'],
      ['closed', '2026-11-20', null],
    ],
  );
  await changeEnrolment(session, {state: 'enrolled', date: '2026-11-22'}, 'Gestion de cas');
  assert.equal(server.versions.size, 2, 'after the end a new enrolment begins');
});

test('a refusal is kept with its day and reason', async () => {
  const {session, state} = await opened();
  await changeEnrolment(
    session,
    {state: 'declined', date: '2026-11-22', reason: 'Manque de temps'},
    'Case management',
  );
  const [enrolment] = shown(state());
  assert.deepEqual(
    [enrolment?.state, enrolment?.date, enrolment?.reason, enrolment?.start],
    ['declined', '2026-11-22', 'Manque de temps', null],
  );
});

test('what others keep in the episode stays to the letter', async () => {
  const {server, session} = await opened([episode()]);
  await changeEnrolment(session, {state: 'paused', date: '2026-11-22', reason: 'Away'}, 'x');
  const text = server.versions.get('EpisodeOfCare/e1')?.at(-1) ?? '';
  assert.match(text, /"valueDecimal":1\.10/u);
  assert.match(text, /"diagnosis":\[\{"condition":\{"reference":"Condition\/c1"\}\}\]/u);
});

test('two people who change the enrolment at once are shown to each other, and the choice is written', async () => {
  const {server, session, state, save} = await opened([episode()]);
  server.beforePut = () =>
    server.change('EpisodeOfCare/e1', {
      status: 'finished',
      statusHistory: [{status: 'finished', period: {start: '2026-11-21'}}],
      period: {start: '2026-05-22', end: '2026-11-21'},
    });
  await changeEnrolment(session, {state: 'paused', date: '2026-11-22', reason: 'Away'}, 'x');
  const saved = save('enrolment');
  assert.equal(saved?.status, 'conflict');
  assert.deepEqual(
    saved.conflict.what === 'fields' &&
      saved.conflict.fields.map(({name, mine, theirs}) => [name, mine, theirs]),
    [
      ['state', 'paused', 'closed'],
      ['date', '2026-11-22', '2026-11-21'],
      ['reason', 'Away', null],
    ],
  );
  await settle(session, 'enrolment', {state: 'theirs', date: 'theirs', reason: 'theirs'});
  assert.equal(server.current('EpisodeOfCare/e1')['status'], 'finished');
  assert.equal(shown(state())[0]?.state, 'closed');
});

test('a reason alone is put beside the state that stands, and another day moves that', async () => {
  const {server, session, state} = await opened([
    episode(',"statusHistory":[{"status":"onhold","period":{"start":"2026-08-01"}}]').replace(
      '"active"',
      '"onhold"',
    ),
  ]);
  await changeEnrolment(session, {state: 'paused', date: '2026-08-01', reason: 'Away'}, 'x');
  assert.deepEqual([shown(state())[0]?.date, shown(state())[0]?.reason], ['2026-08-01', 'Away']);
  await changeEnrolment(session, {state: 'paused', date: '2026-08-03', reason: 'Away'}, 'x');
  assert.deepEqual([shown(state())[0]?.date, shown(state())[0]?.reason], ['2026-08-03', 'Away']);
  assert.equal(shown(state())[0]?.steps.length, 1);
  assert.equal(server.current('EpisodeOfCare/e1')['status'], 'onhold');
});

for (const fault of ['lost-after', 'error-after', 'resent', 'html'] as const satisfies readonly Fault[]) {
  test(`an enrolment is made once, whatever the network does: ${fault}`, async () => {
    const {server, session, state} = await opened();
    server.writeFaults = [fault];
    await changeEnrolment(session, {state: 'enrolled', date: '2026-11-22'}, 'x');
    if (session.state().saves['enrolment']?.status === 'failed') {
      await changeEnrolment(session, {state: 'enrolled', date: '2026-11-22'}, 'x');
    }
    assert.equal(server.all('EpisodeOfCare').filter(({status}) => status === 'active').length, 1);
    assert.equal(shown(state()).length, 1);
  });
}

const mapped: readonly (readonly [string, object, unknown])[] = [
  ['another kind of episode is none', {type: [{text: 'Physiotherapy'}]}, 'other'],
  ['a mistake is none', {status: 'entered-in-error'}, 'other'],
  ['a state that is not known cannot be read', {status: 'gone'}, null],
  ['on the waiting list', {status: 'waitlist', period: undefined}, ['waiting', null]],
  ['paused without a day', {status: 'onhold'}, ['paused', null]],
  [
    'closed by its period',
    {status: 'finished', period: {start: '2026-01-05', end: '2026-06-01'}},
    ['closed', '2026-06-01'],
  ],
  [
    'since the state before ended',
    {
      status: 'onhold',
      statusHistory: [{status: 'active', period: {start: '2026-01-05', end: '2026-06-01'}}, {status: 'x'}],
    },
    ['paused', '2026-06-01'],
  ],
  ['in the evening of Toronto', {period: {start: '2026-05-23T02:00:00Z'}}, ['enrolled', '2026-05-22']],
];
for (const [name, more, expected] of mapped) {
  test(`an episode as an enrolment: ${name}`, () => {
    const read = mapEnrolment({...(JSON.parse(episode()) as object), ...more}, zone);
    assert.deepEqual(read === null || read === 'other' ? read : [read.state, read.date], expected);
  });
}

test('what is no episode cannot be read', () => {
  assert.equal(mapEnrolment(null, zone), null);
  assert.equal(mapEnrolment({resourceType: 'EpisodeOfCare'}, zone), null);
});

test('the view: by the enrolment, else by the plan; why it cannot be changed; where the index date comes from', async () => {
  const {session, state} = await opened([episode()]);
  const use = (index: string | null) =>
    ({status: 'ready', value: {proof: {index}}, gaps: [], asOf: ''}) as never;
  session.update((now) => ({...now, use: use('2026-05-22')}));
  const first = enrolmentView(state());
  assert.deepEqual(
    [
      first?.stands?.state,
      first?.stands?.from,
      first?.open,
      first?.index,
      first?.indexFromPlan,
      first?.blocked,
    ],
    ['enrolled', 'enrolment', 'enrolled', '2026-05-22', false, null],
  );
  const plan = {
    plan: {status: 'on-hold', start: '2026-01-05', end: null, reason: null},
    crisis: null,
    rivals: [],
  };
  session.update((now) => ({
    ...now,
    use: use('2026-01-05'),
    abilities: eachAbility(() => ({allowed: false, why: 'server'})),
    later: {
      enrolments: {status: 'failed', problem: {kind: 'unsupported', what: 'EpisodeOfCare', why: 'server'}},
      plan: {status: 'ready', value: plan as never, gaps: [], asOf: ''},
    },
  }));
  const second = enrolmentView(state());
  assert.deepEqual(
    [second?.stands?.state, second?.stands?.from, second?.open, second?.indexFromPlan, second?.blocked],
    ['paused', 'plan', null, true, 'server'],
  );
  session.update((now) => ({...now, later: {}}));
  assert.equal(enrolmentView(state()), null);
});

test('enrolments whose code or server is not there are said so', async () => {
  const {session, state} = await opened();
  session.update((now) => ({...now, later: {}}));
  await loadEnrolments({...session, chart: {...session.chart, desk: () => Promise.resolve(null)}});
  assert.deepEqual(state().later.enrolments, {status: 'failed', problem: {kind: 'offline'}});
  const desk = await session.chart.desk();
  assert.ok(desk);
  session.update((now) => ({...now, later: {}}));
  await loadEnrolments({
    ...session,
    chart: {...session.chart, desk: () => Promise.resolve({...desk, has: () => false})},
  });
  const {enrolments} = state().later;
  assert.equal(enrolments?.status === 'failed' && enrolments.problem.kind, 'unsupported');
});
