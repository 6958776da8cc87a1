import type {goals as enGoals} from './en/goals.ts';
import {nearestLanguage} from './index.ts';

export type GoalMessages = typeof enGoals;

/** The words of what is asked of a goal beside its own words, which come with it. */
export async function loadGoalWords(language: string): Promise<GoalMessages> {
  return nearestLanguage(language) === 'fr-CA'
    ? (await import('./fr/goals.ts')).goals
    : (await import('./en/goals.ts')).goals;
}
