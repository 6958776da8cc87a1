import {
  currentEnrolment,
  enrolmentOfPlan,
  isOver,
  type Enrolment,
  type EnrolmentState,
} from '../domain/follow-up/enrolment.ts';
import {byParts} from './by-parts.ts';
import {whyBlocked, type Blocked} from './plan-view.ts';
import type {PanelState} from './state.ts';

/** How the person stands in the programme, and what may be done about it here. */
export interface EnrolmentView {
  /** By the enrolment in the record, else by the state of the plan; null when neither says anything. */
  readonly stands:
    (Pick<Enrolment, 'state' | 'date' | 'reason'> & {readonly from: 'enrolment' | 'plan'}) | null;
  /** The state that a change starts from; null when a new enrolment begins with it. */
  readonly open: EnrolmentState | null;
  readonly enrolment: Enrolment | null;
  /** The index date (R17), local; null when there is none, undefined until it is known. */
  readonly index: string | null | undefined;
  /** True when the index date is the start of the plan and of no enrolment. */
  readonly indexFromPlan: boolean;
  /** Why it cannot be changed as an enrolment, or null. */
  readonly blocked: Blocked | null;
}

const parts = ['use', 'later', 'abilities', 'halted'] as const;

/** Null until the enrolments were read, or could not be. */
export const enrolmentView = byParts(parts, viewOf);

function viewOf({
  use,
  later,
  abilities,
  halted,
}: Pick<PanelState, (typeof parts)[number]>): EnrolmentView | null {
  const {enrolments, plan} = later;
  if (!enrolments || enrolments.status === 'loading') return null;
  const all = enrolments.status === 'ready' ? enrolments.value : [];
  const enrolment = currentEnrolment(all);
  const detail = plan?.status === 'ready' ? plan.value.plan : null;
  const byPlan = detail && enrolmentOfPlan(detail);
  const index = use.status === 'ready' ? use.value.proof.index : undefined;
  const open = enrolment && !isOver(enrolment.state) ? enrolment : null;
  return {
    stands: enrolment
      ? {state: enrolment.state, date: enrolment.date, reason: enrolment.reason, from: 'enrolment'}
      : byPlan && {...byPlan, from: 'plan'},
    open: open?.state ?? null,
    enrolment,
    index,
    indexFromPlan: Boolean(index) && !all.some(({start}) => start === index),
    blocked: whyBlocked(open ? abilities.updateEpisodeOfCare : abilities.createEpisodeOfCare, halted),
  };
}
