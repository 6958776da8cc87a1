import type {place as enPlace} from './en/place.ts';
import {nearestLanguage} from './index.ts';

/** The words of where the plan is kept. */
export async function loadPlaceWords(language: string): Promise<typeof enPlace> {
  return nearestLanguage(language) === 'fr-CA'
    ? (await import('./fr/place.ts')).place
    : (await import('./en/place.ts')).place;
}
