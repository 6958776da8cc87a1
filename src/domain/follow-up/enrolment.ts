import {compare} from '../compare.ts';
import type {ReadOnlyReason} from '../goal.ts';
import type {PlanDetail} from '../plan-detail.ts';

/** How the person stands in the programme. */
export const enrolmentStates = ['invited', 'waiting', 'enrolled', 'paused', 'closed', 'declined'] as const;

export type EnrolmentState = (typeof enrolmentStates)[number];

/** One state that was gone through, with its local days (YYYY-MM-DD, or less as written). */
export interface EnrolmentStep {
  readonly state: EnrolmentState;
  readonly from: string | null;
  readonly to: string | null;
}

/** The person's enrolment in case management, by the record. */
export interface Enrolment {
  readonly id: string;
  readonly version: string | null;
  readonly state: EnrolmentState;
  /** Since when it stands so, as far as the record says. */
  readonly date: string | null;
  /** Why it stands so, in words. */
  readonly reason: string | null;
  /** First and last day of the programme. */
  readonly start: string | null;
  readonly end: string | null;
  /** Everything it went through, oldest first. */
  readonly steps: readonly EnrolmentStep[];
  readonly readOnly: ReadOnlyReason | null;
}

/** What a person says of the enrolment: how it stands from now on, since when, and why. */
export interface EnrolmentChange {
  readonly state?: EnrolmentState;
  /** YYYY-MM-DD, local. */
  readonly date?: string;
  readonly reason?: string | null;
}

const after: Readonly<Record<EnrolmentState, readonly EnrolmentState[]>> = {
  invited: ['enrolled', 'waiting', 'declined'],
  waiting: ['enrolled', 'declined'],
  enrolled: ['paused', 'closed'],
  paused: ['enrolled', 'closed'],
  closed: [],
  declined: [],
};

/** States that may follow; of nobody who was enrolled yet, or whose enrolment is over, a new one begins. */
export function enrolmentAfter(state: EnrolmentState | null): readonly EnrolmentState[] {
  return state === null || isOver(state) ? ['invited', 'enrolled', 'declined'] : after[state];
}

/** What ends or interrupts an enrolment is said with its reason. */
export function needsReason(state: EnrolmentState): boolean {
  return state === 'paused' || state === 'closed' || state === 'declined';
}

/** True when nobody is followed any more: what comes next is another enrolment. */
export function isOver(state: EnrolmentState): boolean {
  return state === 'closed' || state === 'declined';
}

/** True when no rhythm of contact asks for anything. */
export function isResting(state: EnrolmentState): boolean {
  return isOver(state) || state === 'paused';
}

/** The enrolment that counts now: one that goes on before one that is over, then the one that began last. */
export function currentEnrolment(all: readonly Enrolment[]): Enrolment | null {
  const day = ({date, start}: Enrolment): string | null => date ?? start;
  return (
    all.toSorted(
      (a, b) =>
        Number(isOver(a.state)) - Number(isOver(b.state)) || compare(day(b), day(a)) || compare(a.id, b.id),
    )[0] ?? null
  );
}

/** How the person stands by the state of the plan, where no enrolment is recorded; null when it says nothing. */
export function enrolmentOfPlan(
  plan: Pick<PlanDetail, 'status' | 'start' | 'end' | 'reason'>,
): Pick<Enrolment, 'state' | 'date' | 'reason'> | null {
  const reason = plan.reason?.text ?? null;
  const day = (date: string | null): string | null => date?.slice(0, 10) ?? null;
  switch (plan.status) {
    case 'draft':
      return {state: 'invited', date: day(plan.start), reason: null};
    case 'active':
      return {state: 'enrolled', date: day(plan.start), reason: null};
    case 'on-hold':
      return {state: 'paused', date: null, reason};
    case 'completed':
    case 'revoked':
      return {state: 'closed', date: day(plan.end), reason};
    default:
      return null;
  }
}

/** What is wrong with what was typed; `today` is the local day. */
export function enrolmentFaults(
  {state, date, reason}: {readonly state: EnrolmentState; readonly date: string; readonly reason: string},
  today: string,
): readonly ('date missing' | 'date future' | 'reason missing')[] {
  const isDay = /^\d{4}-\d{2}-\d{2}$/u.test(date);
  return [
    ...(isDay ? [] : (['date missing'] as const)),
    ...(isDay && date > today ? (['date future'] as const) : []),
    ...(needsReason(state) && reason.trim() === '' ? (['reason missing'] as const) : []),
  ];
}
