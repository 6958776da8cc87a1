import type {consent as enConsent} from './en/consent.ts';
import {nearestLanguage} from './index.ts';

export type ConsentMessages = typeof enConsent;

/** The words of the consent to share with a member of the team. */
export async function loadConsentWords(language: string): Promise<ConsentMessages> {
  return nearestLanguage(language) === 'fr-CA'
    ? (await import('./fr/consent.ts')).consent
    : (await import('./en/consent.ts')).consent;
}
