import {dateOf} from './fhir-date.ts';
import {isObject, items, textOf, type Json, type JsonObject} from './json.ts';

const DAY = /^\d{4}-\d\d-\d\d/;
/** "Review" alone, or of the plan: a review of the medication is none of the plan. */
const ALONE = /^(?:review|révision)$/i;
const OF_THE_PLAN =
  /\breview(?:ed)?\b.*\b(?:plan|isp)\b|\b(?:plan|isp)\b.*\breview(?:ed)?\b|révision.*\b(?:plan|psi)\b/i;

/**
 * The day of the newest completed review of a plan (YYYY-MM-DD), from its activities; null when they name none. The day
 * is as the record writes it.
 */
export function reviewedOf(carePlan: JsonObject): string | null {
  const days = items(carePlan['activity'])
    .filter(isObject)
    .flatMap(({detail}) => (isObject(detail ?? null) ? [detail as JsonObject] : []))
    .filter((detail) => detail['status'] === 'completed' && namesOf(detail['code'] ?? null).some(isReview))
    .flatMap(dayOf);
  return days.toSorted().at(-1) ?? null;
}

function namesOf(code: Json): readonly string[] {
  if (!isObject(code)) return [];
  const displays = items(code['coding'])
    .filter(isObject)
    .map(({display}) => display);
  return [code['text'], ...displays].flatMap((name) => textOf(name) ?? []);
}

function isReview(name: string): boolean {
  return ALONE.test(name.trim()) || OF_THE_PLAN.test(name);
}

/** When it was done: the end of its period, else its start. */
function dayOf({scheduledPeriod}: JsonObject): readonly string[] {
  if (!isObject(scheduledPeriod ?? null)) return [];
  const {start, end} = scheduledPeriod as JsonObject;
  const day = DAY.exec(dateOf(end) ?? dateOf(start) ?? '')?.[0];
  return day === undefined ? [] : [day];
}
