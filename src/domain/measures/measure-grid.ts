import {addMonths, dayText, parseDay} from '../time.ts';
import {cutOffOf, instruments, isMet, type Instrument} from './instruments.ts';
import type {Measure} from './measure.ts';

/** Months after the start of the programme at which its measures are taken. */
export const timePoints = [0, 6, 12] as const;

/** Days before and after the target within which a measure is on time. */
const TOLERANCE = 30;
/** Farther from the target than this many months, a measure belongs to no time point. */
const REACH = 3;

export type Timing = 'on-time' | 'early' | 'late';

/** What stands at one time point. */
export type MeasureCell =
  | {
      readonly kind: 'score';
      readonly measure: Measure;
      readonly timing: Timing;
      readonly met: boolean | null;
    }
  /** `to-come` before its window, `due` in it, `not-done` after it. Days of the window, YYYY-MM-DD. */
  | {
      readonly kind: 'none';
      readonly state: 'to-come' | 'due' | 'not-done';
      readonly from: string;
      readonly to: string;
    };

/** One instrument with its time points and everything that was recorded, oldest first. */
export interface MeasureRow {
  readonly instrument: Instrument;
  /**
   * One for each of `timePoints`. Empty when it is not known when the programme began, for an instrument that is not
   * repeated in it, and for one that was never used in it: nothing of those is due.
   */
  readonly cells: readonly MeasureCell[];
  readonly all: readonly Measure[];
  readonly newest: Measure;
  /** True when the newest is older than twelve months. */
  readonly old: boolean;
}

/**
 * Recorded scores by instrument and time point. The target of a time point is
 * so many months after `index`; thirty days before or after are on time, farther ones (up to three months) are shown with
 * their date as early or late.
 *
 * @param index first day of the programme (YYYY-MM-DD), or null.
 * @param today local day of the site.
 */
export function measureGrid(
  measures: readonly Measure[],
  index: string | null,
  today: string,
): readonly MeasureRow[] {
  const start = index === null ? null : parseDay(index.slice(0, 10));
  const now = parseDay(today) ?? 0;
  return instruments.flatMap((instrument) => {
    const all = measures
      .filter((measure) => measure.instrument === instrument.name)
      .toSorted((a, b) => a.date.localeCompare(b.date) || a.id.localeCompare(b.id));
    const newest = all.at(-1);
    if (newest === undefined) return [];
    const points =
      start === null || instrument.use === 'finding'
        ? []
        : timePoints.map((months) => cellOf(instrument, all, addMonths(start, months), now));
    const cells = points.some(({kind}) => kind === 'score') ? points : [];
    return [{instrument, cells, all, newest, old: isOld(newest, today)}];
  });
}

/** What is due now: the instruments by the day until which they are on time, soonest first. */
export function dueMeasures(rows: readonly MeasureRow[]): ReadonlyMap<string, readonly Instrument[]> {
  const due = new Map<string, Instrument[]>();
  for (const {instrument, cells} of rows) {
    for (const cell of cells) {
      if (cell.kind !== 'none' || cell.state !== 'due') continue;
      due.set(cell.to, [...(due.get(cell.to) ?? []), instrument]);
    }
  }
  return new Map([...due].toSorted(([a], [b]) => a.localeCompare(b)));
}

/** A score of more than twelve months ago no longer speaks of today. */
export function isOld({date}: Pick<Measure, 'date'>, today: string): boolean {
  const day = parseDay(date);
  const now = parseDay(today);
  return day !== null && now !== null && addMonths(day, 12) < now;
}

function cellOf(instrument: Instrument, all: readonly Measure[], target: number, now: number): MeasureCell {
  const [first, last] = [target - TOLERANCE, target + TOLERANCE];
  let best: {measure: Measure; day: number} | null = null;
  for (const measure of all) {
    const day = parseDay(measure.date);
    if (day === null || day < addMonths(target, -REACH) || day >= addMonths(target, REACH)) continue;
    if (best === null || distance(day, target) < distance(best.day, target)) best = {measure, day};
  }
  if (best === null) {
    const state = now < first ? 'to-come' : now <= last ? 'due' : 'not-done';
    return {kind: 'none', state, from: dayText(first), to: dayText(last)};
  }
  const {measure, day} = best;
  const timing = day < first ? 'early' : day > last ? 'late' : 'on-time';
  return {kind: 'score', measure, timing, met: isMet({cutOff: cutOffOf(instrument, measure)}, measure.score)};
}

function distance(a: number, b: number): number {
  return Math.abs(a - b);
}
