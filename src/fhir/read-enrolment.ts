import type {Loaded} from '../domain/completeness.ts';
import {isCaseManagement} from '../domain/find-index.ts';
import type {EnrolmentPeriod} from '../domain/history.ts';
import type {Problem} from '../domain/problem.ts';
import {ok, type Result} from '../domain/result.ts';
import type {FhirClient} from './client.ts';
import {conceptOf} from './concept-text.ts';
import {dateOf} from './fhir-date.ts';
import {textOf, type JsonObject} from './json.ts';
import {mapListed} from './map-listed.ts';
import {defaultRecognition, type Recognition} from './recognition.ts';
import {episodeOfCare, type EpisodeOfCareWire} from './schema/episode-of-care.ts';
import {readLenient} from './schema/lenient.ts';
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
  const periods = value.flatMap((episode): readonly EnrolmentPeriod[] => {
    const types = (episode.type ?? []).flatMap((type) => conceptOf(type) ?? []);
    const start = dateOf(episode.period?.start);
    if (start === null || !isCaseManagement(types, recognition.episodeTypes)) return [];
    return [{source: 'EpisodeOfCare', start, status: textOf(episode.status) ?? 'unknown'}];
  });
  return ok({value: periods, gaps, asOf: new Date(client.timers.now()).toISOString()});
}

function readEpisode(resource: JsonObject): EpisodeOfCareWire | null {
  return readLenient(episodeOfCare, resource)?.value ?? null;
}
