import type {due as enDue} from './en/due.ts';
import type {followUp as enFollowUp} from './en/follow-up.ts';
import {nearestLanguage} from './index.ts';

export type DueMessages = typeof enDue;

export type FollowUpMessages = typeof enFollowUp;

/** The words of what is due. */
export async function loadDueWords(language: string): Promise<DueMessages> {
  return nearestLanguage(language) === 'fr-CA'
    ? (await import('./fr/due.ts')).due
    : (await import('./en/due.ts')).due;
}

/** The words of follow-up. */
export async function loadFollowUpWords(language: string): Promise<FollowUpMessages> {
  return nearestLanguage(language) === 'fr-CA'
    ? (await import('./fr/follow-up.ts')).followUp
    : (await import('./en/follow-up.ts')).followUp;
}
