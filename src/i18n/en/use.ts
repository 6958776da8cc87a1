import type {EventFlag, EventKind} from '../../domain/use-proof.ts';
import {createPlural} from '../plural.ts';

const plural = createPlural('en-CA');

const kind: Record<EventKind, string> = {
  'ed-visit': 'ED visit',
  stay: 'Hospital stay',
  observation: 'Observation',
  'short-stay': 'Short stay',
  ambulatory: 'Clinic or home contact',
  unclassified: 'Other contact',
};

const flag: Record<EventFlag, string> = {
  admitted: 'then admitted',
  inferred: 'known only from the admission',
  ongoing: 'now',
  'end-unknown': 'end not recorded',
  'no-offset': 'time zone not recorded',
  'status-unknown': 'status not recorded',
  lwbs: 'left without being seen',
  'date-uncertain': 'date uncertain',
};

const preset: Readonly<Record<string, string>> = {
  'qc-integrated': 'integrated case management, Québec',
  'qc-regional': 'regional programme, Québec',
  'conect-invite': 'invitation to CONECT-6; the chronic condition is not checked here',
  ed5: '5 ED visits a year',
  ed10: '10 ED visits a year',
  custom: 'set by your site',
};

const edVisits = (n: number): string => plural(n, 'ED visit', 'ED visits');
const stays = (n: number): string => plural(n, 'hospital stay', 'hospital stays');

/** Words of the use of services. Counts come as `(n, text)`: the number decides the form, the text is what is shown. */
export const use = {
  heading: 'Use of services',
  window: (date: string) => `12 months to ${date}`,
  edVisits,
  stays,
  hospitalDays: (n: number) => plural(n, 'hospital day', 'hospital days'),
  sixMonths: '6 months',
  yearBefore: '12 months before',
  atLeast: 'at least',
  notAvailable: 'not available',
  glance: {
    inTwelveMonths: 'in 12 months',
    now: 'In hospital now',
    since: (date: string) => `since ${date}`,
  },
  aside: {
    leftWithoutBeingSeen: (_n: number, count: string) => `${count} left without being seen`,
    scheduledEd: (n: number, count: string) =>
      `${count} planned ED ${plural(n, 'visit', 'visits')}, not counted`,
    observations: (n: number, count: string) =>
      `${count} ${plural(n, 'observation', 'observations')}, counted apart`,
    shortStays: (n: number, count: string) =>
      `${count} ${plural(n, 'short stay', 'short stays')}, counted apart`,
    unclassified: (n: number, count: string) =>
      `${count} ${plural(n, 'contact', 'contacts')} of unknown kind, not counted`,
    dateUncertain: (_n: number, count: string) => `${count} with an uncertain date, not counted`,
    unplaced: (n: number, count: string) =>
      `${count} ${plural(n, 'record', 'records')} without a date, not counted`,
  },
  sites: (list: string) => `ED visits by site: ${list}.`,
  site: (name: string, count: string) => `${name} ${count}`,
  unknownSite: 'Site not recorded',
  preset,
  criterion: {
    met: (name: string) => `Meets the programme criterion (${name}).`,
    notMet: (name: string) => `Does not meet the programme criterion (${name}).`,
    unknown: (name: string) =>
      `Whether the programme criterion (${name}) is met cannot be told: not all was read.`,
    part: (value: string, what: string, atLeast: string, months: string) =>
      `${value} ${what} in ${months} months (criterion: ${atLeast} or more)`,
    or: 'or',
  },
  beforeAfter: {
    heading: 'Before and after enrolment',
    before: (date: string) => `6 months to enrolment on ${date}`,
    after: (elapsed: string, of: string) => `After enrolment, ${elapsed} of ${of} months`,
    guard:
      'A lower number after enrolment can be natural change; it does not show that the programme worked.',
  },
  coverage: {
    other: 'Visits at other hospitals may be missing.',
    complete: (date: string) => `Everything in this system was read, back to ${date}.`,
    completeEmpty: 'Everything in this system was read.',
    incomplete: (date: string) => `The oldest visit that was read is of ${date}.`,
  },
  none: 'No use of services is recorded in this system.',
  period: 'Period shown',
  months: (count: string) => `${count} months`,
  timeline: 'Timeline',
  timelineHelp: 'Choose a mark, or use the arrow keys.',
  laneShort: {ed: 'ED', hospital: 'Hosp.', other: 'Other'},
  enrolment: 'Enrolment',
  filter: 'Show',
  lane: {all: 'All', ed: 'ED', hospital: 'Hospital', other: 'Other'},
  search: 'Search the visits',
  searchHint: 'Reason, site or date',
  found: (n: number, count: string) =>
    `${count} ${plural(n, 'contact', 'contacts')} found in the whole history.`,
  nothingFound: 'Nothing found.',
  noneInPeriod: 'Nothing in this period.',
  earlier: (n: number, count: string) => `Earlier: ${count} ${plural(n, 'contact', 'contacts')}`,
  contacts: (n: number, count: string) => `${count} ${plural(n, 'contact', 'contacts')}`,
  showAll: 'Show all',
  kind,
  flag,
  registrations: (count: string) => `${count} registrations`,
  nights: (n: number, count: string) => `${count} ${plural(n, 'day', 'days')}`,
  soFar: (length: string) => `${length} so far`,
  howCounted: 'How this was counted',
};
