import type {measures as enMeasures} from './en/measures.ts';
import {nearestLanguage} from './index.ts';

export type MeasureMessages = typeof enMeasures;

/** The words of the measures. */
export async function loadMeasureWords(language: string): Promise<MeasureMessages> {
  return nearestLanguage(language) === 'fr-CA'
    ? (await import('./fr/measures.ts')).measures
    : (await import('./en/measures.ts')).measures;
}
