import {compare} from './compare.ts';
import {parseDay} from './time.ts';

/** What of a visit a pattern is made of; the start is local time with its offset, or a date as vague as the record is. */
export interface VisitFacts {
  readonly start: string;
  readonly localDate: string;
  readonly site: string;
  readonly reason: string | null;
}

/** One line of a tally, most first. */
export interface Tally {
  readonly name: string;
  readonly n: number;
}

/** Night 0-8, day 8-16, evening 16-24, local time: the nursing shifts. */
export const SHIFTS = ['night', 'day', 'evening'] as const;

export type Shift = (typeof SHIFTS)[number];

/** Where, why and when. */
export interface UsePatterns {
  readonly n: number;
  readonly sites: readonly Tally[];
  readonly reasons: readonly Tally[];
  readonly reasonUnknown: number;
  /** Seven lines from Monday, each with its shifts in order. */
  readonly week: readonly (readonly number[])[];
  /** Only a date is known: no shift is made up for it. */
  readonly timeUnknown: number;
}

/** Fewer visits than this make no pattern: they are said in words. */
export const PATTERN_FROM = 5;

/** Adds visits up by site, by reason, and by weekday and shift. Every visit is in each of the three exactly once. */
export function patternsOf(visits: readonly VisitFacts[]): UsePatterns {
  const week = Array.from({length: 7}, () => [0, 0, 0]);
  let timeUnknown = 0;
  for (const visit of visits) {
    const place = shiftOf(visit);
    if (place) (week[place.weekday] as number[])[SHIFTS.indexOf(place.shift)]! += 1;
    else timeUnknown += 1;
  }
  const known = visits.flatMap(({reason}) => reason ?? []);
  return {
    n: visits.length,
    sites: tally(visits.map(({site}) => site)),
    reasons: tally(known),
    reasonUnknown: visits.length - known.length,
    week,
    timeUnknown,
  };
}

/** Weekday (0 is Monday) and shift of a visit; null when the record gives no time. */
export function shiftOf({
  start,
  localDate,
}: Pick<VisitFacts, 'start' | 'localDate'>): {readonly weekday: number; readonly shift: Shift} | null {
  const day = parseDay(localDate);
  if (day === null || start.length <= 10) return null;
  const hour = Number(start.slice(11, 13));
  // 1970-01-01, day 0, was a Thursday.
  return {
    weekday: (((day + 3) % 7) + 7) % 7,
    shift: SHIFTS[Math.floor(hour / 8)] as Shift,
  };
}

/** Names that differ only in capitals or spaces are one; the first way to write it stands for all. */
function tally(names: readonly string[]): readonly Tally[] {
  const counts = new Map<string, {name: string; n: number}>();
  for (const name of names) {
    const key = name.trim().replaceAll(/\s+/g, ' ').toLowerCase();
    const line = counts.get(key);
    if (line) line.n += 1;
    else counts.set(key, {name, n: 1});
  }
  return [...counts.values()].sort((a, b) => b.n - a.n || compare(a.name, b.name));
}
