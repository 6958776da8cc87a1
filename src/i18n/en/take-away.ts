import type {CrisisTopic, PlanTopic} from '../../domain/plan-detail.ts';
import {createPlural} from '../plural.ts';

const plural = createPlural('en-CA');

/** Words of what is copied, printed and saved outside of the panel, loaded with their section. */
export const takeAway = {
  heading: 'Copy and print',
  loading: 'Opening…',
  failed: 'This could not be opened. Check the connection and try again.',
  again: 'Try again',
  copy: 'Copy as a note',
  language: 'Language of the note',
  languages: {'en-CA': 'English', 'fr-CA': 'French'},
  copied: 'Copied. Paste it where you need it.',
  /** The text is selected in a box. */
  notCopied: 'It could not be copied from here. The text is selected: press Ctrl+C or ⌘C.',
  noteBox: 'The note, to be copied',
  print: 'Print a copy…',
  visits: 'Visits as a table (CSV)',
  review: 'Next review for a calendar (ICS)',
  noVisits: 'There is no table of visits: the use of services was not read.',
  noReview: 'There is no calendar file: no day is planned for the next review.',
  partVisits: 'Not all visits were read: the table may be incomplete.',
  /** The browser saves it, or asks, or is not allowed to: the page is not told. */
  given: (file: string) => `${file} was handed to the browser to save.`,
  files: {visits: 'visits', review: 'review'},
  reviewTitle: 'Review of a services plan',

  sheet: {
    heading: 'Printed copy',
    audience: 'For whom',
    audiences: {patient: 'The person', team: 'The care team', community: 'A community partner'},
    language: 'Language',
    size: 'Text size',
    sizes: {usual: 'Usual (12 points)', large: 'Large (14 points)'},
    include: 'What is on it',
    parts: {
      matters: 'What matters',
      goals: 'Goals',
      actions: 'Actions',
      crisis: 'What to do if things get worse',
      team: 'People and phone numbers',
      use: 'Use of services',
      review: 'Next review',
    },
    consent: 'Consent to share, as the plan says it:',
    noConsent: 'The plan records no consent to share. Choose only what the person agrees to.',
    missing: 'Not all could be read: this copy may be incomplete.',
    pages: (n: number, count: string) =>
      n === 1
        ? 'It fits on one page.'
        : `It takes ${count} ${plural(n, 'page', 'pages')}. To have one, leave something out or choose the usual text size.`,
    preview: 'What will be printed',
    print: 'Print',
    close: 'Close',
  },

  /** What the person reads: short sentences, in the first person. */
  mine: {
    title: 'My plan',
    matters: 'What matters to me',
    goals: 'My goals',
    otherActions: 'Other steps',
    by: (date: string) => `By ${date}`,
    who: (name: string) => `Who: ${name}`,
    me: 'me',
    team: 'People who help me',
    noPhone: 'Ask for the phone number',
    crisis: 'If I feel worse',
    crisisTopics: {
      signs: 'My warning signs',
      self: 'What I can do',
      department: 'What helps me at the hospital',
      call: 'Who I call',
      afterHours: 'At night and on weekends',
    } satisfies Record<CrisisTopic, string>,
    review: (date: string) => `We will look at this plan again on ${date}.`,
    footer: (date: string) => `Copy of ${date}. The plan can change: ask for a new copy.`,
  },

  /** What colleagues read. */
  theirs: {
    title: 'Individualized services plan',
    born: (date: string, years: string) => `born ${date}${years ? ` (${years})` : ''}`,
    age: (years: number) => `${years} ${plural(years, 'year', 'years')}`,
    ending: (label: string, last: string) => `${label} ending in ${last}`,
    number: 'number',
    /** A name and its value. */
    pair: (name: string, value: string) => `${name}: ${value}`,
    /** Somebody's own words. */
    quote: (words: string) => `“${words}”`,
    noName: 'Name not recorded',
    copyOf: (date: string) => `Copy of ${date}`,
    use: 'Use of services, last 12 months',
    useLast6: 'Last 6 months',
    plan: 'Plan',
    reviewed: (date: string) => `last review ${date}`,
    nextReview: (date: string) => `next review ${date}`,
    topics: {
      matters: 'What matters to the person',
      strengths: 'Strengths',
      needs: 'Needs',
      barriers: 'Barriers',
      housing: 'Housing',
      income: 'Income',
      transport: 'Transport',
      food: 'Food',
      work: 'Work and activities',
    } as Partial<Record<PlanTopic, string>>,
    goals: 'Goals',
    noGoals: 'No open goal recorded.',
    clinical: (words: string) => `Clinical wording: ${words}`,
    otherActions: 'Other actions',
    actions: 'Actions',
    by: (date: string) => `by ${date}`,
    who: (name: string) => name,
    me: 'the person',
    crisis: 'Crisis plan',
    crisisTopics: {
      signs: 'Warning signs',
      self: 'What the person can do',
      department: 'What helps at the emergency department',
      call: 'Whom to call',
      afterHours: 'After hours',
    } satisfies Record<CrisisTopic, string>,
    team: 'Care team',
    noTeam: 'Nobody is recorded.',
    noPhone: 'no phone in the record',
    partial: 'This list may be incomplete.',
    missing: {
      plan: 'The plan could not be read.',
      goals: 'The goals could not be read.',
      actions: 'The actions could not be read.',
      team: 'The care team could not be read.',
    },
    useMissing: 'The use of services could not be read.',
    footer: (date: string) => `Copy of ${date}. What the record says now may differ.`,
  },
};
