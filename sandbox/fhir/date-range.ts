import {isObject} from '../json.ts';

/** A half-open range of instants in milliseconds; a partial date covers all of its day, month or year (in UTC). */
export interface DateRange {
  readonly low: number;
  readonly high: number;
}

const PATTERN =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;

/** The range that a FHIR date, dateTime or instant covers; null when it is none. A time without zone is read as UTC. */
export function dateRange(text: string): DateRange | null {
  const match = PATTERN.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, fraction, zone] = match;
  const y = Number(year);
  if (month === undefined) return {low: Date.UTC(y, 0), high: Date.UTC(y + 1, 0)};
  const m = Number(month) - 1;
  if (m < 0 || m > 11) return null;
  if (day === undefined) return {low: Date.UTC(y, m), high: Date.UTC(y, m + 1)};
  const d = Number(day);
  if (new Date(Date.UTC(y, m, d)).getUTCDate() !== d) return null;
  if (hour === undefined) return {low: Date.UTC(y, m, d), high: Date.UTC(y, m, d + 1)};
  const milliseconds = fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000);
  const local = Date.UTC(y, m, d, Number(hour), Number(minute), Number(second ?? 0), milliseconds);
  const low = local - offset(zone);
  return {low, high: low + (fraction !== undefined ? 1 : second !== undefined ? 1000 : 60_000)};
}

/** The range of an element: a dateTime, or a Period, whose missing ends are open. */
export function elementRange(value: unknown): DateRange | null {
  if (typeof value === 'string') return dateRange(value);
  if (!isObject(value)) return null;
  const start = typeof value.start === 'string' ? dateRange(value.start) : null;
  const end = typeof value.end === 'string' ? dateRange(value.end) : null;
  if (start === null && end === null) return null;
  return {low: start?.low ?? -Infinity, high: end?.high ?? Infinity};
}

function offset(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const [hours = 0, minutes = 0] = zone.slice(1).split(':').map(Number);
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

export type DatePrefix = 'eq' | 'ne' | 'gt' | 'lt' | 'ge' | 'le' | 'sa' | 'eb' | 'ap';

/** Compares as FHIR R4 3.1.1.4.7: the range of the resource against the range of the searched value. */
export function matchesDate(prefix: DatePrefix, resource: DateRange, asked: DateRange): boolean {
  const within = resource.low >= asked.low && resource.high <= asked.high;
  switch (prefix) {
    case 'eq':
      return within;
    case 'ne':
      return !within;
    case 'gt':
      return resource.high > asked.high;
    case 'ge':
      return resource.high > asked.low;
    case 'lt':
      return resource.low < asked.low;
    case 'le':
      return resource.low < asked.high;
    case 'sa':
      return resource.low >= asked.high;
    case 'eb':
      return resource.high <= asked.low;
    case 'ap':
      return resource.low < asked.high && resource.high > asked.low;
  }
}
