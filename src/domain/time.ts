/**
 * Dates as the record writes them, placed in the site's time zone (R19-R21). Days are whole numbers (0 is 1970-01-01),
 * instants are whole seconds since 1970-01-01T00:00Z: both compare and subtract without a calendar.
 */

/** A FHIR date or dateTime in a zone. A date has no time of day, and is never given one. */
export interface Moment {
  readonly written: string;
  /** The local days that it may mean: equal for a day or a time, a band for a month or a year (R20). */
  readonly first: number;
  readonly last: number;
  /** The instant, or null when the text gives no time. */
  readonly at: number | null;
  /** Seconds that local time is ahead of UTC at that instant. */
  readonly offset: number;
  /** Sorts moments: the instant, or the beginning of the first day. */
  readonly key: number;
  /** True when a time came without an offset and was taken as local (rule text 4). */
  readonly local: boolean;
}

const DAY = 86_400;
const SHAPE =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:Z|([+-])(\d\d):(\d\d))?)?)?)?$/;

/** Number of a civil day; the month may lie outside 1-12. */
function dayOf(year: number, month: number, day: number): number {
  // March is the first month of the reckoning, so that a leap day is the last day of its year.
  const months = year * 12 + month - 3;
  const y = Math.floor(months / 12);
  return (
    365 * y +
    Math.floor(y / 4) -
    Math.floor(y / 100) +
    Math.floor(y / 400) +
    Math.floor((153 * (months - 12 * y) + 2) / 5) +
    day -
    719_469
  );
}

/** The day of a YYYY-MM-DD, or null when the text is no such date. */
export function parseDay(text: string): number | null {
  const parts = SHAPE.exec(text);
  if (!parts?.[3] || parts[4]) return null;
  return realDay(+parts[1]!, +parts[2]!, +parts[3]);
}

/** YYYY-MM-DD of a day. */
export function dayText(day: number): string {
  return new Date(day * DAY * 1000).toISOString().split('T')[0]!;
}

/** The same day of the month n months later (earlier when negative), the month's last day where it is shorter (R16). */
export function addMonths(day: number, n: number): number {
  const date = new Date(day * DAY * 1000);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + 1 + n;
  return Math.min(dayOf(year, month, date.getUTCDate()), dayOf(year, month + 1, 1) - 1);
}

function realDay(year: number, month: number, day: number): number | null {
  if (year < 1 || month < 1 || month > 12 || day < 1) return null;
  const number = dayOf(year, month, day);
  return number < dayOf(year, month + 1, 1) ? number : null;
}

/** A time zone that answers fast: Intl is asked once for each stretch of three days, not for each record. */
export class Zone {
  readonly #format: Intl.DateTimeFormat;
  readonly #offsets = new Map<number, number>();
  readonly #changes = new Map<number, number>();

  /** @param name IANA name; an unknown one throws a RangeError. */
  constructor(name: string) {
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  /** What a FHIR date or dateTime means here; null when the text is none. */
  read(text: string): Moment | null {
    const parts = SHAPE.exec(text);
    if (!parts) return null;
    const year = +parts[1]!;
    const month = parts[2] ? +parts[2] : 0;
    const day = realDay(year, month || 1, parts[3] ? +parts[3] : 1);
    if (day === null || (parts[2] && !month)) return null;
    if (!parts[4]) {
      const last = parts[3] ? day : dayOf(year + (month ? 0 : 1), month + 1, 1) - 1;
      return {
        written: text,
        first: day,
        last,
        at: null,
        offset: 0,
        key: this.#instant(day * DAY),
        local: false,
      };
    }
    const hour = +parts[4];
    const second = +parts[6]!;
    if (hour > 23 || +parts[5]! > 59 || second > 60) return null;
    const clock = day * DAY + hour * 3600 + +parts[5]! * 60 + second;
    let at: number;
    const local = !parts[7] && !text.endsWith('Z');
    if (local) at = this.#instant(clock);
    else {
      const ahead = parts[7] ? (+parts[8]! * 60 + +parts[9]!) * 60 : 0;
      if (ahead > 14 * 3600 || +(parts[9] ?? 0) > 59) return null;
      at = parts[7] === '-' ? clock + ahead : clock - ahead;
    }
    const offset = this.#offset(at);
    const localDay = Math.floor((at + offset) / DAY);
    return {written: text, first: localDay, last: localDay, at, offset, key: at, local};
  }

  /** The instant of a clock reading; one that happens twice is the first, one that is skipped moves on. */
  #instant(clock: number): number {
    const before = this.#offset(clock - DAY);
    if (this.#offset(clock - before) === before) return clock - before;
    const after = this.#offset(clock + DAY);
    return this.#offset(clock - after) === after ? clock - after : clock - before;
  }

  #offset(at: number): number {
    const stretch = Math.floor(at / STRETCH);
    const before = this.#asked(stretch);
    const after = this.#asked(stretch + 1);
    if (before === after) return before;
    return at < this.#change(stretch, before) ? before : after;
  }

  /** The first second of a stretch at which its first offset no longer holds. */
  #change(stretch: number, before: number): number {
    let change = this.#changes.get(stretch);
    if (change === undefined) {
      let low = stretch * STRETCH;
      change = low + STRETCH;
      while (change - low > 1) {
        const middle = Math.floor((low + change) / 2);
        if (this.#ask(middle) === before) low = middle;
        else change = middle;
      }
      this.#changes.set(stretch, change);
    }
    return change;
  }

  #asked(stretch: number): number {
    let offset = this.#offsets.get(stretch);
    if (offset === undefined) {
      offset = this.#ask(stretch * STRETCH);
      this.#offsets.set(stretch, offset);
    }
    return offset;
  }

  /** Whole minutes: before about 1900 zones were odd by seconds, which no FHIR offset can say. */
  #ask(at: number): number {
    const [month, day, year, hour, minute, second] = this.#format
      .format(at * 1000)
      .match(/\d+/g)!
      .map(Number) as [number, number, number, number, number, number];
    const clock = dayOf(year, month, day) * DAY + hour * 3600 + minute * 60 + second;
    return Math.round((clock - at) / 60) * 60;
  }
}

/** About three days: no zone ever changed twice in so short a time. */
const STRETCH = 2 ** 18;

const zones = new Map<string, Zone>();

/** The zone of an IANA name, kept for the next call. */
export function zoneOf(name: string): Zone {
  let zone = zones.get(name);
  if (!zone) zones.set(name, (zone = new Zone(name)));
  return zone;
}

/** Local time with offset and seconds; a date, month or year as written. */
export function momentText(moment: Moment): string {
  const {at, offset, written} = moment;
  if (at === null) return written;
  const ahead = Math.abs(offset) / 60;
  const sign = offset < 0 ? '-' : '+';
  const tail = `${sign}${pad(Math.floor(ahead / 60))}:${pad(ahead % 60)}`;
  // Most records are already written this way.
  if (written.length === 25 && written.endsWith(tail)) return written;
  return new Date((at + offset) * 1000).toISOString().slice(0, -5) + tail;
}

/** The local date of a moment, as vague as it is written. */
export function localDateOf(moment: Moment): string {
  return moment.at === null ? moment.written : dayText(moment.first);
}

function pad(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}
