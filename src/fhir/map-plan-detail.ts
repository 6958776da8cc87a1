import {crisisTopics, planTopics, type CrisisPlan, type PlanDetail} from '../domain/plan-detail.ts';
import type {Pointer, Words} from '../domain/text.ts';
import {localDateOf, zoneOf} from '../domain/time.ts';
import {readAgreements} from './agreement-lines.ts';
import {dateOf} from './fhir-date.ts';
import {isObject, items, textOf, type Json, type JsonObject} from './json.ts';
import {conceptOf} from './concept-text.ts';
import {mapCarePlan} from './map-care-plan.ts';
import {namesReview, reviewedOf} from './plan-review.ts';
import {topicOf, type NoteTopic} from './plan-topics.ts';
import {readOnlyReason} from './read-only.ts';
import {concept} from './schema/types.ts';
import {readLenient} from './schema/lenient.ts';
import {wordsAt} from './words.ts';

/** States of an activity that is still to be done. */
export const OPEN_ACTIVITY = ['not-started', 'scheduled', 'in-progress', 'on-hold'];

/** Reads a CarePlan with all it says; null when it is none. `zone` places its times. */
export function mapPlanDetail(resource: unknown, zone: string): PlanDetail | null {
  const record = mapCarePlan(resource);
  if (record === null || !isObject(resource)) return null;
  const {plan, lastUpdated} = record;
  const {topics} = notesOf(resource);
  const words = Object.fromEntries(planTopics.map((topic) => [topic, topics.get(topic) ?? null]));
  return {
    ...(words as Record<(typeof planTopics)[number], Words | null>),
    id: plan.id,
    version: plan.version,
    title: plan.title,
    status: plan.status,
    start: plan.start,
    end: plan.end,
    reviewed: reviewedOf(resource),
    nextReview: nextReviewOf(resource, zone),
    agreements: readAgreements(topics.get('agreements')?.text ?? ''),
    goalIds: plan.goalIds,
    author: authorOf(resource),
    updated: lastUpdated,
    readOnly: readOnlyReason(resource),
  };
}

/** Reads a crisis plan; null when it is no CarePlan. */
export function mapCrisisPlan(resource: unknown): CrisisPlan | null {
  const record = mapCarePlan(resource);
  if (record === null || !isObject(resource)) return null;
  const {topics, others} = notesOf(resource);
  const words = Object.fromEntries(crisisTopics.map((topic) => [topic, topics.get(topic) ?? null]));
  const [first] = others;
  return {
    ...(words as Record<(typeof crisisTopics)[number], Words | null>),
    id: record.plan.id,
    version: record.plan.version,
    status: record.plan.status,
    other: first ? {text: others.map(({text}) => text).join('\n'), lang: first.lang} : null,
    updated: record.lastUpdated,
    readOnly: readOnlyReason(resource),
  };
}

function authorOf({author}: JsonObject): Pointer | null {
  if (!isObject(author ?? null)) return null;
  const {reference, display} = author as JsonObject;
  return {reference: textOf(reference), display: textOf(display)};
}

/** Ids of the plans that this one is part of. */
export function partOfIds(resource: JsonObject): readonly string[] {
  return items(resource['partOf']).flatMap((one) => {
    const reference = isObject(one) ? textOf(one['reference']) : null;
    return (
      reference
        ?.replace(/\/_history\/.*$/u, '')
        .split('/')
        .at(-1) ?? []
    );
  });
}

/** What the description and the notes say, the newest of each topic; the rest as it is. */
function notesOf(resource: JsonObject): {
  readonly topics: ReadonlyMap<NoteTopic, Words>;
  readonly others: readonly Words[];
} {
  const topics = new Map<NoteTopic, Words>();
  const others: Words[] = [];
  const notes = items(resource['note']).filter(isObject);
  for (const words of [wordsAt(resource, 'description'), ...notes.map((note) => wordsAt(note, 'text'))]) {
    if (words === null) continue;
    const said = topicOf(words.text);
    if (said === null) others.push(words);
    else if (said.words !== '') topics.set(said.topic, {text: said.words, lang: words.lang});
  }
  return {topics, others};
}

/** The next review that is planned: the earliest of those not yet done. */
function nextReviewOf(resource: JsonObject, zone: string): string | null {
  const days = items(resource['activity'])
    .filter(isObject)
    .flatMap(({detail}) => (isObject(detail ?? null) ? [detail as JsonObject] : []))
    .filter(
      (detail) =>
        OPEN_ACTIVITY.includes(textOf(detail['status']) ?? '') && namesReview(codeOf(detail['code'] ?? null)),
    )
    .flatMap(({scheduledPeriod}) => {
      if (!isObject(scheduledPeriod ?? null)) return [];
      const {start, end} = scheduledPeriod as JsonObject;
      const moment = zoneOf(zone).read(dateOf(end) ?? dateOf(start) ?? '');
      return moment && moment.first === moment.last ? [localDateOf(moment)] : [];
    });
  return days.toSorted()[0] ?? null;
}

function codeOf(code: Json): ReturnType<typeof conceptOf> {
  return isObject(code) ? conceptOf(readLenient(concept, code)?.value) : null;
}
