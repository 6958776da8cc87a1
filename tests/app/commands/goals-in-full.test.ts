import assert from 'node:assert/strict';
import {test} from 'node:test';
import {rateGoal} from '../../../src/app/commands/goal-ratings.ts';
import {rankGoals} from '../../../src/app/commands/rank-goals.ts';
import {settle} from '../../../src/app/commands/save-record.ts';
import {loadRatings} from '../../../src/app/later/ratings.ts';
import type {PanelState} from '../../../src/app/state.ts';
import type {Goal} from '../../../src/domain/goal.ts';
import {asksWhatRaises, isReached, newestRatings, type GoalRating} from '../../../src/domain/goal-rating.ts';
import {mapGoalRating} from '../../../src/fhir/map-goal-rating.ts';
import type {Transport} from '../../../src/fhir/transport.ts';
import {MemoryServer, type ServerHabits} from '../../fhir/write/memory-server.ts';
import {recordStage, type RecordStage} from './record-stage.ts';

const refs = (ids: readonly string[]) => ids.map((id) => ({reference: `Goal/${id}`}));

function opened(
  habits: Partial<ServerHabits> = {},
  around: (real: Transport) => Transport = (real) => real,
): {server: MemoryServer; stage: RecordStage} {
  const server = new MemoryServer(habits);
  server.seed(
    JSON.stringify({
      resourceType: 'CarePlan',
      id: 'c1',
      meta: {versionId: '1'},
      status: 'active',
      intent: 'plan',
      subject: {reference: 'Patient/p1'},
      goal: refs(['a', 'b', 'old', 'c']),
    }),
  );
  const stage = recordStage({transport: around(server.transport())});
  stage.session.update((state) => ({
    ...state,
    plan: {
      status: 'ready',
      gaps: [],
      asOf: '',
      value: {otherActivePlans: 0, plan: {id: 'c1', version: '1', goalIds: ['a', 'b', 'old', 'c']}},
    } as unknown as PanelState['plan'],
    goals: {
      status: 'ready',
      gaps: [],
      asOf: '',
      value: ['a', 'b', 'old', 'c'].map((id) => ({id, rank: null}) as unknown as Goal),
    },
    later: {ratings: {status: 'ready', value: [], gaps: [], asOf: ''}},
  }));
  return {server, stage};
}

const held = (server: MemoryServer): readonly string[] =>
  (server.current('CarePlan/c1')['goal'] as {reference: string}[]).map(({reference}) => reference.slice(5));

function ranks({stage}: {stage: RecordStage}): Readonly<Record<string, number | null>> {
  const {goals} = stage.state();
  assert.equal(goals.status, 'ready');
  return Object.fromEntries(goals.value.map(({id, rank}) => [id, rank]));
}

test('goals put in another order have that order in the plan; one that was not among them keeps its place', async () => {
  const {server, stage} = opened();
  await rankGoals(stage.session, ['c', 'a', 'b']);
  assert.equal(stage.save('order:goals')?.status, 'saved');
  assert.deepEqual(held(server), ['c', 'a', 'old', 'b']);
  assert.deepEqual(ranks({stage}), {c: 1, a: 2, old: 3, b: 4});
});

test('a goal that the plan did not list is listed where it was put', async () => {
  const {server, stage} = opened();
  await rankGoals(stage.session, ['new', 'a', 'b', 'c']);
  assert.deepEqual(held(server), ['new', 'a', 'old', 'b', 'c']);
});

test('a goal that a colleague added meanwhile stays, and is no conflict', async () => {
  const {server, stage} = opened();
  server.change('CarePlan/c1', {goal: refs(['theirs', 'a', 'b', 'old', 'c'])});
  await rankGoals(stage.session, ['b', 'a', 'c']);
  assert.equal(stage.save('order:goals')?.status, 'saved');
  assert.deepEqual(held(server), ['theirs', 'b', 'a', 'old', 'c']);
});

test('an order that a colleague gave meanwhile is shown beside ours, and neither is chosen', async () => {
  const {server, stage} = opened();
  server.change('CarePlan/c1', {goal: refs(['c', 'a', 'b', 'old'])});
  await rankGoals(stage.session, ['b', 'a', 'c']);
  const save = stage.save('order:goals');
  assert.ok(save?.status === 'conflict' && save.conflict.what === 'fields');
  const clash = {name: 'order', base: ['a', 'b', 'c'], mine: ['b', 'a', 'c'], theirs: ['c', 'a', 'b']};
  assert.deepEqual(save.conflict.fields, [clash]);
  assert.deepEqual(held(server), ['c', 'a', 'b', 'old']);
  await settle(stage.session, 'order:goals', {order: 'mine'});
  assert.deepEqual(held(server), ['b', 'a', 'c', 'old']);
});

test('the order that stands already is not sent', async () => {
  const {server, stage} = opened();
  await rankGoals(stage.session, ['a', 'b', 'c']);
  assert.equal(stage.save('order:goals')?.status, 'saved');
  assert.equal(server.applied.length, 0);
});

test('goal attainment is written as the person’s own answer, with LOINC 107334-5 and LA34481-4 for a goal that is reached', async () => {
  const {server, stage} = opened();
  await rateGoal(stage.session, 'a', 'attainment', 0);
  assert.equal(stage.save('rating:a:attainment')?.status, 'saved');
  const [made] = server.all('Observation');
  assert.deepEqual(made?.['code'], {coding: [{system: 'http://loinc.org', code: '107334-5'}]});
  assert.deepEqual(made?.['valueCodeableConcept'], {
    coding: [{system: 'http://loinc.org', code: 'LA34481-4'}],
  });
  assert.deepEqual(made?.['focus'], [{reference: 'Goal/a'}]);
  const {ratings} = stage.state().later;
  assert.ok(ratings?.status === 'ready');
  assert.deepEqual(
    ratings.value.map(({goalId, kind, value, source, date}) => [goalId, kind, value, source, date]),
    [['a', 'attainment', 0, 'patient', '2026-11-22']],
  );
});

test('importance and confidence are numbers from 0 to 10, and nothing else is sent', async () => {
  const {server, stage} = opened();
  await rateGoal(stage.session, 'a', 'importance', 8);
  await rateGoal(stage.session, 'a', 'confidence', 3);
  for (const value of [11, -1, 2.5, Number.NaN]) await rateGoal(stage.session, 'b', 'confidence', value);
  const values = server.all('Observation').map((one) => one['valueInteger']);
  assert.deepEqual(values, [8, 3]);
});

test('an answer that is lost makes no second rating', async () => {
  for (const drops of [[], ['identifier']]) {
    const {server, stage} = opened({drops, conditionalCreate: false});
    server.writeFaults = ['lost-after'];
    server.readFaults = Array.from({length: 60}, () => 'lost');
    await rateGoal(stage.session, 'a', 'importance', 8);
    assert.equal(stage.save('rating:a:importance')?.status, 'failed');
    server.readFaults = [];
    await rateGoal(stage.session, 'a', 'importance', 8);
    assert.equal(stage.save('rating:a:importance')?.status, 'saved');
    assert.equal(server.all('Observation').filter(({status}) => status === 'final').length, 1);
  }
});

const observation = (more: object): object => ({
  resourceType: 'Observation',
  id: 'o1',
  status: 'final',
  code: {coding: [{system: 'http://loinc.org', code: '107333-7'}]},
  focus: [{reference: 'Goal/a'}],
  effectiveDateTime: '2026-11-23T03:30:00Z',
  ...more,
});

for (const [what, more, expected] of [
  [
    'an answer of LOINC',
    {valueCodeableConcept: {coding: [{system: 'http://loinc.org', code: 'LA34484-8'}]}},
    -2,
  ],
  ['a number', {valueInteger: 1}, 1],
  ['a quantity', {valueQuantity: {value: 2}}, 2],
  ['a number beyond the scale', {valueInteger: 3}, null],
  [
    'an answer of another system',
    {valueCodeableConcept: {coding: [{system: 'urn:x', code: 'LA34484-8'}]}},
    null,
  ],
  ['no value', {}, null],
  ['no goal', {valueInteger: 1, focus: [{reference: 'Condition/x'}]}, 'other'],
  ['another code', {valueInteger: 1, code: {coding: [{system: 'http://loinc.org', code: '1-8'}]}}, 'other'],
] as const) {
  test(`a rating read from ${what}`, () => {
    const read = mapGoalRating(observation(more), 'America/Toronto');
    if (typeof expected !== 'number') return assert.equal(read, expected);
    assert.ok(read !== null && read !== 'other');
    assert.deepEqual([read.value, read.source, read.date], [expected, 'practitioner', '2026-11-22']);
  });
}

test('the newest rating of each kind counts, and none that was a mistake', () => {
  const one = (more: Partial<GoalRating>): GoalRating => ({
    id: 'x',
    version: null,
    goalId: 'a',
    kind: 'importance',
    value: 1,
    source: 'patient',
    date: '2026-01-01',
    mistaken: false,
    ...more,
  });
  const newest = newestRatings(
    [
      one({value: 5, date: '2026-03-01'}),
      one({value: 4}),
      one({value: 9, date: '2026-04-01', mistaken: true}),
      one({value: 7, goalId: 'b', date: '2026-05-01'}),
      one({value: 6, date: '2026-03-01'}),
    ],
    'a',
  );
  assert.equal(newest.importance?.value, 6);
  assert.equal(newest.confidence, undefined);
});

test('a goal is reached at 0 or better', () => {
  assert.deepEqual([-2, -1, 0, 1, 2].map(isReached), [false, false, true, true, true]);
});

test('importance 8 and confidence 3 ask what would raise it', () => {
  for (const [importance, confidence, asks] of [
    [8, 3, true],
    [7, 6, true],
    [8, 7, false],
    [6, 3, false],
    [undefined, 3, false],
    [8, undefined, false],
  ] as const) {
    assert.equal(asksWhatRaises(importance, confidence), asks, `${importance} ${confidence}`);
  }
});

test('a reading that began before an answer was recorded does not take it off the screen', async () => {
  let release = (): void => undefined;
  const gate = new Promise<void>((resolve) => (release = resolve));
  const {server, stage} = opened({}, (real) => ({
    async request(request) {
      const answer = await real.request(request);
      // The list is made before the answer is recorded, and arrives after it.
      if (request.path.includes('category')) await gate;
      return answer;
    },
  }));
  const reading = loadRatings(stage.session);
  await new Promise((resolve) => setImmediate(resolve));
  await rateGoal(stage.session, 'a', 'importance', 8);
  release();
  await reading;
  const {ratings} = stage.state().later;
  assert.ok(ratings?.status === 'ready');
  assert.deepEqual(
    ratings.value.map(({value}) => value),
    [8],
  );
  assert.equal(server.all('Observation').length, 1);
});
