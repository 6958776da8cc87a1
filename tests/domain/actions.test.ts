import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {actionStates, stageOf, type Action} from '../../src/domain/action.ts';
import {countActions, dueOn, listActions} from '../../src/domain/action-due.ts';
import {lastReview} from '../../src/domain/last-review.ts';
import {action} from './actions.ts';

const today = '2026-11-22';

describe('the four actions of the reference plan', () => {
  const actions = [
    action('c', {due: '2026-12-05'}),
    action('d', {due: '2026-11-15', state: 'completed', doneOn: '2026-11-14'}),
    action('a', {due: '2026-11-20'}),
    action('b', {due: '2026-11-22'}),
  ];

  it('are 1 overdue, 1 due today, 1 later, 1 done', () => {
    assert.deepEqual(countActions(actions, today), {overdue: 1, today: 1, later: 1, undated: 0, done: 1});
  });

  it('are listed by due date, done ones apart', () => {
    const {open, closed} = listActions(actions);
    assert.deepEqual(
      open.map(({key}) => key),
      ['task:a', 'task:b', 'task:c'],
    );
    assert.deepEqual(
      closed.map(({key}) => key),
      ['task:d'],
    );
  });
});

describe('where a due date stands', () => {
  const cases: readonly (readonly [string | null, ReturnType<typeof dueOn>])[] = [
    ['2026-11-20', {when: 'overdue', days: 2}],
    ['2026-11-21', {when: 'overdue', days: 1}],
    ['2026-11-22', {when: 'today', days: 0}],
    ['2026-11-23', {when: 'later', days: 1}],
    ['2026-12-05', {when: 'later', days: 13}],
    ['2025-11-22', {when: 'overdue', days: 365}],
    // A month or a year is over only with its last day.
    ['2026-11', {when: 'later', days: null}],
    ['2026-10', {when: 'overdue', days: null}],
    ['2026', {when: 'later', days: null}],
    ['2025', {when: 'overdue', days: null}],
    [null, {when: 'undated', days: null}],
    ['soon', {when: 'undated', days: null}],
    ['2026-02-30', {when: 'undated', days: null}],
  ];
  for (const [due, expected] of cases) {
    it(`${due ?? 'none'} is ${expected.when}`, () => assert.deepEqual(dueOn(due, today), expected));
  }
});

describe('the order of actions', () => {
  it('puts those without a date last, and a month after its days', () => {
    const actions = [action('none'), action('month', {due: '2026-11'}), action('day', {due: '2026-11-29'})];
    assert.deepEqual(
      listActions(actions).open.map(({key}) => key),
      ['task:day', 'task:month', 'task:none'],
    );
  });

  it('shows what was given up beside what is done, the newest first, and mistakes nowhere', () => {
    const actions = [
      action('old', {state: 'completed', doneOn: '2026-01-01'}),
      action('new', {state: 'cancelled', due: '2026-06-01'}),
      action('mistake', {state: 'entered-in-error'}),
    ];
    const {open, closed} = listActions(actions);
    assert.deepEqual(open, []);
    assert.deepEqual(
      closed.map(({key}) => key),
      ['task:new', 'task:old'],
    );
  });

  it('orders what is done by its day, and what is of one day by its key, in whatever order it comes', () => {
    const actions = [
      action('b', {state: 'completed', doneOn: '2026-03-01'}),
      action('c', {state: 'completed', doneOn: '2026-05-01'}),
      action('a', {state: 'completed', doneOn: '2026-03-01'}),
      action('d', {state: 'completed'}),
      action('e', {state: 'completed', doneOn: '2026-04-01'}),
    ];
    for (const some of [actions, actions.toReversed()]) {
      assert.deepEqual(
        listActions(some).closed.map(({key}) => key),
        ['task:c', 'task:e', 'task:a', 'task:b', 'task:d'],
      );
    }
  });

  const states: readonly Action['state'][] = [...actionStates, 'unrecognized'];
  const anyAction = fc.record({
    id: fc.string({minLength: 1, maxLength: 4}),
    due: fc.option(fc.constantFrom('2026', '2026-11', '2026-11-20', '2026-11-22', '2027-01-01', 'soon')),
    state: fc.constantFrom(...states),
  });

  it('loses no action and counts each once', () => {
    fc.assert(
      fc.property(fc.array(anyAction), (many) => {
        const actions = many.map(({id, due, state}) => action(id, {due, state}));
        const {open, closed} = listActions(actions);
        const {overdue, today: now, later, undated, done} = countActions(actions, today);
        const of = (stage: string): number => actions.filter(({state}) => stageOf(state) === stage).length;
        assert.equal(open.length, of('open'));
        assert.equal(closed.length, of('done') + of('dropped'));
        assert.equal(overdue + now + later + undated, open.length);
        assert.equal(done, of('done'));
      }),
    );
  });
});

describe('the last review among the actions', () => {
  const review = (doneOn: string | null, more: Partial<Action> = {}): Action =>
    action('r', {isReview: true, state: 'completed', doneOn, ...more});
  const cases: readonly (readonly [string, readonly Action[], string | null])[] = [
    ['the newest that is completed', [review('2026-04-22'), review('2026-01-02')], '2026-04-22'],
    ['none that is still to do', [review('2026-04-22', {state: 'requested'})], null],
    ['none that is no review', [review('2026-04-22', {isReview: false})], null],
    ['none of a month', [review('2026-04')], null],
    ['none without a day', [review(null)], null],
    ['none of nothing', [], null],
  ];
  for (const [name, actions, day] of cases) it(name, () => assert.equal(lastReview(actions), day));
});
