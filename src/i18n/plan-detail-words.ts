import type {planDetails as enPlanDetails} from './en/plan-details.ts';
import {nearestLanguage} from './index.ts';

export type PlanDetailMessages = typeof enPlanDetails;

/** The words of what the plan says beside its goals. */
export async function loadPlanDetailWords(language: string): Promise<PlanDetailMessages> {
  return nearestLanguage(language) === 'fr-CA'
    ? (await import('./fr/plan-details.ts')).planDetails
    : (await import('./en/plan-details.ts')).planDetails;
}
