import type {Loaded} from '../domain/completeness.ts';
import type {Enrolment} from '../domain/follow-up/enrolment.ts';
import type {EnrolmentPeriod} from '../domain/history.ts';
import type {Problem} from '../domain/problem.ts';
import {ok, type Result} from '../domain/result.ts';
import type {FhirClient} from './client.ts';
import {episodePeriod, readEpisode} from './enrolment-period.ts';
import {mapEnrolment} from './map-enrolment.ts';
import {mapListed} from './map-listed.ts';
import {defaultRecognition, type Recognition} from './recognition.ts';
import {searchAll, type Listed} from './search.ts';

/** The enrolments in case management, as they were read. */
export interface EnrolmentsRead {
  /** Those that have a date: candidates for the index date (R17). */
  readonly periods: Loaded<readonly EnrolmentPeriod[]>;
  readonly listed: Listed;
}

/** Reads the enrolments in case management (EpisodeOfCare). */
export async function readEnrolment(
  client: FhirClient,
  signal: AbortSignal,
  recognition: Recognition = defaultRecognition,
): Promise<Result<EnrolmentsRead, Problem>> {
  const listed = await searchAll(client, 'EpisodeOfCare', [[['patient', client.patientId]]], signal);
  if (!listed.ok) return listed;
  const {value, gaps} = mapListed(listed.value, 'EpisodeOfCare', ({resource}) => readEpisode(resource));
  const periods = value.flatMap((episode) => episodePeriod(episode, recognition) ?? []);
  const asOf = new Date(client.timers.now()).toISOString();
  return ok({periods: {value: periods, gaps, asOf}, listed: listed.value});
}

/** The same as enrolments, each with its state; one that cannot be read is counted as such. Days are of the zone. */
export function enrolmentsOf(
  {periods, listed}: EnrolmentsRead,
  zone: string,
  recognition?: Recognition,
): Loaded<readonly Enrolment[]> {
  const {value, gaps} = mapListed(listed, 'EpisodeOfCare', ({resource}) =>
    mapEnrolment(resource, zone, recognition),
  );
  return {value: value.flatMap((one) => (one === 'other' ? [] : [one])), gaps, asOf: periods.asOf};
}
