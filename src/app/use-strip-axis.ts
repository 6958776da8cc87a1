/** From days to px, and the months below. */
export interface Axis {
  /** Left edge of a local day; a day outside the period stands at its nearer end. */
  readonly x: (date: string) => number;
  /** Left edge of a day by its number. */
  readonly at: (day: number) => number;
  readonly perDay: number;
  readonly from: string;
  readonly to: string;
}

export interface StripMonth {
  readonly month: string;
  readonly x: number;
  readonly labelled: boolean;
  readonly newYear: boolean;
}

/** Makes the axis of a period between two edges, in px. */
export function axisOf(from: string, to: string, left: number, right: number): Axis {
  const first = dayNumber(from);
  const days = Math.max(1, dayNumber(to) - first + 1);
  const perDay = (right - left) / days;
  const at = (day: number): number => round(left + Math.min(days, Math.max(0, day - first)) * perDay);
  return {x: (date) => at(dayNumber(date)), at, perDay, from, to};
}

/** Each month of the axis; those that are labelled stand far enough apart to be read. */
export function monthsOf({from, to, x, perDay}: Axis): readonly StripMonth[] {
  const every = [1, 2, 3, 4, 6, 12].find((step) => step * perDay * 30.44 >= 30) ?? 12;
  const months: StripMonth[] = [];
  let year = Number(from.slice(0, 4));
  let number = Number(from.slice(5, 7));
  for (let month = from.slice(0, 7); month <= to.slice(0, 7);) {
    // The beginning of the first month is not on the axis, and the last one may be too short for its name.
    const begun = months.length > 0 || from.slice(8) === '01';
    const room = (dayNumber(to) - dayNumber(month) + 1) * perDay >= 22;
    months.push({
      month,
      x: x(month),
      labelled: begun && room && (number - 1) % every === 0,
      newYear: begun && number === 1,
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

/** The number of a civil day, for differences and places on an axis; a month or a year is its first day. */
export function dayNumber(date: string): number {
  return Math.round(
    Date.UTC(
      Number(date.slice(0, 4)),
      Number(date.slice(5, 7) || '1') - 1,
      Number(date.slice(8, 10) || '1'),
    ) / 86_400_000,
  );
}

/** To a tenth of a px. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
