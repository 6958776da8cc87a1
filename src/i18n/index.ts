import {core as en} from './en/core.ts';
import type {sections as enSections} from './en/sections.ts';
import {createFormat, type Format} from './format.ts';

/** Words that are there first: the frame, and what can go wrong. Both languages satisfy this type. */
export type CoreMessages = typeof en;

/** Words of the sections, which come with their code. */
export type SectionMessages = typeof enSections;

/** One catalogue: neither language is a translation of the other. */
export type Messages = CoreMessages & SectionMessages;

export type Language = 'en-CA' | 'fr-CA';

/** Words and formats of one panel. */
export interface Localization {
  readonly language: Language;
  readonly zone: string;
  /** Without the words of the sections until these have come: `isWhole` tells. */
  readonly messages: CoreMessages & Partial<SectionMessages>;
  readonly format: Format;
}

/** A localization with all words. */
export interface WholeLocalization extends Localization {
  readonly messages: Messages;
}

/** Whether the words of the sections are there, so that a section can be drawn. */
export function isWhole(localization: Localization): localization is WholeLocalization {
  return 'plan' in localization.messages;
}

/** The supported language nearest to a BCP 47 tag; French for any `fr`, else English. */
export function nearestLanguage(tag: string | null | undefined): Language {
  return tag?.toLowerCase().startsWith('fr') ? 'fr-CA' : 'en-CA';
}

/** The first words in English, there at once; French ones are loaded when asked for. */
export const fallbackLocalization: Localization = {
  language: 'en-CA',
  zone: 'America/Toronto',
  messages: en,
  format: createFormat('en-CA', 'America/Toronto'),
};

/** Loads the first words of a language. */
export async function loadFirstWords(language: Language, zone: string): Promise<Localization> {
  const messages = language === 'fr-CA' ? (await import('./fr/core.ts')).core : en;
  return {language, zone, messages, format: createFormat(language, zone)};
}

/** Loads all words of a language. */
export async function loadLocalization(language: Language, zone: string): Promise<WholeLocalization> {
  const sections = language === 'fr-CA' ? import('./fr/sections.ts') : import('./en/sections.ts');
  const first = await loadFirstWords(language, zone);
  return {...first, messages: {...first.messages, ...(await sections).sections}};
}
