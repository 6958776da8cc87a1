import {compare} from './compare.ts';
import {parseDay} from './time.ts';
import type {CountedEvent, UseProof} from './use-proof.ts';

/** One discharge from the ED or the hospital, and the first clinic or home contact after it. */
export interface ContactGap {
  readonly event: CountedEvent;
  /** Local date of the discharge. */
  readonly discharged: string;
  /** Local date of the first contact after it; null when none is recorded. */
  readonly contact: string | null;
  /** Days from one to the other. */
  readonly days: number | null;
  /** Days from the discharge to as-of. */
  readonly elapsed: number;
}

/** How many of the discharges that are so many days old had no contact within them. */
export interface WithoutContact {
  readonly within: number;
  readonly n: number;
  readonly of: number;
}

/** Newest discharge first, and how many were left without contact. */
export interface ContactGaps {
  readonly gaps: readonly ContactGap[];
  readonly without: readonly WithoutContact[];
  /** Ended, but the record does not say when. */
  readonly endUnknown: number;
}

/**
 * From each discharge between two local days to the first clinic or home contact. An ED visit that was admitted is
 * left by the stay. Null when the history holds no contact at all: a system that records none cannot tell.
 */
export function contactGaps(
  {included, asOf}: Pick<UseProof, 'included' | 'asOf'>,
  from: string,
  to: string,
  limits: readonly number[] = [7, 30],
): ContactGaps | null {
  const contacts = included.filter(
    ({kind, localDate}) => kind === 'ambulatory' && parseDay(localDate) !== null,
  );
  if (contacts.length === 0) return null;
  const today = dayOf(asOf);
  const ended = included.filter(isDischarge);
  const gaps = ended
    .flatMap((event) => {
      const discharged = dischargeDate(event);
      if (discharged === null || discharged < from || discharged > to) return [];
      const contact = firstAfter(contacts, event, discharged)?.localDate ?? null;
      const days = contact === null ? null : dayOf(contact) - dayOf(discharged);
      return [{event, discharged, contact, days, elapsed: today - dayOf(discharged)}];
    })
    .sort((a, b) => compare(b.discharged, a.discharged) || compare(a.event.id, b.event.id));
  const endUnknown = ended.filter(
    (event) => dischargeDate(event) === null && event.localDate >= from.slice(0, event.localDate.length),
  ).length;
  return {gaps, without: limits.map((within) => withoutContact(gaps, within)), endUnknown};
}

function withoutContact(gaps: readonly ContactGap[], within: number): WithoutContact {
  // A discharge that is not so old yet says nothing, unless the contact has already been.
  const told = gaps.filter(({days, elapsed}) => elapsed >= within || days !== null);
  return {
    within,
    n: told.filter(({days}) => days === null || days > within).length,
    of: told.length,
  };
}

function isDischarge({kind, flags}: CountedEvent): boolean {
  if (flags.includes('ongoing')) return false;
  if (kind === 'ed-visit') return !flags.includes('admitted');
  return kind === 'stay' || kind === 'short-stay' || kind === 'observation';
}

/** An ED visit without an end is left on its day; a stay without an end is not guessed. */
function dischargeDate({kind, end, localDate}: CountedEvent): string | null {
  const date = end?.slice(0, 10) ?? (kind === 'ed-visit' ? localDate : null);
  return date !== null && parseDay(date) !== null ? date : null;
}

/** Contacts come in order of their dates: those before the day of the discharge are passed over at once. */
function firstAfter(
  contacts: readonly CountedEvent[],
  event: CountedEvent,
  discharged: string,
): CountedEvent | null {
  let low = 0;
  let high = contacts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (contacts[middle]!.localDate < discharged) low = middle + 1;
    else high = middle;
  }
  for (let place = low; place < contacts.length; place += 1)
    if (isAfter(contacts[place]!, event, discharged)) return contacts[place]!;
  return null;
}

/** Of a contact on the day of the discharge or later: on the day itself only times tell which was first. */
function isAfter(contact: CountedEvent, {end}: CountedEvent, discharged: string): boolean {
  if (contact.localDate !== discharged) return true;
  if (contact.start.length <= 10 || end === null || end.length <= 10) return false;
  return Date.parse(contact.start) >= Date.parse(end);
}

function dayOf(date: string): number {
  return parseDay(date) as number;
}
