import type {Goal} from '../../domain/goal.ts';
import type {PanelState} from '../state.ts';

/** The goal of the list with this id, or null. */
export function goalOf(state: PanelState, goalId: string): Goal | null {
  if (state.goals.status !== 'ready') return null;
  return state.goals.value.find(({id}) => id === goalId) ?? null;
}
