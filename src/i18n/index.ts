import {messages as en} from './en/index.ts';
import type {proof as enProof} from './en/proof.ts';
import {createFormat, type Format} from './format.ts';

/** One catalogue: both languages satisfy this type, neither is a translation of the other. */
export type Messages = typeof en;

export type ProofMessages = typeof enProof;

export type Language = 'en-CA' | 'fr-CA';

/** Words and formats of one panel. */
export interface Localization {
  readonly language: Language;
  readonly zone: string;
  readonly messages: Messages;
  readonly format: Format;
}

/** The supported language nearest to a BCP 47 tag; French for any `fr`, else English. */
export function nearestLanguage(tag: string | null | undefined): Language {
  return tag?.toLowerCase().startsWith('fr') ? 'fr-CA' : 'en-CA';
}

/** English, there at once; French is loaded when asked for. */
export const fallbackLocalization: Localization = {
  language: 'en-CA',
  zone: 'America/Toronto',
  messages: en,
  format: createFormat('en-CA', 'America/Toronto'),
};

/** Loads a language. */
export async function loadLocalization(language: Language, zone: string): Promise<Localization> {
  const messages = language === 'fr-CA' ? (await import('./fr/index.ts')).messages : en;
  return {language, zone, messages, format: createFormat(language, zone)};
}

/** The words of "How this was counted": read by few, so they come in their own file. */
export async function loadProofWords(language: string): Promise<ProofMessages> {
  return nearestLanguage(language) === 'fr-CA'
    ? (await import('./fr/proof.ts')).proof
    : (await import('./en/proof.ts')).proof;
}
