import type {CareTeamView} from '../../domain/care-team.ts';
import type {Patient} from '../../domain/patient.ts';
import type {Loaded} from '../../domain/completeness.ts';
import type {Problem} from '../../domain/problem.ts';
import {err, ok, type Result} from '../../domain/result.ts';
import {retrying, sectionOf, withRanks} from '../sections.ts';
import type {Session} from '../session.ts';
import {Counter} from './count.ts';
import {halt} from './halt.ts';

/**
 * Reads everything of the open patient. Five reads start at once and each fills its section as it comes; enrolment
 * follows the first paint. What is on the screen stays there until its new version has come.
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
  const counter = new Counter(session);
  let sawHistory = (): void => undefined;
  const firstHistory = new Promise<void>((resolve) => (sawHistory = resolve));

  const patient = answerOf(chart.readPatient(signal)).then((answer) => {
    showPatient(session, answer);
    counter.factsChanged();
  });
  const history = answerOf(
    chart.readHistory(signal, (chunk) => {
      void counter.add(chunk).then(sawHistory);
    }),
  )
    .then((answer) => counter.end(answer))
    .then(sawHistory);
  const plan = answerOf(chart.readPlan(signal)).then((answer) => {
    session.update((state) => withRanks({...state, plan: sectionOf(state.plan, answer, 'CarePlan')}));
    counter.factsChanged();
  });
  const goals = answerOf(chart.readGoals(signal)).then((answer) => {
    session.update((state) => withRanks({...state, goals: sectionOf(state.goals, answer, 'Goal')}));
  });
  const showTeam = (answer: Result<Loaded<CareTeamView>, Problem>): void =>
    session.update((state) => ({...state, team: sectionOf(state.team, answer, 'CareTeam')}));
  const team = answerOf(
    chart.readTeam(signal, (known) => {
      // What is on the screen already says more than a team whose telephones are still to come.
      if (session.state().team.status !== 'ready') showTeam(ok(known));
    }),
  ).then(showTeam);
  const abilities = chart.readAbilities(signal).then(
    (known) => session.update((state) => ({...state, abilities: known})),
    // Without abilities nothing can be written, which is what the first state says.
    () => undefined,
  );
  const enrolment = Promise.all([patient, plan, goals, team, firstHistory])
    .then(() => answerOf(chart.readEnrolment(signal)))
    .then((answer) => {
      if (answer.ok) counter.enrolled(answer.value.value);
    });
  await Promise.all([patient, history, plan, goals, team, abilities, enrolment]);
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

/** A thrown error is a defect of the panel: it is told as one, without its text. */
function answerOf<T>(reading: Promise<Result<T, Problem>>): Promise<Result<T, Problem>> {
  return reading.catch(() => err({kind: 'bug'}));
}
