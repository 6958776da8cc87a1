import {dueOn} from '../action-due.ts';
import {stageOf, type Action} from '../action.ts';
import {compare} from '../compare.ts';
import type {Instrument} from '../measures/instruments.ts';
import {planClock} from '../plan-clock.ts';
import type {PlanDetail} from '../plan-detail.ts';
import {isPlanOver} from '../plan-status.ts';
import {dayText, parseDay} from '../time.ts';
import type {Cadence} from './cadence.ts';
import {endOfConsent} from './consent-end.ts';
import {isResting, type EnrolmentState} from './enrolment.ts';
import type {LastDischarge} from './last-discharge.ts';
import type {FollowUpWindows} from './windows.ts';

/** One thing that is due, with the day on which it was or is (YYYY-MM-DD; null when only a month or a year is known). */
export type DueItem = {readonly day: string | null} & (
  | {
      readonly kind: 'discharge';
      readonly from: LastDischarge['kind'];
      readonly discharged: string;
      readonly days: number;
    }
  | {
      readonly kind: 'contact';
      readonly last: string | null;
      readonly daysSince: number | null;
      readonly planned: boolean;
    }
  /** `own` when it is up to the signed-in user; `days` overdue, 0 today, null when only a month or a year is known. */
  | {readonly kind: 'action'; readonly action: Action; readonly days: number | null; readonly own: boolean}
  | {
      readonly kind: 'review';
      readonly planned: boolean;
      readonly reviewed: string | null;
      readonly days: number | null;
    }
  | {readonly kind: 'renewal'; readonly start: string}
  | {readonly kind: 'plan-end'; readonly isOver: boolean}
  /** `who`: with whom; null for what the plan itself says of sharing. */
  | {readonly kind: 'consent-end'; readonly isOver: boolean; readonly who: string | null}
  | {readonly kind: 'measures'; readonly instruments: readonly Instrument[]}
);

/** What is known of the person; null where it could not be read: nothing is said to be due for want of an answer. */
export interface DueFacts {
  readonly discharge: LastDischarge | null;
  readonly cadence: Cadence | null;
  readonly actions: readonly Action[] | null;
  readonly plan: PlanDetail | null;
  /** Instruments by the day until which they are on time. */
  readonly measures: ReadonlyMap<string, readonly Instrument[]> | null;
  /** Consents to share with somebody of the team, by name, each with its last day (YYYY-MM-DD). */
  readonly consents: readonly {readonly who: string; readonly until: string}[];
  /** How the person stands in the programme; null when no enrolment says it. */
  readonly enrolled: EnrolmentState | null;
  /** References of the signed-in user: the person, and the positions by which they stand on the team. */
  readonly user: readonly string[];
}

/** Parts of the record that the list is made from. */
export type DuePart = 'contacts' | 'actions' | 'plan' | 'measures' | 'use';

/** At one day the more pressing kind comes first; a discharge without contact comes before everything. */
const order: readonly DueItem['kind'][] = [
  'discharge',
  'action',
  'contact',
  'review',
  'consent-end',
  'plan-end',
  'renewal',
  'measures',
];

/**
 * What is due on the local day `today`, the most urgent first: a discharge without contact, then what is up to the
 * signed-in user, then by the day on which each was due. What is due later is left out, but for what ends soon and the scores whose time it is.
 */
export function dueList(facts: DueFacts, today: string, windows: FollowUpWindows): readonly DueItem[] {
  const items = [
    ...dischargeDue(facts, windows),
    ...actionsDue(facts, today),
    ...contactDue(facts, today),
    ...planDue(facts, today, windows),
    ...consentsDue(facts, today, windows),
    ...[...(facts.measures ?? [])].map(([day, instruments]): DueItem => ({
      kind: 'measures',
      day,
      instruments,
    })),
  ];
  const rank = ({kind}: DueItem): number => order.indexOf(kind);
  const first = (item: DueItem): number =>
    item.kind === 'discharge' ? 0 : item.kind === 'action' && item.own ? 1 : 2;
  // What has no whole day is overdue by a month or a year: it comes first.
  return items.toSorted((a, b) => first(a) - first(b) || compare(a.day, b.day) || rank(a) - rank(b));
}

function dischargeDue({discharge}: DueFacts, windows: FollowUpWindows): readonly DueItem[] {
  if (!discharge || discharge.contact !== null) return [];
  const {kind, discharged, days} = discharge;
  // A discharge of long ago says no more than the rhythm of contact does.
  if (days < windows.dischargeContactDays || days > windows.noContactDays) return [];
  const day = dayText((parseDay(discharged) as number) + windows.dischargeContactDays);
  return [{kind: 'discharge', day, from: kind, discharged, days}];
}

function actionsDue({actions, user}: DueFacts, today: string): readonly DueItem[] {
  return (actions ?? []).flatMap((action): readonly DueItem[] => {
    if (action.isReview || stageOf(action.state) !== 'open') return [];
    const {when, days} = dueOn(action.due, today);
    if (when !== 'overdue' && when !== 'today') return [];
    const own = user.includes(action.who?.reference ?? '');
    const day = parseDay(action.due ?? '') === null ? null : action.due;
    return [{kind: 'action', day, action, days, own}];
  });
}

function contactDue({cadence, plan, enrolled}: DueFacts, today: string): readonly DueItem[] {
  if (!cadence?.next || cadence.next > today) return [];
  // Somebody whose plan or enrolment rests, is over or was never begun is not called by a rhythm; a day that was named holds.
  if (!cadence.planned && enrolled !== null && isResting(enrolled)) return [];
  if (!cadence.planned && plan?.status !== 'active' && plan?.status !== 'draft') return [];
  const {last, daysSince, next, planned} = cadence;
  return [{kind: 'contact', day: next, last: last?.day ?? null, daysSince, planned}];
}

function planDue({plan, actions}: DueFacts, today: string, windows: FollowUpWindows): readonly DueItem[] {
  if (!plan || plan.status === 'draft' || plan.status === 'unrecognized' || isPlanOver(plan.status))
    return [];
  const reviews = (actions ?? []).filter(({isReview, state}) => isReview && stageOf(state) === 'open');
  const nextReview = [plan.nextReview, ...reviews.map(({due}) => due)]
    .filter((day) => day !== null && parseDay(day) !== null)
    .toSorted(compare)[0];
  const done = (actions ?? []).filter(({isReview, state}) => isReview && stageOf(state) === 'done');
  const reviewed = [plan.reviewed, ...done.map(({doneOn}) => doneOn)]
    .filter((day) => day !== null)
    .toSorted(compare)
    .at(-1);
  const dates = {start: plan.start, reviewed: reviewed ?? null, nextReview: nextReview ?? null};
  const clock = planClock(dates, today, windows);
  const items: DueItem[] = [];
  const days = clock.daysSinceReview;
  if (nextReview && clock.daysToReview !== null && clock.daysToReview <= 0) {
    items.push({kind: 'review', day: nextReview, planned: true, reviewed: dates.reviewed, days});
  } else if (clock.isStale) {
    const day = after(dates.reviewed ?? plan.start, windows.reviewAfterDays);
    items.push({kind: 'review', day, planned: false, reviewed: dates.reviewed, days});
  }
  if (clock.isRenewalDue && plan.start) {
    items.push({
      kind: 'renewal',
      day: after(plan.start, windows.renewAfterDays),
      start: plan.start.slice(0, 10),
    });
  }
  return [...items, ...endDue(plan, today, windows)];
}

function endDue(plan: PlanDetail, today: string, {endingDays}: FollowUpWindows): readonly DueItem[] {
  const soon = after(today, endingDays) ?? today;
  const isSoon = (day: string | null): day is string => day !== null && parseDay(day) !== null && day <= soon;
  const end = plan.end?.slice(0, 10) ?? null;
  const consent = endOfConsent(plan.consent?.text ?? '');
  return [
    ...(isSoon(end) ? [{kind: 'plan-end', day: end, isOver: end < today} as const] : []),
    ...(isSoon(consent)
      ? [{kind: 'consent-end', day: consent, isOver: consent < today, who: null} as const]
      : []),
  ];
}

/** What was agreed with one partner ends by itself, whatever the state of the plan. */
function consentsDue({consents}: DueFacts, today: string, {endingDays}: FollowUpWindows): readonly DueItem[] {
  const soon = after(today, endingDays) ?? today;
  return consents
    .filter(({until}) => until <= soon)
    .map(({who, until}) => ({kind: 'consent-end', day: until, isOver: until < today, who}));
}

function after(day: string | null, days: number): string | null {
  const from = parseDay((day ?? '').slice(0, 10));
  return from === null ? null : dayText(from + days);
}
