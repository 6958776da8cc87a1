import type {Lane, UseRow} from './use-rows.ts';
import {axisOf, monthsOf, type Axis, type StripMonth} from './use-strip-axis.ts';
import {
  COLUMN_HEIGHT,
  SIZE,
  STEP,
  columns,
  stack,
  stayMark,
  ticks,
  visitMark,
  type Mark,
  type Placed,
} from './use-strip-marks.ts';

export type {StripMonth} from './use-strip-axis.ts';
export type {Mark} from './use-strip-marks.ts';

/** What one drawing needs: the events of the period, its limits (local days) and the width there is, in px. */
export interface StripWish {
  readonly rows: readonly UseRow[];
  readonly from: string;
  readonly to: string;
  /** Enrolment, or null. */
  readonly index: string | null;
  /** Local days on which the plan was reviewed. */
  readonly reviews: readonly string[];
  readonly width: number;
}

/** The drawing in px; every event of the period is in exactly one mark. */
export interface Strip {
  readonly width: number;
  readonly height: number;
  readonly start: number;
  readonly lanes: readonly {readonly lane: Lane; readonly y: number; readonly height: number}[];
  readonly months: readonly StripMonth[];
  readonly marks: readonly Mark[];
  readonly enrolment: Enrolment | null;
  readonly reviews: readonly number[];
}

/** The line of enrolment, and on which side of it there is room for its name; null when on none. */
export interface Enrolment {
  readonly x: number;
  readonly side: 'left' | 'right' | null;
}

const GUTTER = 44;
const END = 8;
const TOP = 16;
const AXIS = 18;
/** More lines of marks than this in a lane are no longer read one by one: they become columns with their number. */
const MOST_LINES = 4;

interface DrawnLane {
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** Lays the strip out. Marks are stacked so that none hides another; too many become counted columns. */
export function stripOf({rows, from, to, index, reviews, width: wished}: StripWish): Strip {
  const width = Math.max(160, Math.floor(wished));
  const axis = axisOf(from, to, GUTTER, width - END);
  const lanes: {lane: Lane; y: number; height: number}[] = [];
  const marks: Mark[] = [];
  let y = TOP;
  const add = (lane: Lane, drawn: DrawnLane): void => {
    lanes.push({lane, y, height: drawn.height});
    marks.push(...drawn.marks.map((mark) => ({...mark, y: mark.y + y})));
    y += drawn.height + 7;
  };
  const of = (lane: Lane): readonly UseRow[] => rows.filter((row) => row.lane === lane);
  add('ed', stacked(of('ed'), axis, visitMark));
  add('hospital', stacked(of('hospital'), axis, stayMark));
  for (const lane of ['other', 'unclassified'] as const) {
    const own = of(lane);
    if (own.length > 0) add(lane, {height: SIZE, marks: ticks(own, axis, 0, lane === 'unclassified')});
  }
  const inside = (day: string): boolean => day >= from && day <= to;
  const shown = reviews.filter(inside).map(axis.x);
  return {
    width,
    height: y - 7 + AXIS,
    start: GUTTER,
    lanes,
    months: monthsOf(axis),
    marks,
    enrolment: index && inside(index) ? enrolmentAt(axis.x(index), width, shown) : null,
    reviews: shown,
  };
}

/** Room for the name of the line, in px; a review's diamond stands on the same height. */
const NAME = 72;

function enrolmentAt(x: number, width: number, reviews: readonly number[]): Enrolment {
  const isFree = (from: number, to: number): boolean =>
    from >= 0 && to <= width && reviews.every((review) => review < from - 5 || review > to + 5);
  const [left, right] = [isFree(x - NAME, x - 1), isFree(x + 1, x + NAME)];
  return {x, side: right ? 'right' : left ? 'left' : null};
}

/** Lines of marks from the bottom of the lane up, or columns. */
function stacked(
  rows: readonly UseRow[],
  axis: Axis,
  markOf: (row: UseRow, axis: Axis) => Placed,
): DrawnLane {
  const {marks, depth} = stack(rows.map((row) => markOf(row, axis)));
  if (depth > MOST_LINES) return {height: COLUMN_HEIGHT, marks: columns(rows, axis, 0)};
  const height = Math.max(1, depth) * STEP;
  return {height, marks: marks.map((mark) => ({...mark, y: height - mark.y - mark.height - 1}))};
}
