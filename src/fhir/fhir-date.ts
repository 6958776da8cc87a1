import {zoneOf} from '../domain/time.ts';
import {textOf} from './json.ts';

/** A FHIR date or dateTime as it is written, of any precision; null when it is none ("soon", "2026-02-30"). */
export function dateOf(value: unknown): string | null {
  const text = textOf(value);
  return text !== null && zoneOf('UTC').read(text) !== null ? text : null;
}

/**
 * True when a FHIR date lies wholly on or before a local day (YYYY-MM-DD) of the zone: a month or a year is over only
 * with its last day. False for what is no date.
 */
export function isOver(value: string | null, today: string, zone: string): boolean {
  const place = zoneOf(zone);
  const moment = value === null ? null : place.read(value);
  const day = place.read(today);
  return moment !== null && day !== null && moment.last <= day.first;
}
