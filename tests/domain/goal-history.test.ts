import assert from 'node:assert/strict';
import {test} from 'node:test';
import {goalSteps, type GoalVersion} from '../../src/domain/goal-history.ts';
import type {Goal} from '../../src/domain/goal.ts';

const goal: Goal = {
  id: 'g1',
  version: '1',
  words: {text: 'Walk', lang: 'en'},
  clinical: null,
  lifecycle: 'active',
  lifecycleCode: 'active',
  achievement: null,
  domain: null,
  dueDate: null,
  startDate: '2026-04-22',
  statusDate: null,
  statusReason: null,
  expressedBy: null,
  rank: null,
  readOnly: null,
};
const version = (at: string | null, more: Partial<Goal> = {}): GoalVersion => ({
  at,
  goal: {...goal, ...more},
});

test('each step names what it changed, the newest first, in whatever order the versions came', () => {
  const steps = goalSteps([
    version('2026-06-01T10:00:00Z', {dueDate: '2026-12-01'}),
    version('2026-09-01T10:00:00Z', {dueDate: '2026-12-01', lifecycle: 'completed', statusReason: 'Reached'}),
    version('2026-04-22T10:00:00Z'),
  ]);
  assert.deepEqual(steps, [
    {
      at: '2026-09-01T10:00:00Z',
      changes: [
        {field: 'lifecycle', before: 'active', after: 'completed'},
        {field: 'statusReason', before: null, after: 'Reached'},
      ],
      linked: [],
      unlinked: [],
    },
    {
      at: '2026-06-01T10:00:00Z',
      changes: [{field: 'dueDate', before: null, after: '2026-12-01'}],
      linked: [],
      unlinked: [],
    },
  ]);
});

test('a version that changed nothing that is told, and the only version, are no steps', () => {
  assert.deepEqual(goalSteps([version('2026-04-22'), version('2026-05-01', {rank: 2, version: '2'})]), []);
  assert.deepEqual(goalSteps([version('2026-04-22')]), []);
  assert.deepEqual(goalSteps([]), []);
});

test('versions without a time stand before those with one, in the order in which they came', () => {
  const steps = goalSteps([
    version('2026-05-01', {dueDate: '2027-01-01'}),
    version(null),
    version(null, {dueDate: '2026-12-01'}),
  ]);
  assert.deepEqual(
    steps.map(({at, changes}) => [at, changes[0]?.after]),
    [
      ['2026-05-01', '2027-01-01'],
      [null, '2026-12-01'],
    ],
  );
});

test('absent and null say the same', () => {
  const {barriers: _none, ...bare} = goal;
  const old: GoalVersion = {at: '2026-04-22', goal: bare};
  assert.deepEqual(goalSteps([old, version('2026-05-01', {barriers: null})]), []);
});

const copd = {conditionId: 'c1', name: 'COPD'};
const asthma = {conditionId: 'c2', name: 'Asthma'};
const byName = {conditionId: null, name: 'Diabetes'};

for (const [what, before, after, linked, unlinked] of [
  ['the first one', null, [copd], ['COPD'], []],
  ['one more', [copd], [copd, asthma], ['Asthma'], []],
  ['one fewer', [copd, asthma], [asthma], [], ['COPD']],
  ['the last one gone', [copd], null, [], ['COPD']],
  ['one for another', [copd], [asthma], ['Asthma'], ['COPD']],
  ['another of the same name', [copd], [{conditionId: 'c3', name: 'COPD'}], ['COPD'], ['COPD']],
  ['one by its name alone', [copd], [copd, byName], ['Diabetes'], []],
  ['one by its name alone gone', [byName], [], [], ['Diabetes']],
  ['one that nothing names', [copd], [copd, {conditionId: 'c4', name: null}], [null], []],
  ['one named twice, told once', [], [asthma, asthma], ['Asthma'], []],
  [
    'two without a name',
    [],
    [
      {conditionId: 'c4', name: null},
      {conditionId: 'c5', name: null},
    ],
    [null, null],
    [],
  ],
  ['another order', [copd, asthma], [asthma, copd], [], []],
  ['another name', [copd], [{conditionId: 'c1', name: 'Chronic bronchitis'}], [], []],
  ['a name that became a reference', [{conditionId: null, name: 'COPD'}], [copd], [], []],
  ['none and an empty list', null, [], [], []],
] as const) {
  test(`linked conditions: ${what}`, () => {
    const steps = goalSteps([
      version('2026-04-22', {conditions: before}),
      version('2026-05-01', {conditions: after}),
    ]);
    const told =
      linked.length + unlinked.length > 0 ? [{at: '2026-05-01', changes: [], linked, unlinked}] : [];
    assert.deepEqual(steps, told);
  });
}

test('a condition that one version does not name has the name that another gives it', () => {
  const steps = goalSteps([
    version('2026-04-22'),
    version('2026-05-01', {conditions: [{conditionId: 'c1', name: null}]}),
    version('2026-06-01', {conditions: [copd]}),
    version('2026-07-01', {conditions: [byName]}),
  ]);
  assert.deepEqual(
    steps.map(({linked, unlinked}) => [linked, unlinked]),
    [
      [['Diabetes'], ['COPD']],
      [['COPD'], []],
    ],
  );
});
