import {core as en} from './en/core.ts';
import type {followUp as enFollowUp} from './en/follow-up.ts';
import type {history as enHistory} from './en/history.ts';
import type {measures as enMeasures} from './en/measures.ts';
import type {planDetails as enPlanDetails} from './en/plan-details.ts';
import type {proof as enProof} from './en/proof.ts';
import type {sections as enSections} from './en/sections.ts';
import type {takeAway as enTakeAway} from './en/take-away.ts';
import {createFormat, type Format} from './format.ts';

/** Words that are there first: the frame, and what can go wrong. Both languages satisfy this type. */
export type CoreMessages = typeof en;

/** Words of the sections, which come with their code. */
export type SectionMessages = typeof enSections;

/** One catalogue: neither language is a translation of the other. */
export type Messages = CoreMessages & SectionMessages;

export type ProofMessages = typeof enProof;

export type HistoryMessages = typeof enHistory;

export type FollowUpMessages = typeof enFollowUp;

export type MeasureMessages = typeof enMeasures;

export type TakeAwayMessages = typeof enTakeAway;

export type PlanDetailMessages = typeof enPlanDetails;

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

/** The words of the measures. */
export async function loadMeasureWords(language: string): Promise<MeasureMessages> {
  return nearestLanguage(language) === 'fr-CA'
    ? (await import('./fr/measures.ts')).measures
    : (await import('./en/measures.ts')).measures;
}

/** The words of follow-up. */
export async function loadFollowUpWords(language: string): Promise<FollowUpMessages> {
  return nearestLanguage(language) === 'fr-CA'
    ? (await import('./fr/follow-up.ts')).followUp
    : (await import('./en/follow-up.ts')).followUp;
}

/** The words of what is copied, printed and saved. */
export async function loadTakeAwayWords(language: string): Promise<TakeAwayMessages> {
  return nearestLanguage(language) === 'fr-CA'
    ? (await import('./fr/take-away.ts')).takeAway
    : (await import('./en/take-away.ts')).takeAway;
}

/** The words of what the plan says beside its goals. */
export async function loadPlanDetailWords(language: string): Promise<PlanDetailMessages> {
  return nearestLanguage(language) === 'fr-CA'
    ? (await import('./fr/plan-details.ts')).planDetails
    : (await import('./en/plan-details.ts')).planDetails;
}
