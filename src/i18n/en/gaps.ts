import type {GapReason} from '../../domain/completeness.ts';
import {createPlural} from '../plural.ts';

const plural = createPlural('en-CA');

const gap: Record<GapReason, string> = {
  'page-limit': 'The history is longer than what can be read at once.',
  timeout: 'Part of the history took too long to answer.',
  forbidden: 'Your account may not read part of it.',
  failed: 'Part of it could not be loaded.',
  quarantined: 'Some records could not be read and are left out.',
  scope: 'The permissions given at launch do not cover all of it.',
  'records-start': 'The records of this system do not go back far enough.',
  loading: 'Older records are still being read.',
};

/** What is missing of something that is shown. */
export const gaps = {
  partly: 'This is not all.',
  gap,
  recordsStart: (date: string) => `The records of this system start on ${date}.`,
  quarantined: (n: number, count: string) =>
    `${count} ${plural(n, 'record', 'records')} could not be read and ${plural(n, 'is', 'are')} left out.`,
};
