import type {PlanClockConfig} from '../plan-clock.ts';

/** After how many days something of follow-up is due; a site may set each. */
export interface FollowUpWindows extends PlanClockConfig {
  /** Days between two contacts in the first three months of the plan. */
  readonly contactEveryDays: number;
  /** Days between two contacts after that. */
  readonly laterContactEveryDays: number;
  /** Days without contact after which that alone is said. */
  readonly noContactDays: number;
  /** Days from a discharge within which a contact is expected. */
  readonly dischargeContactDays: number;
  /** Days before its end from which a plan or a consent is said to end soon. */
  readonly endingDays: number;
}

/**
 * No study gives a frequency of contact: two weeks at first and a month later are the programme's usual ones. Three days
 * from a discharge and sixty without contact are what care-management records measured themselves by.
 */
export const defaultFollowUpWindows: FollowUpWindows = {
  reviewAfterDays: 180,
  renewAfterDays: 365,
  contactEveryDays: 14,
  laterContactEveryDays: 30,
  noContactDays: 60,
  dischargeContactDays: 3,
  endingDays: 30,
};
