import {parseDay} from './time.ts';
import type {CountedEvent} from './use-proof.ts';

/** How long an event lasted (R14); `soFar` while it goes on. */
export type EventLength =
  | {readonly unit: 'minutes'; readonly n: number}
  | {readonly unit: 'days'; readonly n: number; readonly soFar: boolean};

/**
 * R14: an ED visit in minutes from arrival to leaving, by absolute time; a stay in days, local date out minus local date
 * in, at least 1, up to as-of while it goes on. Null when the record does not tell.
 *
 * @param asOf local date YYYY-MM-DD.
 */
export function eventLength(event: CountedEvent, asOf: string): EventLength | null {
  const soFar = event.flags.includes('ongoing');
  const {start, end} = event;
  if (event.kind === 'ed-visit' || event.kind === 'ambulatory' || event.kind === 'unclassified') {
    if (end === null || start.length <= 10 || end.length <= 10) return null;
    return {unit: 'minutes', n: Math.round((Date.parse(end) - Date.parse(start)) / 60_000)};
  }
  const from = parseDay(event.localDate);
  const to = parseDay(soFar ? asOf : (end ?? '').slice(0, 10));
  return from === null || to === null ? null : {unit: 'days', n: Math.max(1, to - from), soFar};
}
