import type {Problem} from '../../domain/problem.ts';
import {initialState} from '../initial-state.ts';
import type {Session} from '../session.ts';

/**
 * Nothing more is read or saved until the chart is opened again. When the record turned out to be somebody else's,
 * nothing of it stays on the screen; when only the session is over, what was read stays to be looked at and copied.
 */
export function halt(session: Session, problem: Problem): void {
  session.update((state) => {
    if (problem.kind !== 'other-patient') return {...state, halted: problem, verifying: false};
    const failed = {status: 'failed', problem} as const;
    const empty = initialState(state.context, state.today, state.zone, false);
    return {
      ...empty,
      patient: failed,
      use: failed,
      plan: failed,
      goals: failed,
      team: failed,
      drafts: state.drafts,
      draftsOfOtherPatients: state.draftsOfOtherPatients,
      ignoredOtherPatient: state.ignoredOtherPatient,
      halted: problem,
    };
  });
  if (problem.kind === 'other-patient') session.stop();
}
