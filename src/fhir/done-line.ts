import {dateOf} from './fhir-date.ts';
import {isObject, items} from './json.ts';

/** What a progress line of an activity says when it was done, and nothing else. */
export const DONE = {en: 'Done', fr: 'Fait'};

/**
 * When the panel was told that an activity is done (FHIR dateTime): its newest progress line that says only that; null
 * when there is none. The period of an activity says until when it is to be done, which is not the day on which it was.
 *
 * @param progress `CarePlan.activity.progress` as the record holds it
 */
export function doneLine(progress: unknown): string | null {
  const times = items(progress)
    .filter(isObject)
    .filter(({text}) => text === DONE.en || text === DONE.fr)
    .flatMap(({time}) => dateOf(time) ?? []);
  return times.at(-1) ?? null;
}
