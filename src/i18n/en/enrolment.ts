import type {EnrolmentState} from '../../domain/follow-up/enrolment.ts';

const state: Record<EnrolmentState, string> = {
  invited: 'Invited',
  waiting: 'On the waiting list',
  enrolled: 'Enrolled',
  paused: 'Paused',
  closed: 'Closed',
  declined: 'Declined',
};

const act: Record<EnrolmentState, string> = {
  invited: 'Invite',
  waiting: 'Put on the waiting list',
  enrolled: 'Enrol',
  paused: 'Pause',
  closed: 'Close',
  declined: 'Declined by the person',
};

const reasons: Record<EnrolmentState, readonly string[]> = {
  invited: [],
  waiting: [],
  enrolled: [],
  paused: ['At the person’s request', 'Long stay in hospital', 'Away for some time'],
  closed: ['Goals reached', 'At the person’s request', 'Moved away', 'Followed elsewhere', 'Death'],
  declined: ['Not needed now', 'No time for it', 'Prefers other services'],
};

/** Words of the enrolment, loaded with its section. */
export const enrolment = {
  heading: 'Enrolment in the programme',
  loading: 'Reading the enrolment…',
  notAllowed: 'Your account may not read the enrolment.',
  couldNotLoad: 'The enrolment could not be read.',
  programme: 'Case management',
  state,
  since: (words: string, day: string): string => `${words} since ${day}`,
  on: (words: string, day: string): string => `${words} on ${day}`,
  none: 'No enrolment in the record.',
  byPlan: 'by the state of the plan',
  reason: (words: string): string => `Reason: ${words}`,
  noReason: 'Reason not recorded',
  index: (day: string): string => `Index date ${day}: before and after are counted from it.`,
  indexFromPlan: (day: string): string =>
    `Index date ${day}, the start of the plan: before and after are counted from it.`,
  noIndex: 'No index date: before and after cannot be counted.',
  before: 'Before that',
  change: 'Change the enrolment',
  changeTo: 'What is to be recorded?',
  act,
  reasons,
  reasonLabel: 'Why',
  reasonStarters: 'Usual reasons',
  date: 'Since when',
  wrong: {
    'date missing': 'Give the day.',
    'date future': 'This day has not come yet.',
    'reason missing': 'Say why.',
  } as Readonly<Record<string, string>>,
  fields: {state: 'state', date: 'day', reason: 'reason'} as Readonly<Record<string, string>>,
  notTaken: 'The enrolment cannot be changed here.',
  inPlan: 'The state of the plan says how the person stands; it is changed there.',
  goToPlan: 'Go to the plan',
  conflict: 'Somebody else changed the enrolment meanwhile',
};
