import {parseDay} from './time.ts';
import type {CountedEvent, UseProof} from './use-proof.ts';

/**
 * The ED visits and stays that began after a local day (YYYY-MM-DD), oldest first: what is new since the last review.
 * A date that is only a month is new when the whole month lies after the day.
 */
export function usedSince(
  {included}: Pick<UseProof, 'included'>,
  day: string,
): {readonly edVisits: readonly CountedEvent[]; readonly stays: readonly CountedEvent[]} {
  if (parseDay(day) === null) throw new RangeError(`not a date: ${day}`);
  const newer = included.filter(({localDate}) => localDate > day.slice(0, localDate.length));
  return {
    edVisits: newer.filter(({kind}) => kind === 'ed-visit'),
    stays: newer.filter(({kind}) => kind === 'stay'),
  };
}
