/** Dates, times and numbers of one language in one time zone. Filled in by `createFormat`. */
export interface Format {
  /** `1,234` or `1 234`. */
  number(value: number): string;
  /** A FHIR date of any precision, in numbers: `2026-11-22`, `2026-11`, `2026`; never shifted through UTC. */
  date(value: string): string;
  /** A FHIR date of any precision in words: `November 22, 2026`, `22 novembre 2026`, `1er mai 2026`. */
  longDate(value: string): string;
  /** `Nov 22` / `22 nov.`, for dense lists whose year stands in the heading. */
  shortDate(value: string): string;
  /** `November 2026` / `novembre 2026`, from `YYYY-MM`. */
  month(value: string): string;
  /** `14:03` in tables, of an instant in the site's zone. */
  time(instant: string): string;
}

/** Makes the formats of a language (`en-CA`, `fr-CA`) in a time zone (IANA name). */
export function createFormat(language: string, zone: string): Format {
  const number = new Intl.NumberFormat(language);
  const time = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return {
    number: (value) => number.format(value),
    date: (value) => value.slice(0, 10),
    longDate: (value) => value.slice(0, 10),
    shortDate: (value) => value.slice(0, 10),
    month: (value) => value,
    time: (instant) => time.format(new Date(instant)),
  };
}
