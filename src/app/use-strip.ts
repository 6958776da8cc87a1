import type {Lane, UseRow} from './use-rows.ts';
import {dayNumber} from './use-rows.ts';

/** What one drawing needs: the events of the period, its limits (local days) and the width there is, in px. */
export interface StripWish {
  readonly rows: readonly UseRow[];
  readonly from: string;
  readonly to: string;
  readonly index: string | null;
  readonly width: number;
}

/** One mark: a visit, a bar with its length, a vague date as a band, or a column that stands for several visits. */
export interface Mark {
  readonly shape: 'visit' | 'bar' | 'band' | 'column';
  /** Left edge and top, in px. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Not counted among the stays, or left without being seen: drawn hollow. */
  readonly hollow: boolean;
  readonly ongoing: boolean;
  readonly rows: readonly UseRow[];
}

export interface StripMonth {
  readonly month: string;
  readonly x: number;
  readonly labelled: boolean;
  readonly newYear: boolean;
}

/** The drawing in px; every event of the period is in exactly one mark or tick. */
export interface Strip {
  readonly width: number;
  readonly height: number;
  readonly start: number;
  readonly lanes: readonly {readonly lane: Lane; readonly y: number; readonly height: number}[];
  readonly months: readonly StripMonth[];
  readonly marks: readonly Mark[];
  readonly ticks: readonly Mark[];
  readonly enrolment: number | null;
}

const GUTTER = 44;
const END = 8;
const TOP = 14;
const SIZE = 11;
const STEP = 13;
const BAR = 9;
const AXIS = 18;
const COLUMN_HEIGHT = 40;
const MAX_ROWS = 4;

/** Lays the strip out. Marks are stacked so that none hides another; too many visits become counted columns. */
export function stripOf(wish: StripWish): Strip {
  const width = Math.max(200, Math.floor(wish.width));
  const first = dayNumber(wish.from);
  const days = Math.max(1, dayNumber(wish.to) - first + 1);
  const perDay = (width - GUTTER - END) / days;
  const x = (day: number): number => round(GUTTER + Math.min(days, Math.max(0, day - first)) * perDay);

  const ed = wish.rows.filter((row) => row.lane === 'ed');
  const hospital = wish.rows.filter((row) => row.lane === 'hospital');
  const other = wish.rows.filter((row) => row.lane === 'other');

  const monthWidth = perDay * 30.44;
  const visits = stack(ed.map((row) => visit(row, x)));
  const columned = visits.depth > MAX_ROWS;
  const edHeight = columned ? COLUMN_HEIGHT : Math.max(1, visits.depth) * STEP;
  const edMarks = columned
    ? columns(ed, wish, x, Math.max(1, Math.ceil(18 / monthWidth)))
    : visits.marks.map((mark) => ({...mark, y: TOP + edHeight - mark.y - SIZE}));

  const bars = stack(hospital.map((row) => bar(row, x, perDay)));
  const barTop = TOP + edHeight + 7;
  const barHeight = Math.max(1, bars.depth) * STEP;
  const tickTop = barTop + barHeight + 6;

  return {
    width,
    height: (other.length > 0 ? tickTop + SIZE : barTop + barHeight) + AXIS,
    start: GUTTER,
    lanes: [
      {lane: 'ed', y: TOP, height: edHeight},
      {lane: 'hospital', y: barTop, height: barHeight},
      ...(other.length > 0 ? [{lane: 'other' as const, y: tickTop, height: SIZE}] : []),
    ],
    months: monthsOf(wish.from, wish.to, x, Math.max(1, Math.ceil(30 / monthWidth))),
    marks: [...edMarks, ...bars.marks.map((mark) => ({...mark, y: barTop + mark.y + 1}))],
    ticks: ticksOf(other, x, tickTop),
    enrolment:
      wish.index && wish.index >= wish.from && wish.index <= wish.to ? x(dayNumber(wish.index)) : null,
  };
}

type Placed = Omit<Mark, 'y'>;

function visit(row: UseRow, x: (day: number) => number): Placed {
  if (row.date.length < 10) return band(row, x);
  const left = round(x(dayNumber(row.date)) - SIZE / 2);
  return {
    shape: 'visit',
    x: left,
    width: SIZE,
    height: SIZE,
    hollow: row.flags.includes('lwbs'),
    ongoing: row.flags.includes('ongoing'),
    rows: [row],
  };
}

function bar(row: UseRow, x: (day: number) => number, perDay: number): Placed {
  if (row.date.length < 10) return band(row, x);
  return {
    shape: 'bar',
    x: x(dayNumber(row.date)),
    width: round(Math.max(5, (row.nights ?? 1) * perDay)),
    height: BAR,
    hollow: row.kind !== 'stay',
    ongoing: row.flags.includes('ongoing'),
    rows: [row],
  };
}

/** A date known only to its month or year covers all of it (R20). */
function band(row: UseRow, x: (day: number) => number): Placed {
  const start = dayNumber(row.date);
  const end = row.date.length < 7 ? start + 365 : start + 30;
  const left = x(start);
  const width = Math.max(SIZE, x(end) - left);
  return {shape: 'band', x: left, width, height: BAR, hollow: true, ongoing: false, rows: [row]};
}

/** First fit: each mark takes the lowest line where it touches no other; `y` is the offset of its line. */
function stack(placed: readonly Placed[]): {readonly marks: readonly Mark[]; readonly depth: number} {
  const ends: number[] = [];
  const marks = [...placed]
    .sort((a, b) => a.x - b.x)
    .map((mark) => {
      let line = ends.findIndex((end) => end <= mark.x);
      if (line < 0) line = ends.length;
      ends[line] = mark.x + mark.width + 1;
      return {...mark, y: line * STEP};
    });
  return {marks, depth: ends.length};
}

/** Visits added up by month (or some months where the strip is narrow), each column with its number. */
function columns(
  rows: readonly UseRow[],
  wish: StripWish,
  x: (day: number) => number,
  months: number,
): readonly Mark[] {
  const starts = monthsOf(wish.from, wish.to, x, 1).filter((_, place) => place % months === 0);
  const groups = starts.map((start, place) => ({
    x: start.x,
    end: starts[place + 1]?.x ?? x(dayNumber(wish.to) + 1),
    rows: [] as UseRow[],
  }));
  for (const row of rows) {
    const at = x(dayNumber(row.date));
    (groups.findLast((group) => group.x <= at) ?? groups[0])?.rows.push(row);
  }
  const most = Math.max(1, ...groups.map((group) => group.rows.length));
  return groups.flatMap((group) => {
    if (group.rows.length === 0) return [];
    const height = round(Math.max(3, ((COLUMN_HEIGHT - 13) * group.rows.length) / most));
    return [
      {
        shape: 'column' as const,
        x: group.x + 1,
        y: TOP + COLUMN_HEIGHT - height,
        width: round(Math.max(4, group.end - group.x - 2)),
        height,
        hollow: false,
        ongoing: false,
        rows: group.rows,
      },
    ];
  });
}

/** Other contacts: a tick for each place, taller where several fall together. */
function ticksOf(rows: readonly UseRow[], x: (day: number) => number, top: number): readonly Mark[] {
  const places = new Map<number, UseRow[]>();
  for (const row of rows) {
    const place = Math.round(x(dayNumber(row.date)) / 3) * 3;
    const group = places.get(place);
    if (group) group.push(row);
    else places.set(place, [row]);
  }
  return [...places].map(([place, group]) => {
    const height = Math.min(SIZE, 4 + group.length * 2);
    return {
      shape: 'bar',
      x: place,
      y: top + SIZE - height,
      width: 1.5,
      height,
      hollow: false,
      ongoing: false,
      rows: group,
    };
  });
}

function monthsOf(
  from: string,
  to: string,
  x: (day: number) => number,
  every: number,
): readonly StripMonth[] {
  const months: StripMonth[] = [];
  let year = Number(from.slice(0, 4));
  let number = Number(from.slice(5, 7));
  for (let month = from.slice(0, 7); month <= to.slice(0, 7);) {
    const place = months.length;
    months.push({
      month,
      x: x(dayNumber(month)),
      labelled: (number - 1) % every === 0 && (place > 0 || from.slice(8) <= '12'),
      newYear: number === 1,
    });
    number += 1;
    if (number > 12) {
      number = 1;
      year += 1;
    }
    month = `${String(year).padStart(4, '0')}-${String(number).padStart(2, '0')}`;
  }
  return months;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
