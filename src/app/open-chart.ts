import type {ResourceName} from '../domain/problem.ts';
import {err} from '../domain/result.ts';
import {FhirClient} from '../fhir/client.ts';
import {readPatient} from '../fhir/read-patient.ts';
import type {Recognition} from '../fhir/recognition.ts';
import type {Timers} from '../fhir/timers.ts';
import type {Chart} from './chart.ts';
import {noAbilities} from './initial-state.ts';
import type {ChartOptions} from './panel.ts';
import type {RecordChart} from './record-chart.ts';

/** What a chart needs besides the patient: the site, the clock and what outlives the chart. */
export interface ChartSurroundings {
  /** Time zone of the site (IANA). */
  readonly zone: string;
  readonly timers: Timers;
  /** From 0 to 1. */
  readonly random: () => number;
  /** A new UUID, lower case. */
  readonly newId: () => string;
  /** Local day of the site, YYYY-MM-DD. */
  readonly today: () => string;
  /** Keys of creates that were tried before; they outlive the chart, so that a return to the patient finds them. */
  readonly tried: Set<string>;
  /** Told of each record of another patient that came and was dropped. */
  readonly onOtherPatient: (what: ResourceName) => void;
  /** Codes and words that the site adds for plans, enrolment and roles. */
  readonly recognition?: Recognition;
}

/** Opens the chart of one patient. */
export type OpenChart = (chosen: ChartOptions, around: ChartSurroundings) => Chart;

/**
 * The chart over a Transport: every answer is checked to be of this patient, nothing is kept of a closed one. Who it is
 * can be read at once; the code of the sections comes in a file of its own while that answer is on its way.
 */
export const openChart: OpenChart = (chosen, around) => {
  let closed = false;
  const client = new FhirClient({
    transport: chosen.transport,
    patientId: chosen.patientId,
    timers: around.timers,
    random: around.random,
    onOtherPatient: (what) => {
      if (!closed) around.onOtherPatient(what);
    },
  });
  let patient: Promise<unknown> | null = null;
  let coming: Promise<RecordChart | null> | null = null;

  /** The sections; null when their code could not be fetched, and then tried again by the next who asks. */
  function record(): Promise<RecordChart | null> {
    coming ??= import('./record-chart.ts').then(
      ({recordChart}) => recordChart(client, chosen, around, () => patient),
      () => (coming = null),
    );
    return coming;
  }
  void record();
  const notFetched = err({kind: 'offline'} as const);
  const notSent = err({kind: 'problem', problem: {kind: 'offline'}} as const);

  return {
    readPatient(signal) {
      // Read again, it is to prove who is on the screen: no cache may answer.
      const reading = readPatient(client, signal, patient ? 'no-cache' : 'default');
      patient = reading;
      return reading;
    },
    readHistory: async (signal, onChunk) => (await record())?.readHistory(signal, onChunk) ?? notFetched,
    readEnrolment: async (signal) => (await record())?.readEnrolment(signal) ?? notFetched,
    readPlan: async (signal) => (await record())?.readPlan(signal) ?? notFetched,
    readGoals: async (signal) => (await record())?.readGoals(signal) ?? notFetched,
    readTeam: async (signal, onTeam) => (await record())?.readTeam(signal, onTeam) ?? notFetched,
    readAbilities: async (signal, onNotes) =>
      (await record())?.readAbilities(signal, onNotes) ?? noAbilities('unknown'),
    addGoal: async (change, key) => (await record())?.addGoal(change, key) ?? notSent,
    changeGoal: async (base, change) => (await record())?.changeGoal(base, change) ?? notSent,
    addMember: async (member, key) => (await record())?.addMember(member, key) ?? notSent,
    endMember: async (base, end) => (await record())?.endMember(base, end) ?? notSent,
    desk: async () => (await record())?.desk() ?? null,
    close() {
      closed = true;
      void coming?.then((chart) => chart?.close());
    },
  };
};
