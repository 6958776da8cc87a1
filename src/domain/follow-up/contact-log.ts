import {compare} from '../compare.ts';
import {dayText, parseDay} from '../time.ts';
import {contactModes, type Contact, type ContactMode} from './contact.ts';

/** The contacts of one month (YYYY-MM), newest first; how many reached somebody, and how many did not. */
export interface ContactMonth {
  readonly month: string;
  readonly contacts: readonly Contact[];
  readonly reached: number;
  readonly attempts: number;
}

/** Contacts by month, the newest first. */
export function contactMonths(contacts: readonly Contact[]): readonly ContactMonth[] {
  const months = new Map<string, Contact[]>();
  for (const contact of newestFirst(contacts)) {
    const month = contact.day.slice(0, 7);
    const list = months.get(month);
    if (list) list.push(contact);
    else months.set(month, [contact]);
  }
  return [...months].map(([month, list]) => {
    const reached = list.filter((contact) => contact.reached).length;
    return {month, contacts: list, reached, attempts: list.length - reached};
  });
}

/** How many contacts reached somebody in so many days up to today, and how, the most frequent way first. */
export interface ContactCount {
  readonly days: number;
  readonly n: number;
  readonly attempts: number;
  readonly byMode: readonly (readonly [ContactMode | 'other', number])[];
}

/** Counts the contacts of the newest `days` days up to `today` (a local day, YYYY-MM-DD), today included. */
export function countContacts(contacts: readonly Contact[], today: string, days: number): ContactCount {
  const last = parseDay(today);
  const from = last === null ? today : dayText(last - days + 1);
  const recent = contacts.filter(({day}) => day >= from && day <= today);
  const reached = recent.filter((contact) => contact.reached);
  const modes = new Map<ContactMode | 'other', number>();
  for (const {mode} of reached) modes.set(mode ?? 'other', (modes.get(mode ?? 'other') ?? 0) + 1);
  return {
    days,
    n: reached.length,
    attempts: recent.length - reached.length,
    byMode: [...modes].toSorted(([a, n], [b, m]) => m - n || place(a) - place(b)),
  };
}

/** Ways in their usual order; one that is not known comes last. */
function place(mode: ContactMode | 'other'): number {
  return mode === 'other' ? contactModes.length : contactModes.indexOf(mode);
}

/** The newest contact that reached one member (by reference, else by name); null when none is recorded. */
export function lastContactWith(
  contacts: readonly Contact[],
  member: {readonly reference: string | null; readonly name: string | null},
): Contact | null {
  const same = ({reached, party}: Contact): boolean =>
    reached &&
    (party.reference !== null || member.reference !== null
      ? party.reference === member.reference
      : party.name !== null && party.name === member.name);
  return newestFirst(contacts.filter(same))[0] ?? null;
}

/** The newest day first; on one day the latest time first, those without a time before them. */
export function newestFirst(contacts: readonly Contact[]): readonly Contact[] {
  return contacts.toSorted((a, b) => compare(b.day, a.day) || instant(b) - instant(a) || compare(a.id, b.id));
}

function instant({at}: Contact): number {
  const time = at === null ? Number.NaN : Date.parse(at);
  return Number.isNaN(time) ? Number.MAX_SAFE_INTEGER : time;
}
