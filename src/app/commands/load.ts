import type {Patient} from '../../domain/patient.ts';
import type {Loaded} from '../../domain/completeness.ts';
import type {Problem} from '../../domain/problem.ts';
import type {Result} from '../../domain/result.ts';
import {retrying, sectionOf} from '../sections.ts';
import type {Session} from '../session.ts';
import type {PanelState, Section} from '../state.ts';
import {answerOf} from './answer-of.ts';
import {halt} from './halt.ts';

/**
 * Reads everything of the open patient: who it is, and beside it the sections, whose code comes in a file of its own.
 * What is on the screen stays there until its new version has come.
 */
export async function load(session: Session): Promise<void> {
  const {chart, signal} = session;
  session.update((state) => ({
    ...state,
    today: session.today(),
    patient: retrying(state.patient),
    use: retrying(state.use),
    plan: retrying(state.plan),
    goals: retrying(state.goals),
    team: retrying(state.team),
  }));
  const patient = answerOf(chart.readPatient(signal)).then((answer) => showPatient(session, answer));
  const sections = import('./load-sections.ts').then(
    ({loadSections}) => loadSections(session, patient),
    // Their code could not be fetched: nothing was asked for, and a refresh tries again.
    () => session.update(withoutSections),
  );
  await Promise.all([patient, sections]);
}

function withoutSections(state: PanelState): PanelState {
  const failed = {status: 'failed', problem: {kind: 'offline'}} as const;
  const kept = <T>(section: Section<T>): Section<T> => (section.status === 'loading' ? failed : section);
  const {use, plan, goals, team} = state;
  return {...state, use: kept(use), plan: kept(plan), goals: kept(goals), team: kept(team)};
}

/** Shows the patient, or halts when the record is somebody else's or the session is over. */
export function showPatient(session: Session, answer: Result<Loaded<Patient>, Problem>): void {
  const {patientId} = session.context;
  if (answer.ok && answer.value.value.id !== patientId)
    return halt(session, {kind: 'other-patient', what: 'Patient'});
  if (!answer.ok && answer.error.kind === 'other-patient') return halt(session, answer.error);
  session.update((state) => ({...state, patient: sectionOf(state.patient, answer, 'Patient')}));
  if (!answer.ok && answer.error.kind === 'signed-out') halt(session, answer.error);
}
