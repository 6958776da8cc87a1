import {newActionPlace} from '../../app/action-places.ts';
import type {PanelState} from '../../app/state.ts';
import type {WritableType} from '../../domain/abilities.ts';

/** Where something that is saved comes to stand; `offer` where it could be written in hand. */
export type SavePlace = 'record' | 'note' | 'hand' | 'offer';

/** Where a record of one type comes to stand; null when it cannot be saved, or nobody knows yet. */
export function placeOf(state: PanelState, type: WritableType): SavePlace | null {
  const {abilities} = state;
  const create = abilities[`create${type}`];
  if (type === 'Task' && newActionPlace(state) === 'activity') return placeOf(state, 'CarePlan');
  if (create.allowed) return create.via ?? 'record';
  const {createGoal, createCarePlan, createCareTeam, createDocumentReference} = abilities;
  const plan = [createGoal, createCarePlan, createCareTeam];
  const isRefused = plan.includes(create) && plan.every((one) => !one.allowed && one.why === 'server');
  const why = createDocumentReference.allowed ? null : createDocumentReference.why;
  return isRefused && (why === 'server' || why === 'scope') ? 'offer' : null;
}

/**
 * Where the plan is kept when the record does not take it as itself; `part` where it takes a part of it. Null when the
 * record takes all of it, or nobody knows yet.
 */
export function planPlaceOf(state: PanelState): Exclude<SavePlace, 'record'> | 'part' | null {
  const places = (['CarePlan', 'Goal', 'CareTeam'] as const).map((type) => placeOf(state, type));
  const [plan] = places;
  if (places.every((place) => place === plan)) return plan === 'record' ? null : (plan ?? null);
  return places.includes('note') ? 'part' : null;
}
