import type {Concept} from '../domain/text.ts';
import {ACTION_SYSTEM, REVIEW} from './action-codes.ts';
import {conceptOf} from './concept-text.ts';
import {doneLine} from './done-line.ts';
import {dateOf} from './fhir-date.ts';
import {isObject, items, textOf, type JsonObject} from './json.ts';
import {readLenient} from './schema/lenient.ts';
import {concept} from './schema/types.ts';

const DAY = /^\d{4}-\d\d-\d\d/;
/** "Review" alone, or of the plan: a review of the medication is none of the plan. */
const ALONE = /^(?:review|révision)$/i;
const OF_THE_PLAN =
  /\breview(?:ed)?\b.*\b(?:plan|isp)\b|\b(?:plan|isp)\b.*\breview(?:ed)?\b|révision.*\b(?:plan|psi)\b/i;

/**
 * The day of the newest completed review of a plan (YYYY-MM-DD), from its activities; null when they name none. The day
 * is as the record writes it. Reviews that stand in Tasks are found with the actions (see `lastReview`).
 */
export function reviewedOf(carePlan: JsonObject): string | null {
  const days = items(carePlan['activity'])
    .filter(isObject)
    .flatMap(({detail, progress}) => {
      if (!isObject(detail ?? null)) return [];
      const one = detail as JsonObject;
      return one['status'] === 'completed' && namesReview(codeOf(one)) ? dayOf(one, progress) : [];
    });
  return days.toSorted().at(-1) ?? null;
}

/** Whether a code, or what is to be done in words, names a review of the plan. */
export function namesReview(code: Concept | null, description: string | null = null): boolean {
  if (code?.codings.some((one) => one.system === ACTION_SYSTEM && one.code === REVIEW)) return true;
  const names = [code?.text, description, ...(code?.codings ?? []).map(({display}) => display)];
  return names.some((name) => textOf(name) !== null && isReview(name ?? ''));
}

function codeOf({code}: JsonObject): Concept | null {
  return isObject(code ?? null) ? conceptOf(readLenient(concept, code)?.value) : null;
}

function isReview(name: string): boolean {
  return ALONE.test(name.trim()) || OF_THE_PLAN.test(name);
}

/** When it was done: as its progress says, else the end of its period, else its start. */
function dayOf({scheduledPeriod}: JsonObject, progress: unknown): readonly string[] {
  const {start, end} = isObject(scheduledPeriod ?? null) ? (scheduledPeriod as JsonObject) : {};
  const day = DAY.exec(doneLine(progress) ?? dateOf(end) ?? dateOf(start) ?? '')?.[0];
  return day === undefined ? [] : [day];
}
