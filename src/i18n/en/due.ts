import type {DueItem, DuePart} from '../../domain/follow-up/due.ts';
import {createPlural} from '../plural.ts';
import {measures} from './measures.ts';

const plural = createPlural('en-CA');

const act: Record<DueItem['kind'], string> = {
  discharge: 'Record a contact',
  contact: 'Record a contact',
  action: 'Go to the plan',
  review: 'Go to the plan',
  renewal: 'Go to the plan',
  'plan-end': 'Go to the plan',
  'consent-end': 'Go to the plan',
  measures: 'Record a score',
};

const part: Record<DuePart, string> = {
  contacts: 'contacts',
  actions: 'actions',
  plan: 'the plan',
  measures: 'measures',
  use: 'use of services',
};

/** Words of what is due, loaded with its line. */
export const due = {
  heading: 'What is due',
  loading: 'Looking at what is due…',
  nothing: 'Nothing is due today.',
  /** Nothing was found, and not everything was looked at. */
  unknown: (parts: string): string => `What is due cannot be told: not all could be read (${parts}).`,
  more: (_n: number, count: string): string => `${count} more due`,
  missing: (parts: string): string => `Not all could be read: ${parts}. Something else may be due.`,
  part,
  act,
  done: 'Done',
  doneOf: (what: string): string => `Mark as done: ${what}`,
  saidDone: (what: string): string => `Done: ${what}`,
  accept: 'Accept',
  acceptOf: (what: string): string => `Accept: ${what}`,
  saidAccepted: (what: string): string => `Accepted: ${what}`,
  handOver: 'Hand over',
  handOverOf: (what: string): string => `Hand over to somebody else: ${what}`,
  /** What a physician of the team says of the plan. */
  answer: {
    lead: 'Do you agree with the plan?',
    agree: 'I agree',
    agreed: 'You agreed with the plan.',
    agreedOn: (day: string): string => `You agreed with the plan on ${day}.`,
    ask: 'I have a question',
    question: 'Your question (optional)',
    hasQuestion: (name: string): string => `${name} has a question about the plan: call`,
    asks: (name: string, question: string): string => `${name} asks about the plan: ${question}`,
  },
  days: (n: number, count: string): string => `${count} ${plural(n, 'day', 'days')}`,
  discharge: (days: string): string => `No contact for ${days} since the discharge`,
  dischargeDetail: {
    stay: (day: string): string => `left the hospital ${day}`,
    'ed-visit': (day: string): string => `left the emergency department ${day}`,
  },
  contact: (day: string): string => `Contact due ${day}`,
  contactPlanned: (day: string): string => `Contact planned for ${day}`,
  lastContact: (days: string, day: string, n: number): string =>
    n === 0 ? 'last contact today' : `last contact ${days} ago, ${day}`,
  noContact: 'no contact recorded yet',
  today: 'due today',
  overdue: (days: string): string => `${days} overdue`,
  since: (date: string): string => `due ${date}`,
  yours: 'you',
  nobody: 'nobody named',
  review: 'Review of the plan due',
  reviewPlanned: (day: string): string => `Review of the plan planned for ${day}`,
  reviewed: (days: string, day: string): string => `last reviewed ${days} ago, ${day}`,
  neverReviewed: 'no review recorded',
  renewal: 'Renewal of the plan due',
  planSince: (day: string): string => `in force since ${day}`,
  planEnds: (day: string): string => `The plan ends ${day}`,
  planEnded: (day: string): string => `The plan ended ${day}`,
  consentEnds: (day: string): string => `The consent to share ends ${day}`,
  consentEnded: (day: string): string => `The consent to share ended ${day}`,
  consentWith: (name: string): string => `with ${name}`,
  measures: (day: string): string => `Scores to record by ${day}`,
  /** The name without what it measures. */
  instrument: (name: string): string =>
    (measures.instrument as Readonly<Record<string, string>>)[name]?.split(',')[0] ?? name,
};
