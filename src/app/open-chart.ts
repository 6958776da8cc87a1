import type {Problem, ResourceName} from '../domain/problem.ts';
import {err, ok, type Result} from '../domain/result.ts';
import {abilitiesOf} from '../fhir/abilities.ts';
import {readCapabilities, type Capabilities} from '../fhir/capabilities.ts';
import {FhirClient} from '../fhir/client.ts';
import {readEnrolment} from '../fhir/read-enrolment.ts';
import {readGoals} from '../fhir/read-goals.ts';
import {readHistory} from '../fhir/read-history.ts';
import {readPatient} from '../fhir/read-patient.ts';
import {readPlan, type PlanRead} from '../fhir/read-plan.ts';
import {noTeam, readTeam} from '../fhir/read-team.ts';
import type {Recognition} from '../fhir/recognition.ts';
import type {Timers} from '../fhir/timers.ts';
import type {Chart} from './chart.ts';
import {chartWrites} from './chart-writes.ts';
import type {ChartOptions} from './panel.ts';

/** What a chart needs besides the patient: the site, the clock and what outlives the chart. */
export interface ChartSurroundings {
  /** Time zone of the site (IANA). */
  readonly zone: string;
  readonly timers: Timers;
  /** From 0 to 1. */
  readonly random: () => number;
  /** Local day of the site, YYYY-MM-DD. */
  readonly today: () => string;
  /** Keys of creates that were tried before; they outlive the chart, so that a return to the patient finds them. */
  readonly tried: Set<string>;
  /** Told of each record of another patient that came and was dropped. */
  readonly onOtherPatient: (what: ResourceName) => void;
  /** Codes and words of the site for plans, enrolment and roles. */
  readonly recognition?: Recognition;
}

/** Opens the chart of one patient. */
export type OpenChart = (chosen: ChartOptions, around: ChartSurroundings) => Chart;

/** The chart over a Transport: every answer is checked to be of this patient, nothing is kept of a closed one. */
export const openChart: OpenChart = (chosen, around) => {
  const {zone, timers, random, today, recognition} = around;
  let closed = false;
  const client = new FhirClient({
    transport: chosen.transport,
    patientId: chosen.patientId,
    timers,
    random,
    onOtherPatient: (what) => {
      if (!closed) around.onOtherPatient(what);
    },
  });
  const site = {zone, today, ...(recognition && {recognition})};
  let patientWasRead = false;
  let capabilities: Capabilities | null = null;
  let plan: Promise<Result<PlanRead, Problem>> | null = null;
  let team = noTeam(client, site);

  const abilities = () => abilitiesOf({capabilities, scopes: chosen.scopes, readonly: chosen.readonly});
  const writes = chartWrites({
    client,
    person: {patientId: chosen.patientId, base: chosen.iss ?? null},
    user: chosen.user,
    today,
    tried: around.tried,
    abilities,
    plan: async () => {
      const answer = await plan;
      return answer?.ok ? answer.value.view.value.plan : null;
    },
    team: () => team,
    onTeam: (read) => {
      if (!closed) team = read;
    },
  });

  return {
    readPatient(signal) {
      // Read again, it is to prove who is on the screen: no cache may answer.
      const cache = patientWasRead ? 'no-cache' : 'default';
      patientWasRead = true;
      return readPatient(client, signal, cache);
    },
    readHistory: (signal, onChunk) => readHistory(client, signal, onChunk),
    async readEnrolment(signal) {
      const answer = await readEnrolment(client, signal, recognition);
      const known = await plan;
      if (!answer.ok || !known?.ok) return answer;
      const {value, gaps, asOf} = answer.value;
      return ok({value: [...value, ...known.value.periods], gaps, asOf});
    },
    async readPlan(signal) {
      const before = plan;
      const reading = readPlan(client, signal, recognition);
      // A reading that fails does not make the chart forget which plan there is.
      plan = reading.then(async (answer) => {
        const old = answer.ok ? null : await before;
        return old?.ok ? old : answer;
      });
      const answer = await reading;
      return answer.ok ? ok(answer.value.view) : answer;
    },
    readGoals: (signal) => readGoals(client, signal),
    async readTeam(signal, onTeam) {
      const answer = await readTeam(client, site, signal, (read) => {
        if (closed) return;
        team = read;
        onTeam?.(read.view);
      });
      if (!answer.ok) return answer;
      if (closed) return err({kind: 'cancelled'});
      team = answer.value;
      return ok(answer.value.view);
    },
    async readAbilities(signal) {
      if (!chosen.readonly && capabilities === null) {
        const answer = await readCapabilities(client, signal);
        // Without an answer nothing can be written; the next reading asks again.
        if (answer.ok) capabilities = answer.value;
      }
      return abilities();
    },
    ...writes,
    close() {
      closed = true;
      plan = null;
      team = noTeam(client, site);
    },
  };
};
