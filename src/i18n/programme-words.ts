import type {programme as enProgramme} from './en/programme.ts';
import {nearestLanguage} from './index.ts';

export type ProgrammeMessages = typeof enProgramme;

/** The words of what is suggested after a visit, and of the steps of the programme. */
export async function loadProgrammeWords(language: string): Promise<ProgrammeMessages> {
  return nearestLanguage(language) === 'fr-CA'
    ? (await import('./fr/programme.ts')).programme
    : (await import('./en/programme.ts')).programme;
}
