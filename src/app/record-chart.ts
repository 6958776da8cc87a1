import type {Goal} from '../domain/goal.ts';
import type {Problem} from '../domain/problem.ts';
import {err, ok, type Result} from '../domain/result.ts';
import {abilitiesOf, withNotes} from '../fhir/abilities.ts';
import {readCapabilities, type Capabilities} from '../fhir/capabilities.ts';
import type {FhirClient} from '../fhir/client.ts';
import {readEnrolment, type EnrolmentsRead} from '../fhir/read-enrolment.ts';
import {readGoals} from '../fhir/read-goals.ts';
import {readHistory} from '../fhir/read-history.ts';
import {readPlan, withWrittenPlan, type PlanRead} from '../fhir/read-plan.ts';
import {noTeam, readTeam, withTeam, type TeamRead} from '../fhir/read-team.ts';
import type {TeamRecord} from '../fhir/map-care-team.ts';
import {gapOfProblem} from '../fhir/outcome-gaps.ts';
import {defaultRecognition, withDefaults} from '../fhir/recognition.ts';
import {isObject, textOf} from '../fhir/json.ts';
import type {Chart} from './chart.ts';
import {chartWrites} from './chart-writes.ts';
import {FirstPaint} from './first-paint.ts';
import type {ChartSurroundings} from './open-chart.ts';
import type {ChartOptions} from './panel.ts';
import {PlanInNotes} from './plan-in-notes.ts';
import type {RecordDesk} from './record-desk.ts';
import {WrittenSince} from './written-since.ts';

/** Everything of a chart but the patient's own record. */
export type RecordChart = Omit<Chart, 'readPatient'>;

/**
 * The sections of the chart over a client: every answer is checked to be of its patient. `patient` is the reading of the
 * patient's own record that is under way, which belongs to first paint as well.
 */
export function recordChart(
  client: FhirClient,
  chosen: ChartOptions,
  around: ChartSurroundings,
  patient: () => Promise<unknown> | null,
): RecordChart {
  const {zone, timers, today} = around;
  const recognition = around.recognition && withDefaults(around.recognition);
  let closed = false;
  const site = {zone, today, ...(recognition && {recognition})};
  let capabilities: Capabilities | null = null;
  let plan: Promise<Result<PlanRead, Problem>> | null = null;
  let enrolments: Promise<Result<EnrolmentsRead, Problem>> | null = null;
  let team = noTeam(client, site);
  const writtenGoals = new WrittenSince<Goal>();
  const writtenPlans = new WrittenSince<unknown>();
  const writtenTeams = new WrittenSince<TeamRecord>();

  const notes = new PlanInNotes(client, {...around, patientId: chosen.patientId, user: chosen.user});

  const paint = new FirstPaint(timers);
  const first = <T>(reading: Promise<T>): Promise<T> => reading.finally(paint.begin());

  const native = () => abilitiesOf({capabilities, scopes: chosen.scopes, readonly: chosen.readonly});
  const abilities = () => (notes.found ? withNotes(native(), notes.inHand, notes.types) : native());
  const planRead = async (): Promise<PlanRead | null> => {
    const answer = await plan;
    return answer?.ok ? answer.value : null;
  };
  const person = {patientId: chosen.patientId, base: chosen.iss ?? null};
  const has: RecordDesk['has'] = (type) => capabilities?.interactions.has(type) ?? true;
  const {writer, ...writes} = chartWrites({
    client,
    person,
    user: chosen.user,
    today,
    tried: around.tried,
    abilities,
    plan: async () => (await planRead())?.view.value.plan ?? null,
    team: () => team,
    has,
    onGoal: (goal) => writtenGoals.add(goal.id, goal),
    onTeam: (record) => {
      writtenTeams.add(record.id, record);
      if (!closed) team = withTeam(team, record);
    },
  });

  const desk: RecordDesk = {
    client,
    person,
    user: chosen.user,
    zone,
    recognition: recognition ?? defaultRecognition,
    today,
    abilities,
    planRead,
    enrolments: () => enrolments,
    planWritten(json) {
      const id = isObject(json) ? textOf(json['id']) : null;
      if (id === null || closed) return;
      writtenPlans.add(id, json);
      plan =
        plan?.then((answer) =>
          answer.ok ? ok(withWrittenPlan(answer.value, new Map([[id, json]]), recognition)) : answer,
        ) ?? null;
    },
    has,
    writer,
    hand: () => notes.hand,
  };

  const readPlans: Chart['readPlan'] = async (signal) => {
    const before = plan;
    const mark = writtenPlans.mark();
    const reading = first(readPlan(client, signal, recognition)).then((answer) =>
      answer.ok ? ok(withWrittenPlan(answer.value, writtenPlans.since(mark), recognition)) : answer,
    );
    // A reading that fails does not make the chart forget which plan there is.
    plan = reading.then(async (answer) => {
      const old = answer.ok ? null : await before;
      return old?.ok ? old : answer;
    });
    const answer = await reading;
    return answer.ok ? ok(answer.value.view) : answer;
  };
  const readAllGoals: Chart['readGoals'] = async (signal) => {
    const mark = writtenGoals.mark();
    const answer = await first(readGoals(client, signal));
    if (!answer.ok) return answer;
    const written = writtenGoals.since(mark);
    const read = answer.value.value.filter(({id}) => !written.has(id));
    return ok({...answer.value, value: [...read, ...written.values()]});
  };
  const readTeams: Chart['readTeam'] = async (signal, onTeam) => {
    const mark = writtenTeams.mark();
    const keep = (read: TeamRead): TeamRead => {
      const whole = [...writtenTeams.since(mark).values()].reduce(withTeam, read);
      if (!closed) team = whole;
      return whole;
    };
    const done = paint.begin();
    const answer = await readTeam(client, site, signal, (read) => {
      if (!closed) onTeam?.(keep(read).view);
      done();
      return paint.reached(signal);
    }).finally(done);
    if (!answer.ok) return answer;
    return closed ? err({kind: 'cancelled'}) : ok(keep(answer.value).view);
  };

  return {
    async readHistory(signal, onChunk) {
      const done = paint.begin();
      void first(Promise.resolve(patient()));
      const goOn = (): Promise<void> => {
        done();
        return paint.reached(signal);
      };
      return readHistory(client, signal, onChunk, goOn).finally(done);
    },
    async readEnrolment(signal) {
      enrolments = readEnrolment(client, signal, recognition);
      const answer = await enrolments;
      const known = await plan;
      const plans = known?.ok ? known.value.periods : [];
      if (answer.ok) {
        const {periods} = answer.value;
        return ok({...periods, value: [...periods.value, ...plans]});
      }
      if (answer.error.kind === 'cancelled') return answer;
      // Many record systems have no EpisodeOfCare: the plans are what is left then.
      const gap = {reason: gapOfProblem(answer.error), what: 'EpisodeOfCare'} as const;
      return ok({value: plans, gaps: [gap], asOf: new Date(timers.now()).toISOString()});
    },
    readPlan: (signal) =>
      notes.whole(
        () => readPlans(signal),
        (view) => view.plan === null,
        signal,
      ),
    readGoals: (signal) =>
      notes.whole(
        () => readAllGoals(signal),
        (goals) => goals.length === 0,
        signal,
      ),
    readTeam: (signal, onTeam) => {
      // A team of nobody is none as long as a note may name somebody.
      const tell: typeof onTeam = (known) => {
        if (notes.found || known.value.members.length > 0) onTeam?.(known);
      };
      return notes.whole(
        () => readTeams(signal, tell),
        ({members}) => members.length === 0,
        signal,
      );
    },
    async readAbilities(signal, onNotes) {
      const known = async (): Promise<Capabilities | null> => {
        if (capabilities === null) {
          const answer = await readCapabilities(client, signal);
          // Without an answer nothing can be written; the next reading asks again.
          if (answer.ok) capabilities = answer.value;
        }
        return capabilities;
      };
      if (await notes.ask(known(), () => native().createDocumentReference.allowed)) onNotes?.();
      return abilities();
    },
    ...writes,
    desk: () => Promise.resolve(desk),
    close() {
      closed = true;
      plan = null;
      enrolments = null;
      team = noTeam(client, site);
    },
  };
}
