import {core as en} from './en/core.ts';
import type {sections as enSections} from './en/sections.ts';
import {createFormat, type Format} from './format.ts';
import type {WordChanges} from './own-words.ts';

/** Words that are there first: the frame, and what can go wrong. Both languages satisfy this type. */
export type CoreMessages = typeof en;

/** Words of the sections, which come with their code. */
export type SectionMessages = typeof enSections;

/** One catalogue: neither language is a translation of the other. */
export type Messages = CoreMessages & SectionMessages;

export type Language = 'en-CA' | 'fr-CA';

/** Words of a host in place of some of the panel's. */
export interface OwnWords {
  /** A catalogue with the host's words in it, the same object each time; one that has none as it is. */
  readonly in: <T>(catalogue: T) => T;
  /** The same for all words of a localization. */
  readonly over: <L extends Localization>(localization: L) => L;
  /** Paths of words that could not be used. */
  readonly refused: readonly string[];
}

const same = <T>(words: T): T => words;

/** No words of a host. */
export const plainWords: OwnWords = {in: same, over: same, refused: []};

/** Words and formats of one panel. */
export interface Localization {
  readonly language: Language;
  readonly zone: string;
  /** Without the words of the sections until these have come: `isWhole` tells. */
  readonly messages: CoreMessages & Partial<SectionMessages>;
  readonly format: Format;
  /** Where other words than these are loaded, the host's own go into them. */
  readonly own: OwnWords;
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
  own: plainWords,
};

/** Loads the first words of a language. */
export async function loadFirstWords(language: Language, zone: string): Promise<Localization> {
  const messages = language === 'fr-CA' ? (await import('./fr/core.ts')).core : en;
  return {language, zone, messages, format: createFormat(language, zone), own: plainWords};
}

/** Loads all words of a language. */
export async function loadLocalization(language: Language, zone: string): Promise<WholeLocalization> {
  const sections = language === 'fr-CA' ? import('./fr/sections.ts') : import('./en/sections.ts');
  const first = await loadFirstWords(language, zone);
  return {...first, messages: {...first.messages, ...(await sections).sections}};
}

/** Checks the words of a host, in every language that it has words for. */
export async function loadOwnWords(changes: WordChanges | null): Promise<OwnWords> {
  return changes ? (await import('./own-words.ts')).ownWords(changes) : plainWords;
}
