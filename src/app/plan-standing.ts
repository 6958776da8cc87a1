import {stageOf} from '../domain/action.ts';
import {missingFromPlan, type Missing} from '../domain/minimum-plan.ts';
import {defaultFollowUpWindows} from '../domain/follow-up/windows.ts';
import {planClock, type PlanClock} from '../domain/plan-clock.ts';
import type {PlanDetail} from '../domain/plan-detail.ts';
import {dayText, parseDay} from '../domain/time.ts';
import type {PanelState} from './state.ts';

/** Where the services plan stands, by everything that was read of it. Days are local days (YYYY-MM-DD). */
export interface PlanStanding {
  /** The last review, whether the plan or an action says it. */
  readonly reviewed: string | null;
  /** The next review, whether the plan or an action says it. */
  readonly nextReview: string | null;
  readonly clock: PlanClock;
  /** What the minimum plan still lacks. */
  readonly missing: readonly Missing[];
}

/** What the standing is made of. */
export type PlanParts = Pick<PanelState, 'plan' | 'goals' | 'today' | 'followUp'> &
  Pick<PanelState['later'], 'actions'>;

export function planStanding(
  detail: PlanDetail,
  {plan, goals, actions, today, followUp}: PlanParts,
): PlanStanding {
  const told = plan.status === 'ready' ? (plan.value.plan?.reviewed ?? null) : null;
  const reviewed = newest([detail.reviewed, told]);
  const known = actions?.status === 'ready' ? actions.value : null;
  const planned = (known ?? [])
    .filter(({isReview, state}) => isReview && stageOf(state) === 'open')
    .map(({due}) => due);
  const nextReview = oldest([detail.nextReview, ...planned]);
  return {
    reviewed,
    nextReview,
    clock: planClock({start: detail.start, reviewed, nextReview}, today, {
      ...defaultFollowUpWindows,
      ...followUp,
    }),
    missing: missingFromPlan({
      plan: {matters: detail.matters, nextReview},
      goals: goals.status === 'ready' ? goals.value : null,
      actions: known,
    }),
  };
}

/** The day on which a review is due when nobody says another: the site's limit after `from`. */
export function usualNextReview(from: string, followUp: PanelState['followUp']): string {
  const day = parseDay(from);
  const {reviewAfterDays} = {...defaultFollowUpWindows, ...followUp};
  return day === null ? '' : dayText(day + reviewAfterDays);
}

function newest(days: readonly (string | null)[]): string | null {
  return whole(days).at(-1) ?? null;
}

function oldest(days: readonly (string | null)[]): string | null {
  return whole(days)[0] ?? null;
}

function whole(days: readonly (string | null)[]): readonly string[] {
  return days.filter((day): day is string => day !== null && parseDay(day) !== null).toSorted();
}
