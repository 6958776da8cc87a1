import type {EnrolmentPeriod} from './history.ts';
import type {Concept} from './text.ts';
import {dayText, parseDay, zoneOf} from './time.ts';

const NOT_ENROLLED = new Set(['planned', 'waitlist', 'cancelled', 'entered-in-error']);
const PLANNED = new Set(['active', 'on-hold', 'completed']);

/**
 * The index date (R17, rule text 21): the local day on which the latest case-management EpisodeOfCare began, else the
 * latest ISP CarePlan; null when neither gives a whole date on or before as-of.
 *
 * @param periods those that `isCaseManagement` and `isServicesPlan` recognized.
 * @param asOf local date YYYY-MM-DD.
 * @param zone IANA name.
 */
export function findIndex(periods: readonly EnrolmentPeriod[], asOf: string, zone: string): string | null {
  const place = zoneOf(zone);
  const limit = parseDay(asOf) ?? -Infinity;
  const latest = (counts: (period: EnrolmentPeriod) => boolean): string | null => {
    let found = -Infinity;
    for (const period of periods) {
      if (!counts(period)) continue;
      const start = place.read(period.start);
      // A month is no index date.
      if (start && start.first === start.last && start.first <= limit) found = Math.max(found, start.first);
    }
    return found === -Infinity ? null : dayText(found);
  };
  return (
    latest(({source, status}) => source === 'EpisodeOfCare' && !NOT_ENROLLED.has(status)) ??
    latest(({source, status}) => source === 'CarePlan' && PLANNED.has(status))
  );
}

/**
 * Whether an EpisodeOfCare is one of case management: a configured type (`system|code`), or its words.
 */
export function isCaseManagement(types: readonly Concept[], configured: readonly string[]): boolean {
  return hasCode(types, configured) || saysAny(types, /case management|gestion de cas/i);
}

/**
 * Whether a CarePlan is the individualized services plan: a configured category (`system|code`), or the words of its
 * title.
 */
export function isServicesPlan(
  title: string | null,
  categories: readonly Concept[],
  configured: readonly string[],
): boolean {
  if (hasCode(categories, configured)) return true;
  return title !== null && /services\s+plan|plan\s+de\s+services|\b(isp|psi)\b/i.test(title);
}

function hasCode(concepts: readonly Concept[], configured: readonly string[]): boolean {
  return concepts.some(({codings}) =>
    codings.some(({system, code}) => configured.includes(`${system ?? ''}|${code ?? ''}`)),
  );
}

function saysAny(concepts: readonly Concept[], words: RegExp): boolean {
  return concepts.some(
    ({text, codings}) => words.test(text ?? '') || codings.some(({display}) => words.test(display ?? '')),
  );
}
