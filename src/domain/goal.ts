import type {Coded, Pointer, Words} from './text.ts';

/** FHIR R4 GoalLifecycleStatus. */
export type GoalLifecycle =
  | 'proposed'
  | 'planned'
  | 'accepted'
  | 'active'
  | 'on-hold'
  | 'completed'
  | 'cancelled'
  | 'entered-in-error'
  | 'rejected';

/** FHIR R4 goal-achievement. */
export type GoalAchievement =
  | 'in-progress'
  | 'improving'
  | 'worsening'
  | 'no-change'
  | 'achieved'
  | 'sustaining'
  | 'not-achieved'
  | 'no-progress'
  | 'not-attainable';

/** Why a goal was closed, in one tap (written to `Goal.statusReason`, in words). */
export type GoalClosingReason = 'reached' | 'no-longer-matters' | 'replaced' | 'not-possible';

/** Why an item is shown but cannot be edited. */
export type ReadOnlyReason = 'modifier-extension' | 'implicit-rules' | 'subsetted' | 'no-ability';

/** A condition that a goal addresses. */
export interface LinkedCondition {
  /** Its id in this record; null when the goal points to it otherwise: it is shown and kept, and never changed here. */
  readonly conditionId: string | null;
  /** The name that the goal gives it, or null. */
  readonly name: string | null;
}

/** A goal of the person, as the panel shows it. The raw resource stays in the fhir ring. */
export interface Goal {
  readonly id: string;
  /** `meta.versionId`, which If-Match is built from; null when the server gives none. */
  readonly version: string | null;
  /** The person's own words (`Goal.description`). */
  readonly words: Words;
  /** Clinical wording kept apart (`Goal.note`), or null. */
  readonly clinical: Words | null;
  /** `unrecognized` when the record holds a code that R4 does not know; its text is in `lifecycleCode`. */
  readonly lifecycle: GoalLifecycle | 'unrecognized';
  readonly lifecycleCode: string;
  readonly achievement: GoalAchievement | null;
  /** Domain of life (`Goal.category`): the first coding and the text to show. */
  readonly domain: {readonly coded: Coded | null; readonly text: string} | null;
  /** What stands in the way, in the person's words (`Goal.note` under a fixed first line), or null. */
  readonly barriers?: Words | null;
  /** `target.dueDate` of the first target that has one; possibly partial. */
  readonly dueDate: string | null;
  readonly startDate: string | null;
  readonly statusDate: string | null;
  readonly statusReason: string | null;
  readonly expressedBy: Pointer | null;
  /** The conditions among what it addresses, in the record's order; absent when there are none. */
  readonly conditions?: readonly LinkedCondition[] | null;
  /** Place in `CarePlan.goal` (from 1), or null when the plan does not list it. */
  readonly rank: number | null;
  readonly readOnly: ReadOnlyReason | null;
}

/** Fields of a goal that a person can set. An absent member means "leave as it is"; null means "remove". */
export interface GoalChange {
  readonly words?: Words;
  readonly clinical?: Words | null;
  readonly lifecycle?: GoalLifecycle;
  readonly achievement?: GoalAchievement | null;
  /** YYYY-MM-DD. */
  readonly dueDate?: string | null;
  readonly statusReason?: string | null;
  readonly domain?: Goal['domain'];
  readonly barriers?: Words | null;
  /** Every condition that it is to address, those without an id too. */
  readonly conditions?: readonly LinkedCondition[] | null;
}

/** Goals still worked on; the others are folded as closed. */
export function isOpenGoal(goal: Pick<Goal, 'lifecycle'>): boolean {
  switch (goal.lifecycle) {
    case 'proposed':
    case 'planned':
    case 'accepted':
    case 'active':
    case 'on-hold':
    case 'unrecognized':
      return true;
    case 'completed':
    case 'cancelled':
    case 'rejected':
    case 'entered-in-error':
      return false;
  }
}
