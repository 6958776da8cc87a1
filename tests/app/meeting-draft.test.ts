import assert from 'node:assert/strict';
import {test} from 'node:test';
import {goalsToAdd, meetingSteps} from '../../src/app/meeting-draft.ts';
import type {Draft} from '../../src/app/state.ts';
import {crisis, fullPlan, withPlan} from '../elements/plan/plan-details-states.ts';
import {goal} from '../elements/plan/plan-states.ts';

const labels = {present: 'Present:', excused: 'Excused:', first: 'First:'};
const steps = (draft: Draft, state = withPlan({plan: fullPlan, crisis})) =>
  meetingSteps(draft, state, labels, 'en-CA');
const names = (draft: Draft, state = withPlan({plan: fullPlan, crisis})) =>
  steps(draft, state).map(({name}) => name);

const cases: readonly (readonly [string, Draft, readonly string[]])[] = [
  ['nothing typed', {}, []],
  ['only spaces', {goal1: '  ', what1: ' '}, []],
  [
    'goals before the plan, the plan before the actions, the crisis plan last',
    {
      signs: 'Swelling',
      what1: 'Call',
      matters: 'Home',
      goal2: 'Walk',
      goal1: 'Sleep',
    },
    ['goal1', 'goal2', 'plan', 'action1', 'crisis'],
  ],
  ['what is saved is not written once more', {goal1: 'Sleep', 'done.goal1': 'x', what1: 'Call'}, ['action1']],
  ['words that are the record’s own', {matters: fullPlan.matters?.text ?? ''}, []],
  ['the day that is planned already', {nextReview: fullPlan.nextReview ?? ''}, []],
  ['who is here', {'here.Line Fictive': 'here'}, ['plan']],
  ['only who does it, without what', {who1: 'x', due1: '2026-12-05'}, []],
];
for (const [what, draft, expected] of cases) {
  test(`${what}: ${expected.join(', ') || 'nothing'}`, () => assert.deepEqual(names(draft), expected));
}

test('without a plan one is made before anything that hangs on it, even when nothing is said in it', () => {
  for (const draft of [{what1: 'Call'}, {signs: 'Swelling'}, {goal1: 'Sleep'}]) {
    const [plan] = steps(draft, withPlan({})).filter(({kind}) => kind === 'plan');
    assert.deepEqual(plan, {name: 'plan', kind: 'plan', change: {}, isNew: true});
  }
});

test('a new plan comes before the goals, so that they do not hang on the one before', () => {
  assert.deepEqual(names({goal1: 'Sleep', matters: 'Home'}, withPlan({})), ['plan', 'goal1']);
});

test('a plan that is over is not written in: the meeting makes a new one', () => {
  const [plan] = steps({matters: 'Home'}, withPlan({plan: {...fullPlan, status: 'completed'}}));
  assert.ok(plan?.kind === 'plan' && plan.isNew);
});

test('the meeting is noted with its day, who was there, who was excused, what came first', () => {
  const [plan] = steps({'here.Line Fictive': 'here', 'here.Luc Inventé': 'excused', first: 'The stairs'});
  assert.ok(plan?.kind === 'plan');
  assert.equal(
    plan.change.meeting?.text,
    '2026-11-22\nPresent: Line Fictive\nExcused: Luc Inventé\nFirst: The stairs',
  );
});

test('at most three goals are followed: as many can be added as are missing', () => {
  const open = (n: number) => ({
    goals: {
      status: 'ready' as const,
      value: Array.from({length: n}, (_, i) => goal(`g${i}`, 'Walk')),
      gaps: [],
      asOf: '',
    },
  });
  assert.deepEqual(
    [0, 1, 3, 5].map((n) => goalsToAdd(open(n))),
    [3, 2, 0, 0],
  );
});
