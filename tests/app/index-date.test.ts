import assert from 'node:assert/strict';
import {test} from 'node:test';
import {indexDate} from '../../src/app/index-date.ts';
import type {EnrolmentPeriod} from '../../src/domain/history.ts';
import type {Plan} from '../../src/domain/plan.ts';

const today = '2026-11-22';
const zone = 'America/Toronto';
const episode = (start: string, status = 'active'): EnrolmentPeriod => ({
  source: 'EpisodeOfCare',
  start,
  status,
});
const planned = (start: string, status = 'active'): EnrolmentPeriod => ({source: 'CarePlan', start, status});
const plan = (more: Partial<Plan>): Plan => ({
  id: 'p',
  version: null,
  title: null,
  status: 'active',
  start: '2026-05-22',
  end: null,
  goalIds: [],
  whatMatters: null,
  ...more,
});

const cases: readonly [string, readonly EnrolmentPeriod[], Plan | null, string | null][] = [
  ['nothing is known', [], null, null],
  ['the plan on the screen', [], plan({}), '2026-05-22'],
  ['a plan that is only presumed to be the services plan', [], plan({presumed: true}), null],
  ['a draft', [], plan({status: 'draft'}), null],
  ['an enrolment before any plan', [episode('2026-02-16')], plan({}), '2026-02-16'],
  ['the latest enrolment', [episode('2026-02-16'), episode('2025-01-01')], null, '2026-02-16'],
  ['an enrolment that has not begun', [episode('2026-12-01')], plan({}), '2026-05-22'],
  ['a waiting list', [episode('2026-02-16', 'waitlist')], plan({}), '2026-05-22'],
  ['a month is no index date', [episode('2026-02')], null, null],
  ['another plan that began later', [planned('2026-06-01')], plan({}), '2026-06-01'],
  ['a time by UTC falls on the local day', [episode('2026-02-16T03:00:00Z')], null, '2026-02-15'],
];

for (const [name, periods, shown, expected] of cases) {
  test(`index date: ${name}`, () => {
    const view = shown && {plan: shown, otherActivePlans: 0};
    assert.equal(indexDate(periods, view, zone, today), expected);
  });
}
