import {isCaseManagement} from '../domain/find-index.ts';
import type {EnrolmentPeriod} from '../domain/history.ts';
import {conceptOf} from './concept-text.ts';
import {dateOf} from './fhir-date.ts';
import {textOf, type JsonObject} from './json.ts';
import type {PlanRecord} from './map-care-plan.ts';
import {defaultRecognition, type Recognition} from './recognition.ts';
import {episodeOfCare, type EpisodeOfCareWire} from './schema/episode-of-care.ts';
import {readLenient} from './schema/lenient.ts';

/** Reads an EpisodeOfCare; null when it has no id or is none at all. */
export function readEpisode(resource: JsonObject): EpisodeOfCareWire | null {
  return readLenient(episodeOfCare, resource)?.value ?? null;
}

/** The enrolment that an episode of case management tells of (R17); null for other episodes, and without a date. */
export function episodePeriod(
  episode: EpisodeOfCareWire,
  recognition: Recognition = defaultRecognition,
): EnrolmentPeriod | null {
  const types = (episode.type ?? []).flatMap((type) => conceptOf(type) ?? []);
  const start = dateOf(episode.period?.start);
  if (start === null || !isCaseManagement(types, recognition.episodeTypes)) return null;
  return {source: 'EpisodeOfCare', start, status: textOf(episode.status) ?? 'unknown'};
}

/** The enrolment that a services plan tells of (R17); null for other plans, and without a date. */
export function planPeriod({plan, kind}: PlanRecord): EnrolmentPeriod | null {
  return kind === 'named' && plan.start !== null
    ? {source: 'CarePlan', start: plan.start, status: plan.status}
    : null;
}
