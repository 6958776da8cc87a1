import type {EventFlag, EventKind} from '../../domain/use-proof.ts';
import type {DischargeCode} from '../../domain/visit-codes.ts';
import {createPlural} from '../plural.ts';

const plural = createPlural('en-CA');

const kind: Record<EventKind, string> = {
  'ed-visit': 'ED visit',
  stay: 'Hospital stay',
  observation: 'Observation',
  'short-stay': 'Short stay',
  ambulatory: 'Clinic or home contact',
  unclassified: 'Unclassified contact',
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

const discharged: Record<DischargeCode, string> = {
  home: 'Home',
  'alt-home': 'Another home',
  'other-hcf': 'Another health care facility',
  hosp: 'Hospice',
  long: 'Long-term care',
  aadvice: 'Left against advice',
  exp: 'Died',
  psy: 'Psychiatric hospital',
  rehab: 'Rehabilitation',
  snf: 'Nursing facility',
  oth: 'Other',
};

const preset: Readonly<Record<string, string>> = {
  'qc-integrated': 'integrated case management, Québec',
  'qc-regional': 'regional programme, Québec',
  'conect-invite': 'invitation to CONECT-6',
  ed5: '5 ED visits a year',
  ed10: '10 ED visits a year',
  custom: 'set by your site',
};

const days = (n: number, count: string): string => `${count} ${plural(n, 'day', 'days')}`;

/** Words of the drawing, the list and what stands below them, loaded after the numbers. */
export const history = {
  kind,
  flag,
  /** Where a visit or stay ended, by HL7's codes. */
  discharged,
  preset,
  period: 'Period shown',
  months: (count: string) => `${count} months`,
  timeline: 'Timeline',
  timelineHelp: 'Choose a mark, or use the arrow keys.',
  laneShort: {ed: 'ED', hospital: 'Hosp.', other: 'Clinic', unclassified: 'Uncl.'},
  enrolment: 'Enrolment',
  review: 'Plan reviewed',
  inColumn: (month: string, n: number, count: string) =>
    `${month}: ${count} ${plural(n, 'contact', 'contacts')}`,
  columns: 'Added up by month',
  filter: 'Show',
  lane: {
    all: 'All',
    ed: 'ED',
    hospital: 'Hospital',
    other: 'Clinic and home',
    unclassified: 'Unclassified',
  },
  search: 'Search the whole history',
  searchHint: 'Reason, site or date',
  jump: 'Go to',
  jumpTo: 'Go to a month',
  list: 'Visits by month. Arrow keys move from one to the next.',
  found: (n: number, count: string) =>
    `${count} ${plural(n, 'contact', 'contacts')} found in the whole history.`,
  foundSoFar: (n: number, count: string) =>
    `${count} ${plural(n, 'contact', 'contacts')} found in what has been read.`,
  nothingFound: 'Nothing found in the whole history.',
  nothingFoundSoFar: 'Nothing found in what has been read.',
  noneInPeriod: 'Nothing in this period.',
  earlier: (n: number, count: string) => `Earlier: ${count} ${plural(n, 'contact', 'contacts')}`,
  contacts: (n: number, count: string) => `${count} ${plural(n, 'contact', 'contacts')}`,
  showAll: 'Show all',
  registrations: (count: string) => `${count} registrations`,
  days,
  soFar: (length: string) => `${length} so far`,
  looksLike: (name: string) => `looks like: ${name}`,
  sinceReview: (date: string, visits: string, stays: string) =>
    `Since the plan was reviewed on ${date}: ${visits}, ${stays}.`,
  criterion: {
    met: (name: string) => `Meets the programme criterion (${name}).`,
    notMet: (name: string) => `Does not meet the programme criterion (${name}).`,
    cannotTell: {
      incomplete: (name: string) =>
        `Whether the programme criterion (${name}) is met cannot be told: not all was read.`,
      uncertain: (name: string) =>
        `Whether the programme criterion (${name}) is met cannot be told: some visits have an uncertain date or kind.`,
      'chronic-condition': (name: string) =>
        `The visits meet the programme criterion (${name}); the chronic condition that it also asks for is not checked here.`,
    },
    part: (value: string, what: string, atLeast: string, months: string) =>
      `${value} ${what} in ${months} months (criterion: ${atLeast} or more)`,
    more: 'All criteria',
  },
  howCounted: 'How this was counted',
};
