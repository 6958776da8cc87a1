import type {PanelState} from '../app/state.ts';

/**
 * Where the plan is kept when the record does not take it as itself: as a note, or in hand; `offer` where it could be
 * written in hand. Null when the record takes it, or nobody knows yet.
 */
export function placeOf({abilities}: PanelState): 'note' | 'hand' | 'offer' | null {
  const {createGoal, createCarePlan, createCareTeam, createDocumentReference} = abilities;
  if (createGoal.allowed) return createGoal.via ?? null;
  const refused = [createGoal, createCarePlan, createCareTeam].every(
    (one) => !one.allowed && one.why === 'server',
  );
  const why = createDocumentReference.allowed ? null : createDocumentReference.why;
  return refused && (why === 'server' || why === 'scope') ? 'offer' : null;
}
