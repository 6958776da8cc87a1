import {messages as en} from '../../src/i18n/en/index.ts';
import {messages as fr} from '../../src/i18n/fr/index.ts';

/** The panel's own words, so that a journey reads them as the person does, in either language. */
export const words = {'en-CA': en, 'fr-CA': fr} as const;

export type JourneyLanguage = keyof typeof words;
