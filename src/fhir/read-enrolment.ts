import type {Loaded} from '../domain/completeness.ts';
import type {EnrolmentPeriod} from '../domain/history.ts';
import type {Problem} from '../domain/problem.ts';
import {ok, type Result} from '../domain/result.ts';
import type {FhirClient} from './client.ts';
import {episodePeriod, readEpisode} from './enrolment-period.ts';
import {mapListed} from './map-listed.ts';
import {defaultRecognition, type Recognition} from './recognition.ts';
import {searchAll} from './search.ts';

/** Reads the enrolments in case management (EpisodeOfCare) that have a date. */
export async function readEnrolment(
  client: FhirClient,
  signal: AbortSignal,
  recognition: Recognition = defaultRecognition,
): Promise<Result<Loaded<readonly EnrolmentPeriod[]>, Problem>> {
  const listed = await searchAll(client, 'EpisodeOfCare', [[['patient', client.patientId]]], signal);
  if (!listed.ok) return listed;
  const {value, gaps} = mapListed(listed.value, 'EpisodeOfCare', ({resource}) => readEpisode(resource));
  const periods = value.flatMap((episode) => episodePeriod(episode, recognition) ?? []);
  return ok({value: periods, gaps, asOf: new Date(client.timers.now()).toISOString()});
}
