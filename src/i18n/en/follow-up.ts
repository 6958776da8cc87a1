import type {ContactMode} from '../../domain/follow-up/contact.ts';
import {createPlural} from '../plural.ts';

const plural = createPlural('en-CA');

const mode: Record<ContactMode, string> = {
  phone: 'Phone',
  'in-person': 'In person',
  home: 'Home visit',
  video: 'Video',
  message: 'Message',
  letter: 'Letter',
};

/** Words of follow-up, loaded with its section. */
export const followUp = {
  heading: 'Follow-up',
  loading: 'Reading the contacts…',
  none: 'No contact of case management in the record yet.',
  notAllowed: 'Your account may not read the contacts.',
  couldNotLoad: 'The contacts could not be read.',
  notKept: 'This record system keeps no contacts that the panel can read.',

  mode,
  otherMode: 'Way not recorded',
  record: 'Record a contact:',
  noAdd: 'Contacts cannot be recorded here.',
  instead: 'Write the contact as a note in the chart.',
  recordNew: (way: string): string => `New contact: ${way}`,
  way: 'How',
  outcome: 'Was somebody reached?',
  reached: 'Reached',
  notReached: 'Not reached',
  party: 'With whom',
  thePerson: 'The person',
  otherParty: 'Somebody else…',
  partyName: 'Name',
  goal: 'About which goal',
  noGoal: 'No goal in particular',
  note: 'Note (optional)',
  next: 'What comes next (optional)',
  nextDay: 'Next contact (optional)',
  every: 'Contact every',
  everyAsNow: 'As until now',
  everyDays: (n: number, count: string): string => `${count} ${plural(n, 'day', 'days')}`,
  day: 'Day of the contact',
  save: 'Record the contact',
  goesTo: {
    encounter: 'It is kept as an encounter of case management, and not counted as a visit.',
    plan: 'This record system keeps no contacts: it is kept as a line of the plan.',
  },
  saveHint: 'Ctrl + Enter records it too.',
  wrong: {
    'reached missing': 'Say whether somebody was reached.',
    'party missing': 'Write the name.',
    'day missing': 'Give the day.',
    'day future': 'This day has not come yet.',
    'nextDay past': 'This day has passed.',
  } as Readonly<Record<string, string>>,
  fields: {
    mode: 'how',
    reached: 'whether somebody was reached',
    party: 'with whom',
    day: 'day',
    goalIds: 'goal',
    note: 'note',
    next: 'what comes next',
  } as Readonly<Record<string, string>>,

  last: (n: number, days: string, day: string): string =>
    n === 0 ? 'Last contact today' : `Last contact ${days} ${plural(n, 'day', 'days')} ago (${day})`,
  noLast: 'No contact with the person recorded',
  nextDue: (day: string): string => `next due ${day}`,
  nextPlanned: (day: string): string => `next planned ${day}`,
  rhythm: (days: string): string => `every ${days} days`,
  sinceDischarge: (n: number, days: string, discharged: string, contact: string): string =>
    `After the discharge of ${discharged}, the first contact was on ${contact}: ${days} ${plural(n, 'day', 'days')}.`,
  counted: (n: number, count: string, days: string): string =>
    `${count} ${plural(n, 'contact', 'contacts')} in ${days} days`,
  tried: (n: number, count: string): string =>
    `${count} ${plural(n, 'attempt', 'attempts')} that reached nobody`,
  month: (n: number, count: string): string => `${count} ${plural(n, 'contact', 'contacts')}`,
  older: (n: number, count: string): string => `${count} older ${plural(n, 'month', 'months')}`,
  notVisits: 'Contacts of the case manager are not counted among the visits to clinics.',
  with: (name: string): string => `with ${name}`,
  noName: 'somebody whose name is not known here',
  tryWith: (name: string): string => `for ${name}`,
  withPerson: 'with the person',
  tryPerson: 'for the person',
  about: (words: string): string => `About: ${words}`,
  nextOn: (day: string): string => `Next contact ${day}`,
  nextEvery: (days: string): string => `Contact every ${days} days`,
  nextIs: (text: string): string => `Next: ${text}`,
  by: (name: string): string => `by ${name}`,
  byYou: 'by you',
  withdraw: 'Entered by mistake',
  withdrawOf: (way: string, date: string): string =>
    `Mark the contact of ${date} (${way}) as entered by mistake`,
  withdrawAsk: 'Mark this contact as entered by mistake? It stays in the record’s history.',
  withdrawYes: 'Yes, by mistake',
  withdrawNo: 'Keep it',

  appointments: {
    heading: 'Appointments to come',
    none: 'No appointment to come in the record.',
    notAllowed: 'Your account may not read the appointments.',
    couldNotLoad: 'The appointments could not be read.',
    notKept: 'This record system keeps no appointments that the panel can read.',
    more: (n: number, count: string): string => `${count} more ${plural(n, 'appointment', 'appointments')}`,
    at: (day: string, time: string): string => `${day}, ${time}`,
    noReason: 'reason not recorded',
    book: 'Book an appointment in the record',
    notAgreed: 'not confirmed yet',
  },
};
