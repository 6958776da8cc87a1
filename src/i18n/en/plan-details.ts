import type {Missing} from '../../domain/minimum-plan.ts';
import type {AgreementWay, CrisisTopic, PlanTopic} from '../../domain/plan-detail.ts';
import type {PlanStatus} from '../../domain/plan.ts';
import {createPlural} from '../plural.ts';

const plural = createPlural('en-CA');
const days = (n: number, count: string): string => `${count} ${plural(n, 'day', 'days')}`;

const topics: Record<PlanTopic | CrisisTopic, string> = {
  matters: 'What matters to the person',
  strengths: 'Strengths',
  needs: 'Needs',
  barriers: 'Barriers',
  housing: 'Housing',
  income: 'Income',
  transport: 'Transport',
  food: 'Food',
  work: 'Work',
  consent: 'Consent to share',
  visibleTo: 'Who may see this plan',
  meeting: 'Last meeting',
  reason: 'Reason for its state',
  signs: 'Warning signs',
  self: 'What I do',
  department: 'In the emergency department',
  call: 'Whom to call',
  afterHours: 'After hours',
};

/** Beginnings of sentences that can be taken into a text; nothing is taken by itself. */
const starters: Partial<Record<PlanTopic | CrisisTopic, readonly string[]>> = {
  matters: ['What I want most is', 'A good day for me is', 'I do not want to'],
  strengths: ['I am good at', 'The people I can count on are', 'What has worked before is'],
  needs: ['I need help with', 'I need to know'],
  barriers: ['What gets in the way is', 'It is hard for me to'],
  consent: [
    'Agrees that the whole team sees the plan.',
    'Agrees, except for',
    'Does not agree that community partners see the plan.',
  ],
  visibleTo: ['The care team and', 'Not visible to'],
  meeting: ['Present:', 'Excused:'],
  signs: ['My breathing', 'I begin to feel unwell when'],
  self: ['First I', 'If it does not get better after'],
  department: ['Please', 'What helps me is', 'What does not help me is'],
  call: ['During the day:'],
  afterHours: ['In the evening and at night:'],
};

const examples: Partial<Record<PlanTopic | CrisisTopic, string>> = {
  matters: 'Staying in my own home with my dog, and walking to the market on Saturdays.',
  strengths: 'I know my inhalers well. My sister calls every evening.',
  needs: 'Somebody to explain my pills. A drive to the clinic.',
  barriers: 'The stairs at home. Being afraid at night.',
  signs: 'I wake up short of breath two nights in a row, or my ankles swell.',
  self: 'I take my blue inhaler, sit up, and call my case manager.',
  department: 'Please speak slowly and let me sit up. My usual oxygen saturation is 90 %.',
  call: 'My case manager, then my sister.',
  afterHours: 'The health line, then my sister.',
};

/** Words of everything the plan says beside its goals, loaded with the code that shows it. */
export const planDetails = {
  topics,
  starters,
  examples,
  changedMeanwhile: 'Somebody else changed the plan meanwhile',
  kept: 'These words belong to a plan that is not shown. They are kept until you discard them.',
  loading: 'Reading what the plan says…',
  notAllowed: 'Your account may not read the plan.',
  couldNotLoad: 'What the plan says could not be read.',
  heading: 'More about the plan',
  group: {
    matters: topics.matters,
    person: 'Strengths, needs, barriers',
    situation: 'Situation',
    agreement: 'Agreement',
    sharing: 'Consent to share',
    meeting: 'Last meeting',
  },
  none: 'Not recorded',
  /** After the topics that say something: those that say nothing, as a list. */
  noneOf: (list: string) => `Not recorded: ${list}`,
  edit: 'Edit',
  actOf: (act: string, what: string) => `${act}: ${what}`,
  write: 'Write',
  noEdit: 'The plan can be read but not changed here.',
  starter: (topic: string) => `To begin with: ${topic}`,
  example: (text: string) => `For example: “${text}”`,
  lang: 'Language of these words',

  reviewed: (date: string, n: number, count: string) =>
    n < 0 ? `Reviewed ${date}` : n === 0 ? `Reviewed today` : `Reviewed ${date}, ${days(n, count)} ago`,
  notReviewed: 'No review recorded',
  stale: (n: number, count: string) => `Last reviewed ${days(n, count)} ago – check before using`,
  staleNever: 'Never reviewed – check before using',
  nextReview: (date: string) => `next review ${date}`,
  nextReviewToday: 'next review today',
  nextReviewPast: (date: string) => `next review was planned for ${date}`,
  noNextReview: 'no date for the next review',
  renewalDue: 'More than a year old: due for renewal with the person.',

  review: 'Record a review',
  reviewedOn: 'Reviewed on',
  planReview: 'Next review',
  nextOn: 'Date of the next review',
  nextHint: (date: string) => `Without another date: ${date}`,
  dateMissing: 'Enter the day.',
  dateFuture: 'This day has not come yet.',
  datePast: 'This day is over: choose a later one.',

  agreement: {
    none: 'Nobody’s agreement is recorded.',
    way: {signed: 'signed', verbal: 'said yes'} satisfies Record<AgreementWay, string>,
    unknownWay: 'how is not recorded',
    line: (name: string, way: string, date: string | null) =>
      date ? `${name}: ${way}, ${date}` : `${name}: ${way}`,
    lead: 'Who agreed, and how?',
    choose: 'Not recorded',
    other: 'Somebody else',
    otherWay: 'How this person agreed',
    hint: 'Those marked now are dated today.',
  },

  change: 'Change state',
  to: {
    active: 'Take up again',
    'on-hold': 'Put on hold',
    completed: 'Close',
    revoked: 'Stop',
    'entered-in-error': 'Entered by mistake',
    draft: 'Back to draft',
    unknown: 'Unknown',
  } satisfies Record<PlanStatus, string>,
  reasonOf: {
    active: 'What has changed? (optional)',
    'on-hold': 'Why is the plan put on hold?',
    completed: 'Why is the plan closed?',
    revoked: 'Why is the plan stopped?',
    'entered-in-error': 'What was the mistake?',
    draft: 'Why?',
    unknown: 'Why?',
  } satisfies Record<PlanStatus, string>,
  reasons: {
    active: ['Back home', 'The person wants to go on'],
    'on-hold': ['In hospital', 'The person asked for a pause', 'Moved for a time'],
    completed: ['Goals reached', 'The person no longer needs it', 'Followed elsewhere from now on'],
    revoked: ['The person no longer wants it', 'Moved away', 'Died'],
    'entered-in-error': ['Wrong person', 'Made twice'],
    draft: [],
    unknown: [],
  } satisfies Record<PlanStatus, readonly string[]>,
  reasonMissing: 'Say why.',
  keepCrisis: 'The crisis plan stays as it is.',

  start: 'Start the plan',
  startAgain: 'Start a new plan',
  startLead:
    'A first plan takes four things: what matters to the person, one goal, one action with somebody and a date, and a date for the next review. It stays a draft until you activate it.',
  noStart: 'No plan can be started here.',
  startSave: 'Save as draft',
  lastWords: 'What mattered in the plan before:',
  useLastWords: 'Use these words',
  missing: 'Still missing before the plan can be used',
  missingInUse: 'Still missing from the plan',
  nothingMissing: 'Everything that a first plan needs is there.',
  missingOf: {
    matters: 'what matters to the person',
    goal: 'one goal',
    action: 'one action',
    actionWho: 'who does the action',
    actionDue: 'the date of the action',
    nextReview: 'the date of the next review',
  } satisfies Record<Missing['field'], string>,
  activate: 'Activate the plan',
  activateLead: 'From now on the team follows this plan.',
  cannotActivate: (list: string) => `Not yet: ${list}.`,

  rivals: 'Several active plans',
  rivalsLead: (n: number) =>
    n === 1
      ? 'Another active plan is in the record. Nothing is merged: compare them, and close the one that is not in use.'
      : `${n} other active plans are in the record. Nothing is merged: compare them, and close those that are not in use.`,
  compare: 'Compare',
  thisPlan: 'Shown here',
  otherPlan: 'Other plan',
  since: (date: string) => `since ${date}`,
  same: 'The same in both',

  crisis: {
    line: 'Crisis plan',
    none: 'No crisis plan',
    unsure: 'No crisis plan among what could be read',
    loading: 'Crisis plan: being read…',
    couldNotLoad: 'The crisis plan could not be read.',
    notAllowed: 'Your account may not read the crisis plan.',
    add: 'Write a crisis plan',
    needsPlan: 'A crisis plan is part of a services plan: start that first.',
    edit: 'Edit the crisis plan',
    other: 'More',
    noEdit: 'The crisis plan can be read but not changed here.',
    updated: (date: string) => `Written ${date}`,
    missing: 'Write at least one thing.',
  },
};
