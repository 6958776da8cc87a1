import assert from 'node:assert/strict';
import {test} from 'node:test';
import {defaultFollowUpWindows} from '../../../src/domain/follow-up/windows.ts';
import {planClock, type PlanClock} from '../../../src/domain/plan-clock.ts';
import {isPlanOver, planStatusAfter} from '../../../src/domain/plan-status.ts';

const today = '2026-11-22';
type Dates = Parameters<typeof planClock>[0];

const cases: readonly [string, Dates, Partial<PlanClock>][] = [
  [
    'reviewed 214 days ago',
    {start: '2026-04-22', reviewed: '2026-04-22', nextReview: null},
    {daysSinceReview: 214, isStale: true, daysToReview: null, isRenewalDue: false},
  ],
  [
    'the 180th day is not late',
    {start: null, reviewed: '2026-05-26', nextReview: null},
    {daysSinceReview: 180, isStale: false},
  ],
  [
    'the 181st day is',
    {start: null, reviewed: '2026-05-25', nextReview: null},
    {daysSinceReview: 181, isStale: true},
  ],
  [
    'never reviewed, begun long ago',
    {start: '2026-01-05', reviewed: null, nextReview: null},
    {daysSinceReview: null, isStale: true},
  ],
  [
    'never reviewed, begun lately',
    {start: '2026-11-01', reviewed: null, nextReview: null},
    {daysSinceReview: null, isStale: false},
  ],
  [
    'nothing is known',
    {start: null, reviewed: null, nextReview: null},
    {daysSinceReview: null, isStale: false, isRenewalDue: false},
  ],
  [
    'a month is nothing to reckon with',
    {start: '2020-01', reviewed: '2020', nextReview: '2027-05'},
    {daysSinceReview: null, isStale: false, daysToReview: null},
  ],
  ['next review in two weeks', {start: null, reviewed: null, nextReview: '2026-12-06'}, {daysToReview: 14}],
  [
    'next review at a time of day',
    {start: null, reviewed: null, nextReview: '2026-12-06T09:00:00-05:00'},
    {daysToReview: 14},
  ],
  ['next review was yesterday', {start: null, reviewed: null, nextReview: '2026-11-21'}, {daysToReview: -1}],
  ['running for 365 days', {start: '2025-11-22', reviewed: null, nextReview: null}, {isRenewalDue: false}],
  [
    'running for 366 days without a review',
    {start: '2025-11-21', reviewed: null, nextReview: null},
    {isRenewalDue: true},
  ],
  [
    'running for years, reviewed lately',
    {start: '2023-01-01', reviewed: '2026-11-01', nextReview: null},
    {isRenewalDue: false, isStale: false},
  ],
  [
    'a start with a time of day',
    {start: '2025-11-20T09:00:00-05:00', reviewed: null, nextReview: null},
    {isRenewalDue: true},
  ],
];

test('nothing known is never late, not even where a site reviews every day', () => {
  const clock = planClock({start: null, reviewed: null, nextReview: null}, today, {
    ...defaultFollowUpWindows,
    reviewAfterDays: 0,
    renewAfterDays: 0,
  });
  assert.deepEqual([clock.isStale, clock.isRenewalDue], [false, false]);
});

for (const [name, dates, wanted] of cases) {
  test(`plan clock: ${name}`, () => {
    const clock = planClock(dates, today);
    for (const [field, value] of Object.entries(wanted)) {
      assert.equal(clock[field as keyof PlanClock], value, field);
    }
  });
}

test('a site may set both limits', () => {
  const config = {reviewAfterDays: 30, renewAfterDays: 60};
  const dates = {start: '2026-09-01', reviewed: '2026-10-01', nextReview: null};
  assert.deepEqual(
    [planClock(dates, today, config).isStale, planClock(dates, today, config).isRenewalDue],
    [true, true],
  );
});

test('what is over stays over, and every other state that is known can be left', () => {
  for (const status of ['completed', 'revoked', 'entered-in-error'] as const) {
    assert.ok(isPlanOver(status));
    assert.deepEqual(planStatusAfter(status), []);
  }
  for (const status of ['draft', 'active', 'on-hold'] as const) {
    assert.ok(!isPlanOver(status));
    assert.ok(planStatusAfter(status).some(({to}) => isPlanOver(to)));
    assert.ok(planStatusAfter(status).every(({to}) => to !== status));
  }
});

test('whoever stops, holds or closes a plan says why', () => {
  for (const status of ['draft', 'active', 'on-hold', 'unknown'] as const) {
    for (const {to, reason} of planStatusAfter(status)) {
      assert.equal(reason === 'required', to !== 'active', `${status} to ${to}`);
    }
  }
});
