import type {Session} from '../session.ts';
import {load, showPatient} from './load.ts';

/**
 * Reads the patient again before anything is shown (return after a long absence, or out of the browser's memory), then
 * everything else. When the patient cannot be verified nothing is shown or saved until a later try succeeds.
 */
export async function verifyPatient(session: Session): Promise<void> {
  session.update((state) => ({...state, verifying: true}));
  const answer = await session.chart.readPatient(session.signal);
  if (!answer.ok && answer.error.kind !== 'other-patient') {
    session.update((state) => ({...state, halted: answer.error}));
    return;
  }
  session.update((state) => ({...state, verifying: false, halted: null}));
  showPatient(session, answer);
  if (!session.state().halted) await load(session);
}
