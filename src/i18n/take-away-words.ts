import type {takeAway as enTakeAway} from './en/take-away.ts';
import {nearestLanguage} from './index.ts';

export type TakeAwayMessages = typeof enTakeAway;

/** The words of what is copied, printed and saved. */
export async function loadTakeAwayWords(language: string): Promise<TakeAwayMessages> {
  return nearestLanguage(language) === 'fr-CA'
    ? (await import('./fr/take-away.ts')).takeAway
    : (await import('./en/take-away.ts')).takeAway;
}
