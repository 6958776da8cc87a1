import type {UseRow} from './use-rows.ts';
import {dayNumber, monthsOf, round, type Axis} from './use-strip-axis.ts';

/** One mark: a visit, a bar with its length, a vague date as a band, a column for several, or a tick. */
export interface Mark {
  readonly shape: 'visit' | 'bar' | 'band' | 'column' | 'tick';
  /** Left edge and top, in px. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Not counted among the stays, left without being seen, or of unknown kind: drawn hollow. */
  readonly hollow: boolean;
  readonly ongoing: boolean;
  readonly rows: readonly UseRow[];
}

/** A mark before its lane is stacked. */
export type Placed = Omit<Mark, 'y'>;

/** Size of a visit, the step from one line of marks to the next, and the thickness of a bar, in px. */
export const SIZE = 11;
export const STEP = 13;
const BAR = 9;
export const COLUMN_HEIGHT = 40;

/** A visit on its day. */
export function visitMark(row: UseRow, axis: Axis): Placed {
  if (row.date.length < 10) return bandMark(row, axis);
  return {
    shape: 'visit',
    x: round(axis.x(row.date) + axis.perDay / 2 - SIZE / 2),
    width: SIZE,
    height: SIZE,
    hollow: row.flags.includes('lwbs'),
    ongoing: row.flags.includes('ongoing'),
    rows: [row],
  };
}

/** A stay from its day in to its day out. */
export function stayMark(row: UseRow, axis: Axis): Placed {
  if (row.date.length < 10) return bandMark(row, axis);
  return {
    shape: 'bar',
    x: axis.x(row.date),
    width: round(Math.max(5, (row.nights ?? 1) * axis.perDay)),
    height: BAR,
    hollow: row.kind !== 'stay',
    ongoing: row.flags.includes('ongoing'),
    rows: [row],
  };
}

/** A date known only to its month or year covers all of it (R20). */
function bandMark(row: UseRow, axis: Axis): Placed {
  const start = dayNumber(row.date);
  const left = axis.at(start);
  const right = axis.at(start + (row.date.length < 7 ? 365 : 30));
  return {
    shape: 'band',
    x: left,
    width: Math.max(SIZE, round(right - left)),
    height: BAR,
    hollow: true,
    ongoing: row.flags.includes('ongoing'),
    rows: [row],
  };
}

/** First fit: each mark takes the lowest line where it touches no other; `y` is the offset of its line. */
export function stack(placed: readonly Placed[]): {readonly marks: readonly Mark[]; readonly depth: number} {
  const ends: number[] = [];
  const marks = placed
    .toSorted((a, b) => a.x - b.x)
    .map((mark) => {
      let line = ends.findIndex((end) => end <= mark.x);
      if (line < 0) line = ends.length;
      // The arrow of what is ongoing stands behind its bar.
      ends[line] = mark.x + mark.width + (mark.ongoing ? 6 : 1);
      return {...mark, y: line * STEP};
    });
  return {marks, depth: ends.length};
}

/** Events added up by month (or some months where the strip is narrow), each column with its number. */
export function columns(rows: readonly UseRow[], axis: Axis, top: number): readonly Mark[] {
  const every = Math.max(1, Math.ceil(18 / (axis.perDay * 30.44)));
  const starts = monthsOf(axis).filter((_, place) => place % every === 0);
  const groups = starts.map((start, place) => ({
    x: start.x,
    end: starts[place + 1]?.x ?? axis.at(dayNumber(axis.to) + 1),
    rows: [] as UseRow[],
  }));
  for (const row of rows) {
    const at = axis.x(row.date);
    (groups.findLast((group) => group.x <= at) ?? groups[0])?.rows.push(row);
  }
  const most = Math.max(1, ...groups.map((group) => group.rows.length));
  return groups.flatMap((group) => {
    if (group.rows.length === 0) return [];
    const height = round(Math.max(3, ((COLUMN_HEIGHT - 13) * group.rows.length) / most));
    return {
      shape: 'column' as const,
      x: group.x + 1,
      y: top + COLUMN_HEIGHT - height,
      width: round(Math.max(4, group.end - group.x - 2)),
      height,
      hollow: false,
      ongoing: group.rows.some(({flags}) => flags.includes('ongoing')),
      rows: group.rows,
    };
  });
}

/** Contacts: a tick for each place, taller where several fall together. */
export function ticks(rows: readonly UseRow[], axis: Axis, top: number, hollow: boolean): readonly Mark[] {
  const places = new Map<number, UseRow[]>();
  for (const row of rows) {
    const place = Math.round(axis.x(row.date) / 3) * 3;
    const group = places.get(place);
    if (group) group.push(row);
    else places.set(place, [row]);
  }
  return [...places].map(([place, group]) => {
    const height = Math.min(SIZE, 4 + group.length * 2);
    return {
      shape: 'tick',
      x: place,
      y: top + SIZE - height,
      width: 2,
      height,
      hollow,
      ongoing: false,
      rows: group,
    };
  });
}
