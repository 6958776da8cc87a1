import type {Problem} from '../../domain/problem.ts';

/** What happened, and what to do about it. */
export interface Words {
  readonly happened: string;
  readonly toDo: string;
}

const words: Record<Problem['kind'], Words> = {
  offline: {
    happened: 'The record cannot be reached.',
    toDo: 'Check the network, then try again. If the network works, tell technical support: the record or the browser may be keeping the panel out.',
  },
  timeout: {
    happened: 'The record took too long to answer.',
    toDo: 'Try again in a moment.',
  },
  cancelled: {happened: 'This was stopped before it finished.', toDo: 'Try again.'},
  'signed-out': {
    happened: 'Your session has ended.',
    toDo: 'Open the panel again from the chart. Copy first what you have typed.',
  },
  forbidden: {
    happened: 'Your account may not read this.',
    toDo: 'Ask the person who manages access if you need it.',
  },
  'not-found': {happened: 'This is not in the record.', toDo: 'Refresh to see what is there now.'},
  gone: {happened: 'This was removed from the record.', toDo: 'Refresh to see what is there now.'},
  conflict: {
    happened: 'Somebody else changed this first.',
    toDo: 'Compare the two versions and choose. Nothing you typed is lost.',
  },
  rejected: {
    happened: 'The record did not accept this.',
    toDo: 'Read its reason below, correct and save again.',
  },
  unsupported: {
    happened: 'This cannot be done here.',
    toDo: 'Use the record itself for this.',
  },
  unreadable: {
    happened: 'The record gave an answer that could not be read.',
    toDo: 'Try again; if it goes on, tell technical support.',
  },
  busy: {happened: 'The record is busy.', toDo: 'Wait a moment, then try again.'},
  server: {
    happened: 'The record had a failure of its own.',
    toDo: 'Try again; if it goes on, tell technical support.',
  },
  'other-patient': {
    happened: 'The record answered with another person’s data. Nothing of it is shown.',
    toDo: 'Close the panel and open it again from the right chart.',
  },
  'held-elsewhere': {
    happened: 'This is kept in another system, which the panel does not ask.',
    toDo: 'Look for it in the record itself.',
  },
  unclear: {
    happened: 'It could not be told whether this was saved.',
    toDo: 'Refresh and look before you save again.',
  },
  bug: {
    happened: 'The panel made a mistake.',
    toDo: 'Try again; if it goes on, tell technical support.',
  },
};

const why: Record<'server' | 'scope' | 'site' | 'unknown', string> = {
  server: 'The record does not offer this.',
  scope: 'The permissions given at launch do not cover this.',
  site: 'Your site has turned this off.',
  unknown: 'The record does not say why.',
};

/** Words of everything that can go wrong. A new kind of problem does not compile without words here. */
export const problem = {
  words,
  why,
  /** Where what to do about it stands elsewhere. */
  signInAgain: 'Nothing more is read or saved until you sign in again.',
  retryAfter: (seconds: string) => `Try again in ${seconds} seconds.`,
};
