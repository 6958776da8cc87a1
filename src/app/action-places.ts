import type {ActionPlace} from '../domain/action.ts';
import {whyBlocked, type Blocked} from './plan-view.ts';
import type {PanelState} from './state.ts';

/** Where the next action goes: a Task where one can be made, else the plan itself; into a plan that is kept as a note too. */
export function newActionPlace({abilities, plan}: PanelState): ActionPlace['kind'] {
  const hasPlan = plan.status === 'ready' && plan.value.plan !== null;
  const {createTask, updateCarePlan} = abilities;
  const isInPlan = updateCarePlan.allowed && (!createTask.allowed || updateCarePlan.via !== undefined);
  return isInPlan && hasPlan ? 'activity' : 'task';
}

/** Why no action can be added, or null; `no-plan` where actions stand in a plan and there is none. */
export function whyNoAction(state: PanelState): Blocked | 'no-plan' | null {
  const {abilities, halted} = state;
  if (newActionPlace(state) === 'activity') return whyBlocked(abilities.updateCarePlan, halted);
  const why = whyBlocked(abilities.createTask, halted);
  return why !== null && why !== 'halted' && abilities.updateCarePlan.allowed ? 'no-plan' : why;
}

/** Why an action that is kept there cannot be changed, or null. */
export function whyNotChange(
  place: ActionPlace,
  {abilities, halted}: Pick<PanelState, 'abilities' | 'halted'>,
): Blocked | null {
  return whyBlocked(place.kind === 'task' ? abilities.updateTask : abilities.updateCarePlan, halted);
}
