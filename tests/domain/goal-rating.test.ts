import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  asksWhatRaises,
  isReached,
  newestRatings,
  ratingLimits,
  type GoalRating,
} from '../../src/domain/goal-rating.ts';

function rating(id: string, date: string, more: Partial<GoalRating> = {}): GoalRating {
  return {
    id,
    version: '1',
    goalId: 'g1',
    kind: 'importance',
    value: 5,
    source: 'patient',
    date,
    mistaken: false,
    ...more,
  };
}

const rows: readonly (readonly [name: string, ratings: readonly GoalRating[], ids: string])[] = [
  ['none', [], ''],
  ['the newest day, wherever it stands', [rating('a', '2026-11-02'), rating('b', '2026-11-01')], 'a'],
  ['of one day the later in the list', [rating('a', '2026-11-01'), rating('b', '2026-11-01')], 'b'],
  ['not those of another goal', [rating('a', '2026-11-01', {goalId: 'g2'})], ''],
  ['not what was a mistake', [rating('a', '2026-11-02', {mistaken: true}), rating('b', '2026-11-01')], 'b'],
  [
    'each kind for itself',
    [rating('a', '2026-11-01'), rating('b', '2026-11-02', {kind: 'confidence'})],
    'a b',
  ],
];
for (const [name, ratings, ids] of rows) {
  test(`the newest ratings of a goal: ${name}`, () => {
    const found = newestRatings(ratings, 'g1');
    const order = [found.attainment, found.importance, found.confidence];
    assert.equal(order.flatMap((one) => one?.id ?? []).join(' '), ids);
  });
}

test('goal attainment scaling goes from -2 to 2, importance and confidence from 0 to 10', () => {
  assert.deepEqual(ratingLimits, {
    attainment: {min: -2, max: 2},
    importance: {min: 0, max: 10},
    confidence: {min: 0, max: 10},
  });
});

for (const [value, expected] of [
  [-2, false],
  [-1, false],
  [0, true],
  [1, true],
  [2, true],
] as const) {
  test(`an attainment of ${value} ${expected ? 'is' : 'is not'} the goal reached`, () =>
    assert.equal(isReached(value), expected));
}

const raises: readonly (readonly [number | undefined, number | undefined, boolean])[] = [
  [7, 6, true],
  [6, 6, false],
  [7, 7, false],
  [10, 0, true],
  [undefined, 3, false],
  [9, undefined, false],
  [undefined, undefined, false],
];
for (const [importance, confidence, expected] of raises) {
  test(`importance ${importance}, confidence ${confidence}: ${expected ? 'asks' : 'does not ask'} what would raise it`, () =>
    assert.equal(asksWhatRaises(importance, confidence), expected));
}
