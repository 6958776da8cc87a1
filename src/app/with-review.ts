import {lastReview} from '../domain/last-review.ts';
import type {PanelState} from './state.ts';

/**
 * The plan with the day of its last review by all its actions, once these were read: a review may stand in a Task, which
 * the plan itself does not show.
 */
export function withReview(state: PanelState): PanelState {
  const {plan, later} = state;
  if (plan.status !== 'ready' || plan.value.plan === null || later.actions?.status !== 'ready') return state;
  const reviewed = lastReview(later.actions.value);
  if ((plan.value.plan.reviewed ?? null) === reviewed) return state;
  return {...state, plan: {...plan, value: {...plan.value, plan: {...plan.value.plan, reviewed}}}};
}
