import {defaultFollowUpWindows} from './follow-up/windows.ts';
import {parseDay} from './time.ts';

/** After how many days a plan is to be reviewed and renewed; a site may set both. */
export interface PlanClockConfig {
  readonly reviewAfterDays: number;
  readonly renewAfterDays: number;
}

/** How fresh a plan is on a day. */
export interface PlanClock {
  /** Whole days since the last review; null when none is recorded. */
  readonly daysSinceReview: number | null;
  /** True when the last review is longer ago than the limit: the plan is to be checked before it is used. */
  readonly isStale: boolean;
  /** Days until the planned review; negative when the day has passed; null when none is planned. */
  readonly daysToReview: number | null;
  /** True when the plan has been running longer than the limit without a renewal. */
  readonly isRenewalDue: boolean;
}

/**
 * Where a plan stands on the local day `today`. Without a review the days run from the start. All dates are local days
 * (YYYY-MM-DD); a month or a year is nothing to reckon with and makes nothing stale.
 */
export function planClock(
  plan: {readonly start: string | null; readonly reviewed: string | null; readonly nextReview: string | null},
  today: string,
  config: PlanClockConfig = defaultFollowUpWindows,
): PlanClock {
  const since = (date: string | null): number | null => between(date, today);
  const daysSinceReview = since(plan.reviewed);
  const age = since(plan.start);
  const toReview = plan.nextReview === null ? null : between(today, plan.nextReview);
  return {
    daysSinceReview,
    isStale: (daysSinceReview ?? age ?? 0) > config.reviewAfterDays,
    daysToReview: toReview,
    isRenewalDue:
      (age ?? 0) > config.renewAfterDays && (daysSinceReview ?? age ?? 0) > config.reviewAfterDays,
  };
}

/** Whole days from one local day to another; null when one is none. */
function between(from: string | null, to: string): number | null {
  const [first, last] = [parseDay((from ?? '').slice(0, 10)), parseDay(to.slice(0, 10))];
  return first === null || last === null ? null : last - first;
}
