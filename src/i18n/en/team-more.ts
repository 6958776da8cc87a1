import type {AboutTopic} from '../../domain/care-team.ts';
import {createPlural} from '../plural.ts';

const plural = createPlural('en-CA');

const topic: Record<AboutTopic, string> = {
  phones: 'More phones',
  hours: 'Hours',
  substitute: 'Substitute',
  consent: 'Consent to share',
  limits: 'Role and limits',
};

const hint: Record<AboutTopic, string> = {
  phones: 'Several are parted by a semicolon: 819 555-0101 ext. 234; 819 555-0102',
  hours: 'When to call',
  substitute: 'Who answers instead, and how to reach them',
  consent: 'What may be shared, and until when: until 2027-01-31',
  limits: 'What they do, and what they cannot do',
};

/** Words of what a team says of a member beside the membership, loaded with it. */
export const teamMore = {
  topic,
  hint,
  said: (label: string, words: string): string => `${label}: ${words}`,
  noConsent: 'Consent to share not recorded',
  lastContact: (n: number, days: string, day: string): string =>
    n === 0 ? 'Last contact today' : `Last contact ${days} ${plural(n, 'day', 'days')} ago, ${day}`,
  noContact: 'No contact recorded',
  carries: (n: number, count: string): string => `${count} ${plural(n, 'action', 'actions')} to do`,
  overdue: 'overdue',
  forGoal: (words: string): string => `for “${words}”`,
  edit: 'Change',
  editOf: (name: string): string => `Change what the team says of ${name}`,
  heading: (name: string): string => `About ${name}`,
  save: 'Save',
  changedMeanwhile: 'Somebody else changed what the team says of this member meanwhile',
  role: 'Role',
  inRecord: 'In the record',
  found: (n: number, count: string): string =>
    n === 0 ? 'Nobody of this name in the record: added in words.' : `${count} found in the record`,
  notSearched: 'The record could not be searched: added in words.',
  choose: (who: string): string => `Choose ${who}`,
};
