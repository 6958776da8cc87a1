import type {GoalAchievement, GoalClosingReason, GoalLifecycle} from '../../domain/goal.ts';
import type {PlanStatus} from '../../domain/plan.ts';
import type {Problem} from '../../domain/problem.ts';
import {createPlural} from '../plural.ts';

const plural = createPlural('en-CA');

/** Why nothing can be written. */
const blocked = {
  server: 'The record does not accept it.',
  scope: 'The permissions given at launch do not cover it.',
  site: 'Your site has turned this off.',
  unknown: 'It is not known yet whether the record accepts it.',
  'read-only': 'The panel was opened for viewing only.',
  halted: 'The session is over: what to do stands at the top of the panel.',
};

export type SaveFailureWords = Partial<
  Record<Problem['kind'], {readonly happened: string; readonly toDo: string}>
>;

/** Words of the plan and its goals, and of every save in the panel. */
export const plan = {
  heading: 'Plan',
  loading: 'Reading the plan…',
  none: 'No individualized services plan in the record',
  /** One line: the status, and since when. Dates come formatted. */
  line: (status: PlanStatus | 'unrecognized', start: string | null, end: string | null): string => {
    const since = start ? ` since ${start}` : '';
    switch (status) {
      case 'draft':
        return start ? `Draft plan, begins ${start}` : 'Draft plan';
      case 'active':
        return `Active plan${since}`;
      case 'on-hold':
        return start ? `Plan on hold, began ${start}` : 'Plan on hold';
      case 'completed':
        return end ? `Plan closed, ended ${end}` : 'Plan closed';
      case 'revoked':
        return end ? `Plan stopped, ended ${end}` : 'Plan stopped';
      case 'entered-in-error':
        return 'This plan is marked as entered in error';
      case 'unknown':
      case 'unrecognized':
        return start ? `Plan of unknown status, begun ${start}` : 'Plan of unknown status';
    }
  },
  /** `n` counts the active plans beside the one shown. */
  otherPlans: (n: number): string =>
    n === 1
      ? 'One other active plan is in the record. Check which one is in use.'
      : `${n} other active plans are in the record. Check which one is in use.`,
  whatMatters: 'What matters to the person',
  notAllowed: (what: 'plan' | 'goals' | 'team'): string =>
    ({
      plan: 'Your account may not read the plan.',
      goals: 'Your account may not read goals.',
      team: 'Your account may not read the care team.',
    })[what],
  couldNotLoad: (what: 'plan' | 'goals' | 'team'): string =>
    ({
      plan: 'The plan could not be read.',
      goals: 'The goals could not be read.',
      team: 'The care team could not be read.',
    })[what],
  /** Before the reasons why something is known to be missing. */
  partial: 'This list may be incomplete.',

  goals: 'Goals',
  goalsLoading: 'Reading the goals…',
  noGoals: 'No goal recorded yet.',
  /** Open goals, in the heading's line. */
  openGoals: (n: number): string => `${n} ${plural(n, 'open goal', 'open goals')}`,
  moreGoals: (n: number): string => `${n} more ${plural(n, 'goal', 'goals')}`,
  closedGoals: (n: number): string => `${n} closed`,
  closedOn: (date: string): string => `closed ${date}`,
  /** Read before a goal's words by a screen reader. */
  rank: (n: number): string => `Priority ${n}`,
  noWords: 'No words recorded for this goal',
  clinical: 'Clinical wording',
  targetLabel: 'Target date',
  dueToday: (date: string): string => `${date} (today)`,
  overdue: (date: string): string => `${date} (date passed)`,
  domainLabel: 'Domain',
  lifecycle: {
    proposed: 'Proposed',
    planned: 'Planned',
    accepted: 'Accepted',
    active: 'Active',
    'on-hold': 'On hold',
    completed: 'Completed',
    cancelled: 'Cancelled',
    'entered-in-error': 'Entered in error',
    rejected: 'Rejected',
  } satisfies Record<GoalLifecycle, string>,
  /** A state that the standard does not know, with the record's own code. */
  otherState: (code: string): string => (code ? `State in the record: ${code}` : 'State not recorded'),
  achievement: {
    'in-progress': 'In progress',
    improving: 'Improving',
    worsening: 'Worsening',
    'no-change': 'No change',
    achieved: 'Achieved',
    sustaining: 'Sustaining',
    'not-achieved': 'Not achieved',
    'no-progress': 'No progress',
    'not-attainable': 'Not attainable',
  } satisfies Record<GoalAchievement, string>,
  achievementLabel: 'Progress',
  stateLabel: 'State',
  reasonLabel: 'Reason',

  addLabel: 'New goal, in the person’s words',
  addButton: 'Add',
  addMore: 'More details',
  addFewer: 'Fewer details',
  added: 'Goal added.',
  edit: 'Edit',
  editGoal: (words: string): string => `Edit the goal: ${words}`,
  close: 'Close',
  closeGoal: (words: string): string => `Close the goal: ${words}`,
  undo: 'Undo',
  closedSaid: (words: string): string => `Closed: ${words}`,
  closeAsk: 'Why is this goal closed?',
  closing: {
    reached: 'Reached',
    'no-longer-matters': 'No longer matters to the person',
    replaced: 'Replaced by another goal',
    'not-possible': 'Not possible',
  } satisfies Record<GoalClosingReason, string>,

  wordsLabel: 'Goal, in the person’s words (required)',
  wordsMissing: 'Write the goal in the person’s words.',
  langLabel: 'Language of these words',
  langs: {en: 'English', fr: 'French', none: 'Not said'},
  clinicalLabel: 'Clinical wording (optional)',
  dueLabel: 'Target date (optional)',
  dueHint: 'Year-month-day',
  dueWrong: 'This is not a date. Write it as 2026-11-22.',
  dueIsPartial: (date: string): string => `The record says only ${date}. A date set here replaces it.`,
  noneChosen: 'Not recorded',
  closeHint: 'To close the goal, use Close in its row: it asks for the reason.',
  save: 'Save',
  saveAgain: 'Save again',
  cancel: 'Cancel',
  discardAsk: 'Discard what you typed?',
  discard: 'Discard',
  keepTyping: 'Keep typing',
  escapeKept: 'Not saved yet. Save, or Cancel to discard.',
  unsaved: 'Not saved yet',
  formLoading: 'Opening…',
  formFailed: 'The form could not be opened. Check the connection and try again.',
  nothingChanged: 'Nothing was changed.',

  readOnly: {
    'modifier-extension':
      'Read only: the record adds something that changes the meaning of this entry, and this panel cannot show it.',
    'implicit-rules': 'Read only: the record sets rules for this entry that this panel does not know.',
    subsetted: 'Read only: the record sent only part of this entry.',
    'no-ability': 'Read only: this record does not accept changes to this entry.',
  },
  goalsReadOnly: 'Goals can be read but not changed here.',
  noGoalAdd: 'No goal can be added here.',
  blocked,

  saving: 'Saving…',
  saved: (time: string): string => `Saved ${time}`,
  notSaved: 'Not saved.',
  kept: 'What you typed is kept.',
  conflictShort: 'Somebody else changed the same thing. Choose below.',
  /** Where a save needs other words than a read (see problem.ts). */
  saveFailure: {
    forbidden: {
      happened: 'Your account may not change this.',
      toDo: 'Ask the person who manages access if you need it.',
    },
    timeout: {happened: 'The record took too long to answer.', toDo: 'Save again in a moment.'},
    offline: {happened: 'The record cannot be reached.', toDo: 'Check the network, then save again.'},
    conflict: {happened: 'Somebody else changed this first.', toDo: 'Refresh, then save again.'},
    gone: {
      happened: 'This was removed from the record meanwhile.',
      toDo: 'Refresh: you can then save your words anew.',
    },
    'not-found': {
      happened: 'This is no longer in the record.',
      toDo: 'Refresh: you can then save your words anew.',
    },
  } as SaveFailureWords,
  serverSays: 'The record says:',
  notes: {
    'not-linked-to-plan': 'This is saved, but the plan could not be made to list it.',
    merged: (fields: string): string => `Somebody else’s change was kept beside yours: ${fields}.`,
    dropped: (fields: string): string => `The record left out: ${fields}. Check what it kept.`,
    'not-filed': 'Kept in this panel only. Nothing was filed.',
    'no-locking': 'This record cannot guard against two people saving at the same time.',
  },
  /** Names of fields, for notes and conflicts; unknown ones are shown by their own name. */
  fields: {
    domain: 'domain',
    barriers: 'what stands in the way',
    conditions: 'conditions',
    words: 'the person’s words',
    clinical: 'clinical wording',
    lifecycle: 'state',
    achievement: 'progress',
    dueDate: 'target date',
    statusReason: 'reason',
    name: 'name',
    role: 'role',
    organization: 'organization',
    phone: 'phone',
    date: 'end date',
    reason: 'reason',
  } as Readonly<Record<string, string>>,

  conflict: {
    heading: 'Somebody else changed this goal meanwhile',
    anyHeading: 'Somebody else changed this meanwhile',
    lead: 'Both versions are kept. Choose for each field, then save.',
    mine: 'Yours',
    theirs: 'In the record now',
    theirsAt: (time: string): string => `In the record, changed ${time}`,
    other: 'Write another',
    otherLabel: (field: string): string => `Another text: ${field}`,
    before: (text: string): string => `Before both: ${text}`,
    empty: 'Empty',
    missing: 'Choose one version for each field.',
    save: 'Save my choice',
  },

  orphans: {
    heading: 'Typed and not saved',
    lead: 'The goal these words belong to is not in the list. They are kept until you discard them.',
    saveAsNew: 'Use as a new goal',
  },
};
