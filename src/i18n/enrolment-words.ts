import type {enrolment as enEnrolment} from './en/enrolment.ts';
import {nearestLanguage} from './index.ts';

export type EnrolmentMessages = typeof enEnrolment;

/** The words of the enrolment. */
export async function loadEnrolmentWords(language: string): Promise<EnrolmentMessages> {
  return nearestLanguage(language) === 'fr-CA'
    ? (await import('./fr/enrolment.ts')).enrolment
    : (await import('./en/enrolment.ts')).enrolment;
}
