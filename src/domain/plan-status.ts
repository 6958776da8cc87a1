import type {Plan, PlanStatus} from './plan.ts';

/** A change of the state of a plan that a person may make. */
export interface PlanStatusChange {
  readonly to: PlanStatus;
  /** Whether a reason must be given (FHIR R4 has no element for it: it is kept as a note of the plan). */
  readonly reason: 'required' | 'optional' | 'none';
}

const stop: PlanStatusChange = {to: 'revoked', reason: 'required'};
const close: PlanStatusChange = {to: 'completed', reason: 'required'};
const hold: PlanStatusChange = {to: 'on-hold', reason: 'required'};
const mistake: PlanStatusChange = {to: 'entered-in-error', reason: 'required'};

/**
 * The changes of state by the state that the record holds (FHIR R4 request-status). To `active` leads a way of its own:
 * activation, which asks for the minimum plan and for who agreed. A closed plan is taken up again as a new one, so that
 * what was agreed then stays readable.
 */
const changes: Readonly<Record<Plan['status'], readonly PlanStatusChange[]>> = {
  draft: [{to: 'active', reason: 'none'}, stop, mistake],
  active: [hold, close, stop, mistake],
  'on-hold': [{to: 'active', reason: 'optional'}, close, stop, mistake],
  completed: [],
  revoked: [],
  'entered-in-error': [],
  // A state that nobody knows: the person may say what it is, and nothing is decided for them.
  unknown: [{to: 'active', reason: 'optional'}, hold, close, stop, mistake],
  unrecognized: [],
};

/** States that may follow this one; empty when nothing may. */
export function planStatusAfter(status: Plan['status']): readonly PlanStatusChange[] {
  return changes[status];
}

/** Whether a plan is over: nobody follows it any more. */
export function isPlanOver(status: Plan['status']): boolean {
  return status === 'completed' || status === 'revoked' || status === 'entered-in-error';
}
