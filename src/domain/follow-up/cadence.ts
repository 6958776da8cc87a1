import {addMonths, dayText, parseDay} from '../time.ts';
import type {Contact} from './contact.ts';
import {newestFirst} from './contact-log.ts';
import type {FollowUpWindows} from './windows.ts';

/** The rhythm of contact with the person, and where it stands on a day. */
export interface Cadence {
  /** The newest contact that reached the person or a relative; null when none is recorded. */
  readonly last: Contact | null;
  /** Whole days since then. */
  readonly daysSince: number | null;
  /** Days between two contacts, as somebody set it or as is usual. */
  readonly every: number;
  /** Local day (YYYY-MM-DD) of the next contact; null when there is nothing to reckon from. */
  readonly next: string | null;
  /** True when somebody named that day. */
  readonly planned: boolean;
}

/**
 * When the next contact is due on the local day `today`. A day that the newest entry names goes before the rhythm; the
 * rhythm is the one that was set last, else the usual one of the first three months from `start` (the day on which the
 * programme or the plan began), else the later one. Without any contact the first is due one rhythm after the start.
 */
export function cadence(
  contacts: readonly Contact[],
  start: string | null,
  today: string,
  windows: FollowUpWindows,
): Cadence {
  const entries = newestFirst(contacts).filter(({day}) => day <= today);
  const last = entries.find(isWithPerson) ?? null;
  const every = entries.find(({next}) => next?.every)?.next?.every ?? usual(start, today, windows);
  const [named] = entries.filter(({next}) => next?.day);
  // A contact that took place since then has settled the day that was named before it.
  const isOpen =
    named && (last === null || last.id === named.id || entries.indexOf(named) < entries.indexOf(last));
  const plannedDay = isOpen ? (named.next?.day ?? null) : null;
  const from = parseDay(last?.day ?? start ?? '');
  const now = parseDay(today);
  const lastDay = last === null ? null : parseDay(last.day);
  return {
    last,
    daysSince: lastDay === null || now === null ? null : now - lastDay,
    every,
    next: plannedDay ?? (from === null ? null : dayText(from + every)),
    planned: plannedDay !== null,
  };
}

/** True for a contact that reached the person, or a relative who speaks for them. */
export function isWithPerson({reached, party}: Contact): boolean {
  return reached && (party.kind === 'patient' || party.kind === 'relative');
}

function usual(start: string | null, today: string, windows: FollowUpWindows): number {
  const [first, now] = [parseDay(start ?? ''), parseDay(today)];
  const isEarly = first !== null && now !== null && now <= addMonths(first, 3);
  return isEarly ? windows.contactEveryDays : windows.laterContactEveryDays;
}
