import assert from 'node:assert/strict';
import {test} from 'node:test';
import {planStanding, usualNextReview, type PlanParts} from '../../src/app/plan-standing.ts';
import {copyState, detail} from './take-away/copy-state.ts';

function parts(followUp?: PlanParts['followUp']): PlanParts {
  const {plan, goals, today} = copyState();
  return {plan, goals, today, ...(followUp && {followUp})};
}

const reviewed = detail({reviewed: '2026-08-20', nextReview: null});

for (const [name, followUp, stale] of [
  ['the usual 180 days', undefined, false],
  ['a site that reviews every 90 days', {reviewAfterDays: 90}, true],
  ['a site that reviews once a year', {reviewAfterDays: 365}, false],
] as const) {
  test(`94 days after a review, ${name}: ${stale ? 'late' : 'in time'}`, () => {
    assert.equal(planStanding(reviewed, parts(followUp)).clock.isStale, stale);
  });
}

for (const [from, followUp, day] of [
  ['2026-11-22', undefined, '2027-05-21'],
  ['2026-11-22', {reviewAfterDays: 90}, '2027-02-20'],
  ['2026-11', undefined, ''],
] as const) {
  test(`the next review after ${from} is offered for ${day || 'no day'}`, () => {
    assert.equal(usualNextReview(from, followUp), day);
  });
}
