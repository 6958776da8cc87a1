import type {Goal, GoalLifecycle} from './goal.ts';

/**
 * The lifecycle changes a person may make by hand, by the state that the record holds (the state machine of FHIR R4
 * Goal, with one addition: a goal that was closed can be taken up again). Closing is not here: it asks for a reason,
 * see close-reasons.
 */
const changes: Readonly<Record<Goal['lifecycle'], readonly GoalLifecycle[]>> = {
  proposed: ['planned', 'accepted', 'active', 'entered-in-error'],
  planned: ['accepted', 'active', 'on-hold', 'entered-in-error'],
  accepted: ['planned', 'active', 'on-hold', 'entered-in-error'],
  active: ['on-hold', 'entered-in-error'],
  'on-hold': ['active', 'entered-in-error'],
  completed: ['active', 'entered-in-error'],
  cancelled: ['active', 'entered-in-error'],
  rejected: ['proposed', 'entered-in-error'],
  'entered-in-error': [],
  // A code that R4 does not know: nobody can say where it stands, so every open state may be set.
  unrecognized: ['proposed', 'planned', 'accepted', 'active', 'on-hold', 'entered-in-error'],
};

/** States that may follow this one; empty when nothing may. */
export function lifecyclesAfter(lifecycle: Goal['lifecycle']): readonly GoalLifecycle[] {
  return changes[lifecycle];
}
