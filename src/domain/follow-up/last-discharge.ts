import {compare} from '../compare.ts';
import {parseDay} from '../time.ts';
import type {CountedEvent} from '../use-proof.ts';
import {isWithPerson} from './cadence.ts';
import type {Contact} from './contact.ts';

/** The newest discharge from a hospital or an emergency department, and the first contact of any kind after it. */
export interface LastDischarge {
  readonly kind: 'stay' | 'ed-visit';
  /** Local days, YYYY-MM-DD. */
  readonly discharged: string;
  /** Clinic visit or contact of case management; null when none is recorded. */
  readonly contact: string | null;
  /** Whole days from the discharge to that contact, or to today when there is none. */
  readonly days: number;
}

interface Bed {
  readonly kind: 'stay' | 'ed-visit';
  readonly discharged: string;
  /** As the proof writes it: local time with offset, or a day. */
  readonly end: string;
}

/**
 * The newest discharge up to the local day `today`, with the first contact after it: a visit to a clinic or at home, or a
 * contact of case management that reached the person. On the day itself only times tell which was first. Null when nobody
 * was discharged, or the person is in hospital now.
 */
export function lastDischarge(
  included: readonly CountedEvent[],
  contacts: readonly Contact[],
  today: string,
): LastDischarge | null {
  if (included.some(({kind, flags}) => kind === 'stay' && flags.includes('ongoing'))) return null;
  const newest = included
    .flatMap((event) => bedOf(event) ?? [])
    .filter(({discharged}) => discharged <= today)
    .toSorted((a, b) => compare(b.discharged, a.discharged) || compare(b.end, a.end))[0];
  if (!newest) return null;
  const {kind, discharged, end} = newest;
  const visits = included.filter((event) => event.kind === 'ambulatory');
  const seen: readonly {readonly day: string; readonly at: string}[] = [
    ...visits.map(({localDate, start}) => ({day: localDate, at: start})),
    ...contacts.filter(isWithPerson).map(({day, at}) => ({day, at: at ?? day})),
  ];
  const days = seen
    .filter(({day}) => parseDay(day) !== null && day >= discharged && day <= today)
    .filter(({day, at}) => day > discharged || isLater(at, end))
    .map(({day}) => day);
  const contact = days.toSorted()[0] ?? null;
  return {kind, discharged, contact, days: dayOf(contact ?? today) - dayOf(discharged)};
}

/** An ED visit without an end is left on its day; a stay without one is not guessed, and one that was admitted goes on. */
function bedOf({kind, end, localDate, flags}: CountedEvent): Bed | null {
  if ((kind !== 'stay' && kind !== 'ed-visit') || flags.includes('ongoing') || flags.includes('admitted'))
    return null;
  const left = end ?? (kind === 'ed-visit' ? localDate : '');
  const discharged = left.slice(0, 10);
  return parseDay(discharged) === null ? null : {kind, discharged, end: left};
}

function isLater(at: string, end: string): boolean {
  return at.length > 10 && end.length > 10 && Date.parse(at) >= Date.parse(end);
}

function dayOf(day: string): number {
  return parseDay(day) as number;
}
