/** Dates, times and numbers of one language in one time zone. What cannot be read is given back as it was written. */
export interface Format {
  /** `1,234` or `1 234`. */
  number(value: number): string;
  /** A FHIR date of any precision, in numbers: `2026-11-22`, `2026-11`, `2026`; never shifted through UTC. */
  date(value: string): string;
  /** A FHIR date of any precision in words: `November 22, 2026`, `22 novembre 2026`, `1er mai 2026`. */
  longDate(value: string): string;
  /** `Nov 22` / `22 nov.`, for dense lists whose year stands in the heading. */
  shortDate(value: string): string;
  /** `November 2026` / `novembre 2026`, from `YYYY-MM`; a year alone stays a year. */
  month(value: string): string;
  /** `Nov` / `nov.`, from `YYYY-MM`, for an axis. */
  shortMonth(value: string): string;
  /** `Friday` / `vendredi`, of a local day; empty when the day is not known. */
  weekday(value: string): string;
  /** `Fri` / `ven.`. */
  shortWeekday(value: string): string;
  /** `14:03` in tables, of an instant in the site's zone. */
  time(instant: string): string;
  /** In running text: `2:30 p.m.` / `14 h 30` (no leading zero; `14 h` on the hour). */
  spokenTime(instant: string): string;
  /** `2 h 25`, `45 min`, `3 h`, from minutes. */
  duration(minutes: number): string;
}

const PARTIAL = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/;
const NBSP = '\u00a0';

/** A civil date is set at noon UTC and written in UTC, so that no zone can move it to another day. */
function noon(value: string): Date | null {
  const parts = PARTIAL.exec(value);
  if (!parts) return null;
  const date = new Date(Date.UTC(Number(parts[1]), Number(parts[2] ?? 1) - 1, Number(parts[3] ?? 1), 12));
  return date.getUTCMonth() === Number(parts[2] ?? 1) - 1 ? date : null;
}

function precision(value: string): 'year' | 'month' | 'day' | null {
  const parts = PARTIAL.exec(value);
  if (!parts) return null;
  return parts[3] ? 'day' : parts[2] ? 'month' : 'year';
}

/** Makes the formats of a language (`en-CA`, `fr-CA`) in a time zone (IANA name). */
export function createFormat(language: string, zone: string): Format {
  const french = language.startsWith('fr');
  const civil = (options: Intl.DateTimeFormatOptions): ((value: string) => string) => {
    const format = new Intl.DateTimeFormat(language, {...options, timeZone: 'UTC'});
    return (value) => {
      const date = noon(value);
      return date ? format.format(date) : value;
    };
  };
  const number = new Intl.NumberFormat(language);
  const clock = new Intl.DateTimeFormat('en-CA', {
    timeZone: knownZone(zone),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const day = civil({year: 'numeric', month: 'long', day: 'numeric'});
  const month = civil({year: 'numeric', month: 'long'});
  const short = civil({month: 'short', day: 'numeric'});
  const shortMonth = civil({month: 'short'});
  const weekday = civil({weekday: 'long'});
  const shortWeekday = civil({weekday: 'short'});
  // Quebec usage writes the first day of a month "1er"; Intl gives "1".
  const first = (text: string): string => (french ? text.replace(/^1(?= )/, '1er') : text);
  const ofMonth = (value: string): string => (precision(value) === 'year' ? value : month(value));

  return {
    number: (value) => number.format(value),
    date: (value) => PARTIAL.exec(value)?.[0] ?? value,
    longDate: (value) => (precision(value) === 'day' ? first(day(value)) : ofMonth(value)),
    shortDate: (value) => (precision(value) === 'day' ? first(short(value)) : ofMonth(value)),
    month: ofMonth,
    shortMonth,
    weekday: (value) => (precision(value) === 'day' ? weekday(value) : ''),
    shortWeekday: (value) => (precision(value) === 'day' ? shortWeekday(value) : ''),
    time: (instant) => timeOf(clock, instant),
    spokenTime: (instant) => spoken(timeOf(clock, instant), french),
    duration,
  };
}

function timeOf(clock: Intl.DateTimeFormat, instant: string): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? '' : clock.format(date);
}

/** An unknown zone name is a mistake of the host; the panel still opens, in UTC. */
function knownZone(zone: string): string {
  try {
    new Intl.DateTimeFormat('en-CA', {timeZone: zone});
    return zone;
  } catch {
    return 'UTC';
  }
}

function spoken(time: string, french: boolean): string {
  if (time === '') return '';
  const [hours, minutes] = time.split(':').map(Number) as [number, number];
  const two = String(minutes).padStart(2, '0');
  if (french) return minutes === 0 ? `${hours}${NBSP}h` : `${hours}${NBSP}h${NBSP}${minutes}`;
  return `${hours % 12 || 12}:${two}${NBSP}${hours < 12 ? 'a.m.' : 'p.m.'}`;
}

function duration(minutes: number): string {
  const whole = Math.max(0, Math.round(minutes));
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours === 0) return `${rest}${NBSP}min`;
  return rest === 0 ? `${hours}${NBSP}h` : `${hours}${NBSP}h${NBSP}${String(rest).padStart(2, '0')}`;
}
