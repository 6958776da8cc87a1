import type {CareTeamView} from '../../domain/care-team.ts';
import type {Loaded} from '../../domain/completeness.ts';
import type {Problem} from '../../domain/problem.ts';
import {ok, type Result} from '../../domain/result.ts';
import {laterSections} from '../later-state.ts';
import {sectionOf, withRanks} from '../sections.ts';
import type {Session} from '../session.ts';
import type {PanelState} from '../state.ts';
import {withReview} from '../with-review.ts';
import {answerOf} from './answer-of.ts';
import {Counter} from './count.ts';

/**
 * Reads the sections side by side; each fills as it comes, but none before the patient's own record: nothing of a person
 * stands on the screen without their name. Enrolment and the later sections follow the first paint.
 *
 * @param patient resolves when the patient's own record has been shown.
 */
export async function loadSections(session: Session, patient: Promise<void>): Promise<void> {
  const {chart, signal} = session;
  const counter = new Counter(session);
  let sawHistory = (): void => undefined;
  const firstHistory = new Promise<void>((resolve) => (sawHistory = resolve));

  const known = patient.then(() => counter.factsChanged());
  const history = answerOf(
    chart.readHistory(signal, (chunk) => {
      void patient.then(() => counter.add(chunk)).then(sawHistory);
    }),
  )
    .then((answer) => patient.then(() => counter.end(answer)))
    .then(sawHistory);
  const readPlan = async (): Promise<void> => {
    const answer = await answerOf(chart.readPlan(signal));
    await patient;
    session.update((state) =>
      withReview(withRanks({...state, plan: sectionOf(state.plan, answer, 'CarePlan')})),
    );
    await counter.factsChanged();
  };
  const readGoals = async (): Promise<void> => {
    const answer = await answerOf(chart.readGoals(signal));
    await patient;
    session.update((state) => withRanks({...state, goals: sectionOf(state.goals, answer, 'Goal')}));
  };
  const showTeam = (answer: Result<Loaded<CareTeamView>, Problem>): void =>
    session.update((state) => ({...state, team: sectionOf(state.team, answer, 'CareTeam')}));
  const readTeam = async (): Promise<void> => {
    const showFirst = (known: Loaded<CareTeamView>): void => {
      // What is on the screen already says more than a team whose telephones are still to come.
      if (session.state().team.status !== 'ready') showTeam(ok(known));
    };
    const answer = await answerOf(
      chart.readTeam(signal, (known) => void patient.then(() => showFirst(known))),
    );
    await patient;
    showTeam(answer);
  };
  let sections = [readPlan(), readGoals(), readTeam()];
  const readLater = async (): Promise<void> => {
    if (chart.isBrief) return;
    const code = await import('./load-later.ts').catch(() => null);
    if (code) await code.loadLater(session);
    else session.update(withoutLater);
  };
  const firstAnswers = Promise.all([patient, ...sections, firstHistory]);
  let later = firstAnswers.then(readLater);
  /** Once more, after the first answers: the plan is kept in notes as well. */
  const readAgain = (): void => {
    const first = Promise.all(sections);
    sections = [readPlan, readGoals, readTeam].map((read) => first.then(read));
    later = Promise.all([later, ...sections]).then(readLater);
  };
  const abilities = chart.readAbilities(signal, readAgain).then(
    async (known) => {
      session.update((state) => ({...state, abilities: known}));
      // What was written in hand before another patient was opened stands here again.
      if (!session.memory.unfiled || (known.createGoal.allowed && known.createGoal.via)) return;
      const writes = await import('./writes.ts').catch(() => null);
      await writes?.writeInHand(session);
      readAgain();
    },
    // Without abilities nothing can be written, which is what the first state says.
    () => undefined,
  );
  const enrolment = firstAnswers
    .then(() => answerOf(chart.readEnrolment(signal)))
    .then((answer) => (answer.ok ? counter.enrolled(answer.value.value) : undefined));
  await Promise.all([known, history, abilities, enrolment]);
  await Promise.all([...sections, later]);
  const code = await import('./load-later.ts').catch(() => null);
  await code?.completeLater(session);
}

/** The code of the later sections could not be fetched: what is not on the screen has failed, and a refresh tries again. */
function withoutLater(state: PanelState): PanelState {
  const failed = {status: 'failed', problem: {kind: 'offline'}} as const;
  const missing = laterSections.filter((name) => state.later[name]?.status !== 'ready');
  return {...state, later: {...state.later, ...Object.fromEntries(missing.map((name) => [name, failed]))}};
}
