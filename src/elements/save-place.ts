import type {PanelState} from '../app/state.ts';

/** Where the plan is kept when the record does not take it as itself; null when it does, or nobody knows yet. */
export function placeOf({abilities}: PanelState): 'note' | null {
  const {createGoal} = abilities;
  return (createGoal.allowed && createGoal.via) || null;
}
