import type {history as enHistory} from './en/history.ts';
import type {proof as enProof} from './en/proof.ts';
import {nearestLanguage} from './index.ts';

export type HistoryMessages = typeof enHistory;

export type ProofMessages = typeof enProof;

/** The words of the drawing and the list, which come after the numbers. */
export async function loadHistoryWords(language: string): Promise<HistoryMessages> {
  return nearestLanguage(language) === 'fr-CA'
    ? (await import('./fr/history.ts')).history
    : (await import('./en/history.ts')).history;
}

/** The words of the details of use: read by few, so they come in their own file. */
export async function loadProofWords(language: string): Promise<ProofMessages> {
  return nearestLanguage(language) === 'fr-CA'
    ? (await import('./fr/proof.ts')).proof
    : (await import('./en/proof.ts')).proof;
}
