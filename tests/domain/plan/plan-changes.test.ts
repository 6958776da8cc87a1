import assert from 'node:assert/strict';
import {test} from 'node:test';
import {changesSince, type PlanVersion} from '../../../src/domain/plan-changes.ts';
import type {PlanDetail} from '../../../src/domain/plan-detail.ts';
import {emptyPlan} from '../../elements/plan/plan-details-states.ts';

const words = (text: string) => ({text, lang: null});
const line = {reference: 'Practitioner/line', display: 'Line Fictive'};

function version(
  day: string | null,
  detail: Partial<PlanDetail>,
  more: Partial<PlanVersion> = {},
): PlanVersion {
  return {at: day && `${day}T15:00:00Z`, day, detail: emptyPlan(detail), authors: {}, ...more};
}

const first = version('2026-04-22', {status: 'draft'});
const second = version('2026-05-22', {status: 'active', needs: words('A doctor')});
const third = version('2026-09-30', {status: 'active', needs: words('A nurse')}, {authors: {needs: line}});
const fourth = version('2026-11-01', {status: 'active', needs: words('A nurse'), barriers: words('Stairs')});
const all = [first, second, third, fourth];

const told = (versions: readonly PlanVersion[], day: string | null) =>
  changesSince(versions, day)?.changes.map(({field, at}) => [field, at?.slice(0, 10) ?? null]);

const cases: readonly (readonly [string, string | null, readonly (readonly [string, string])[]])[] = [
  [
    'from the beginning',
    null,
    [
      ['status', '2026-05-22'],
      ['needs', '2026-09-30'],
      ['barriers', '2026-11-01'],
    ],
  ],
  [
    'from the day of a version, which counts as known then',
    '2026-05-22',
    [
      ['needs', '2026-09-30'],
      ['barriers', '2026-11-01'],
    ],
  ],
  ['from a day between two versions', '2026-10-15', [['barriers', '2026-11-01']]],
  ['from today', '2026-11-22', []],
];
for (const [what, day, expected] of cases) {
  test(`what changed ${what}`, () => {
    assert.deepEqual(told(all, day), expected);
    assert.deepEqual(told(all.toReversed(), day), expected, 'in any order');
  });
}

test('what changed and changed back is no change, and is dated by its return when something else came of it', () => {
  const back = version('2026-11-10', {status: 'active', needs: words('A doctor')});
  assert.deepEqual(told([second, third, back], '2026-05-22'), []);
  assert.deepEqual(told([first, second, third, back], null), [
    ['status', '2026-05-22'],
    ['needs', '2026-11-10'],
  ]);
});

test('the author is whoever brought the words, not whoever saved last', () => {
  const found = changesSince(all, '2026-05-22');
  assert.deepEqual(
    found?.changes.map(({field, by}) => [field, by]),
    [
      ['needs', line],
      ['barriers', null],
    ],
  );
  assert.deepEqual(found?.changes[0]?.before, words('A doctor'));
});

test('a history that does not reach back to the day says so and compares with the oldest version', () => {
  assert.deepEqual(
    [
      changesSince([third, fourth], '2026-06-01')?.reaches,
      changesSince([third, fourth], '2026-06-01')?.since,
    ],
    [false, '2026-09-30'],
  );
  assert.equal(changesSince(all, '2026-06-01')?.reaches, true);
});

test('versions without a time are the oldest; without any version nothing is said', () => {
  const undated = version(null, {status: 'draft'});
  assert.deepEqual(told([fourth, undated], '2026-06-01'), [
    ['status', '2026-11-01'],
    ['needs', '2026-11-01'],
    ['barriers', '2026-11-01'],
  ]);
  assert.equal(changesSince([], '2026-06-01'), null);
});

test('another coordinator is told; another name for the same one, or an empty author, is not', () => {
  const by = (day: string, author: PlanDetail['author'] & {}): PlanVersion => version(day, {author});
  const line2 = {...line, display: 'Line F.'};
  const rose = {reference: null, display: 'Rose'};
  assert.deepEqual(told([version('2026-05-22', {}), by('2026-06-01', line)], null), [
    ['author', '2026-06-01'],
  ]);
  assert.deepEqual(told([by('2026-05-22', line), by('2026-06-01', line2), by('2026-07-01', rose)], null), [
    ['author', '2026-07-01'],
  ]);
  assert.deepEqual(told([by('2026-05-22', line), by('2026-06-01', line2)], null), []);
  assert.deepEqual(
    told([version('2026-05-22', {}), by('2026-06-01', {reference: null, display: null})], null),
    [],
  );
});
