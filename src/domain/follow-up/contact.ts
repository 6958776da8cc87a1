import type {ReadOnlyReason} from '../goal.ts';
import type {Words} from '../text.ts';

/** The project's own codes of contacts: one for every contact of case management, and the ways in which they are made. */
export const CONTACT_SYSTEM = 'urn:isp-panel:codesystem:contacts';

/** Category of every contact that the panel records. */
export const CONTACT = 'case-management-contact';

/** How a contact was made. */
export const contactModes = ['phone', 'in-person', 'home', 'video', 'message', 'letter'] as const;

export type ContactMode = (typeof contactModes)[number];

/** With whom: the person themselves, or somebody around them. */
export interface ContactParty {
  readonly kind: 'patient' | 'practitioner' | 'relative' | 'organization' | 'team' | 'text' | 'unknown';
  /** Reference without base and version (`Practitioner/x`), or null for somebody given by name alone. */
  readonly reference: string | null;
  readonly name: string | null;
}

/** What comes next: the day of the next contact (YYYY-MM-DD), the days between contacts from now on, what is to be done. */
export interface ContactNext {
  readonly day: string | null;
  /** Whole days, or null: then the usual rhythm goes on. */
  readonly every: number | null;
  readonly text: string | null;
}

/** One contact of the case manager, or an attempt at one. It is never a visit to a clinic (rule R25). */
export interface Contact {
  readonly id: string;
  readonly version: string | null;
  /** What holds it when it is no Communication: an Encounter, or a line in the plan. */
  readonly place?: 'encounter' | 'plan';
  /** Null when the record does not say it in a form that is known. */
  readonly mode: ContactMode | null;
  /** False when nobody was reached: then it is an attempt, and no contact. */
  readonly reached: boolean;
  readonly party: ContactParty;
  /** Local day of the site, YYYY-MM-DD. */
  readonly day: string;
  /** The time as the record writes it, when it gives one; it orders the contacts of one day. */
  readonly at: string | null;
  /** Ids of the goals it was about. */
  readonly goalIds: readonly string[];
  readonly note: Words | null;
  readonly next: ContactNext | null;
  /** Who made it: a reference, a name, or neither. */
  readonly by: {readonly reference: string | null; readonly name: string | null} | null;
  /** True when somebody has marked it as a mistake: it is kept in the record and shown no more. */
  readonly mistaken: boolean;
  readonly readOnly: ReadOnlyReason | null;
}

/** A contact as somebody records it. */
export type NewContact = Pick<Contact, 'mode' | 'reached' | 'party' | 'day' | 'goalIds' | 'note' | 'next'> & {
  readonly mode: ContactMode;
};

/** What is wrong with a contact that was entered, by the field it is entered in. */
export type ContactFault =
  | {readonly field: 'reached'; readonly why: 'missing'}
  | {readonly field: 'day'; readonly why: 'missing' | 'future'}
  | {readonly field: 'nextDay'; readonly why: 'past'}
  | {readonly field: 'party'; readonly why: 'missing'};

/** Checks what was typed; `today` is the local day. */
export function contactFaults(
  typed: {
    readonly reached: boolean | null;
    readonly day: string;
    readonly nextDay: string;
    readonly party: ContactParty | null;
  },
  today: string,
): readonly ContactFault[] {
  const faults: ContactFault[] = [];
  if (typed.reached === null) faults.push({field: 'reached', why: 'missing'});
  if (typed.party === null) faults.push({field: 'party', why: 'missing'});
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(typed.day)) faults.push({field: 'day', why: 'missing'});
  else if (typed.day > today) faults.push({field: 'day', why: 'future'});
  if (typed.nextDay !== '' && typed.nextDay < today) faults.push({field: 'nextDay', why: 'past'});
  return faults;
}
