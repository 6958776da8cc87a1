import type {TeamMember} from '../care-team.ts';
import {compare} from '../compare.ts';
import type {ReadOnlyReason} from '../goal.ts';

/** What the person said about sharing with somebody. */
export type ConsentAnswer = 'yes' | 'no';

/** A consent to share as the record holds it. */
export interface ConsentRecord {
  readonly id: string;
  readonly version: string | null;
  /** False when it was withdrawn or is only proposed: then nothing is agreed. */
  readonly active: boolean;
  /** Null when the record does not say whether it permits or denies. */
  readonly answer: ConsentAnswer | null;
  /** With whom: references without base and version, and names. */
  readonly parties: readonly {readonly reference: string | null; readonly name: string | null}[];
  /** Local days of the site (YYYY-MM-DD, or less as written). */
  readonly date: string | null;
  readonly until: string | null;
  /** What was said, in words. */
  readonly words: string | null;
  readonly readOnly: ReadOnlyReason | null;
}

/** What somebody records of a consent. */
export interface ConsentChange {
  readonly answer?: ConsentAnswer;
  /** YYYY-MM-DD; null when no end was said. */
  readonly until?: string | null;
  readonly words?: string | null;
}

type Named = Pick<TeamMember, 'reference' | 'name'>;

/** The newest consent that names a member, by reference where both have one, else by name; null when there is none. */
export function consentFor(consents: readonly ConsentRecord[], member: Named): ConsentRecord | null {
  return (
    consents
      .filter(({parties}) => parties.some((party) => isSame(party, member)))
      .toSorted((a, b) => compare(b.date, a.date) || compare(b.id, a.id))[0] ?? null
  );
}

/** Whether something may be shared on the local day `today`: no and unknown are told apart. */
export function mayShare({active, answer, until}: ConsentRecord, today: string): boolean | null {
  if (answer === null) return null;
  return active && answer === 'yes' && (until === null || until >= today.slice(0, until.length));
}

function isSame(party: Named, member: Named): boolean {
  if (party.reference !== null && member.reference !== null) return party.reference === member.reference;
  return party.name !== null && member.name !== null && plain(party.name) === plain(member.name);
}

function plain(text: string): string {
  return text.trim().replace(/\s+/gu, ' ').toLowerCase();
}
