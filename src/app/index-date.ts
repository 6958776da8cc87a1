import {findIndex} from '../domain/find-index.ts';
import type {EnrolmentPeriod} from '../domain/history.ts';
import type {PlanView} from '../domain/plan.ts';

/**
 * The index date (R17) of what the panel has read: the plan on the screen is a candidate like the other periods, unless
 * the record does not call it a services plan.
 */
export function indexDate(
  periods: readonly EnrolmentPeriod[],
  plans: PlanView | null,
  zone: string,
  today: string,
): string | null {
  const plan = plans?.plan;
  const own: readonly EnrolmentPeriod[] =
    plan?.start && !plan.presumed ? [{source: 'CarePlan', start: plan.start, status: plan.status}] : [];
  return findIndex([...periods, ...own], today, zone);
}
