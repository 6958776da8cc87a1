import type {actions as enActions} from './en/actions.ts';
import {nearestLanguage} from './index.ts';

export type ActionMessages = typeof enActions;

/** The words of the actions, which come with their list. */
export async function loadActionWords(language: string): Promise<ActionMessages> {
  return nearestLanguage(language) === 'fr-CA'
    ? (await import('./fr/actions.ts')).actions
    : (await import('./en/actions.ts')).actions;
}
