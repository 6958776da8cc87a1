import type {DischargeCode} from '../domain/visit-codes.ts';
import {LANES, type Lane, type UseRow} from './use-rows.ts';

/** How a visit ended, in the reader's language. */
type Discharged = Readonly<Record<DischargeCode, string>>;

/** What the person looks for in the list. */
export interface ListWish {
  readonly lane: Lane | null;
  readonly query: string;
  /** Words that stand for codes of the record on the screen: what is read there is found. */
  readonly discharged?: Discharged;
  /** First local day of the period on the screen. */
  readonly from: string;
}

/** The rows of one month; `open` says whether they are drawn at once. */
export interface MonthGroup {
  /** YYYY-MM, or YYYY when the record says no more. */
  readonly month: string;
  readonly rows: readonly UseRow[];
  readonly open: boolean;
}

/** The list as it is drawn: the period on the screen, and what lies before it. */
export interface UseList {
  readonly months: readonly MonthGroup[];
  readonly earlier: readonly MonthGroup[];
  readonly shown: number;
  readonly before: number;
}

/** Rows that are drawn without being asked for; older months are headings that draw theirs when opened. */
export const ROWS_AT_ONCE = 150;

/** Groups the rows (newest first) by month. A search goes through the whole history, whatever the period. */
export function listOf(rows: readonly UseRow[], wish: ListWish): UseList {
  const words = fold(wish.query).split(/\s+/).filter(Boolean);
  const found = rows.filter(
    (row) => (wish.lane === null || row.lane === wish.lane) && matches(row, words, wish.discharged),
  );
  const inPeriod = (row: UseRow): boolean =>
    words.length > 0 || row.date >= wish.from.slice(0, row.date.length);
  const now = found.filter(inPeriod);
  const before = found.filter((row) => !inPeriod(row));
  return {
    months: byMonth(now, ROWS_AT_ONCE),
    earlier: byMonth(before, 0),
    shown: now.length,
    before: before.length,
  };
}

/** How many rows each filter has. */
export type LaneCounts = Readonly<Record<Lane | 'all', number>>;

const counted = new WeakMap<readonly UseRow[], {readonly from: string; readonly counts: LaneCounts}>();

/** How many rows of the period each lane has; remembered for the period that was asked for last. */
export function laneCounts(rows: readonly UseRow[], from: string): LaneCounts {
  const known = counted.get(rows);
  if (known?.from === from) return known.counts;
  const counts = countLanes(rows, from);
  counted.set(rows, {from, counts});
  return counts;
}

function countLanes(rows: readonly UseRow[], from: string): LaneCounts {
  const counts = {all: 0, ed: 0, hospital: 0, other: 0, unclassified: 0};
  for (const row of rows) {
    if (row.date < from.slice(0, row.date.length)) continue;
    counts.all += 1;
    counts[row.lane] += 1;
  }
  return counts;
}

function byMonth(rows: readonly UseRow[], atOnce: number): readonly MonthGroup[] {
  const months = new Map<string, UseRow[]>();
  for (const row of rows) {
    const month = row.date.slice(0, 7);
    const group = months.get(month);
    if (group) group.push(row);
    else months.set(month, [row]);
  }
  let drawn = 0;
  return [...months].map(([month, group], place) => {
    drawn += group.length;
    return {month, rows: group, open: drawn <= atOnce || (place === 0 && atOnce > 0)};
  });
}

/** The filters that have something to show, in order: all, then each lane that the history has. */
export function lanesOf(rows: readonly UseRow[]): readonly (Lane | 'all')[] {
  const whole = laneTotals.get(rows) ?? countLanes(rows, '');
  laneTotals.set(rows, whole);
  return ['all', ...LANES.filter((lane) => whole[lane] > 0)];
}

const laneTotals = new WeakMap<readonly UseRow[], LaneCounts>();

/** The months that have events, newest first, by year: where one can jump to. */
export function yearsOf(
  rows: readonly UseRow[],
): readonly {readonly year: string; readonly months: readonly string[]}[] {
  const years = new Map<string, Set<string>>();
  for (const {date} of rows) {
    const year = date.slice(0, 4);
    const months = years.get(year) ?? new Set();
    years.set(year, months.add(date.slice(0, 7)));
  }
  return [...years].map(([year, months]) => ({year, months: [...months]}));
}

const folded = new WeakMap<UseRow, {readonly text: string; readonly discharged: Discharged | undefined}>();

/** Prepares the search of some rows beforehand, so that the first letter typed finds all of it done. */
export function prepareSearch(
  rows: readonly UseRow[],
  from: number,
  to: number,
  discharged?: Discharged,
): void {
  for (const row of rows.slice(from, to)) textOf(row, discharged);
}

function matches(row: UseRow, words: readonly string[], discharged?: Discharged): boolean {
  if (words.length === 0) return true;
  const text = textOf(row, discharged);
  return words.every((word) => text.includes(word));
}

function textOf(row: UseRow, discharged?: Discharged): string {
  const known = folded.get(row);
  if (known?.discharged === discharged && known) return known.text;
  const shown = row.dischargeCode && discharged?.[row.dischargeCode];
  const text = fold([row.date, row.site, row.reason, row.discharge, shown].filter(Boolean).join(' '));
  folded.set(row, {text, discharged});
  return text;
}

/** Small letters without accents, so that "depart" finds "Départ"; a text without any is quickly done. */
function fold(text: string): string {
  const small = text.toLowerCase();
  return PLAIN.test(small) ? small : small.normalize('NFD').replace(ACCENTS, '');
}

const PLAIN = /^[ -~]*$/;
const ACCENTS = /[\u0300-\u036f]/g;
