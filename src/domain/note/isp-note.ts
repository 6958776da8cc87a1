import type {GoalAchievement, GoalLifecycle} from '../goal.ts';
import {planTopics, type CrisisTopic, type PlanTopic} from '../plan-detail.ts';
import type {PlanStatus} from '../plan.ts';
import type {Words} from '../text.ts';

/** What the plan says by topic; what matters to the person stands under a heading of its own, with its language. */
export type NoteTopic = Exclude<PlanTopic, 'matters'>;

export const noteTopics = planTopics.filter((topic): topic is NoteTopic => topic !== 'matters');

type TopicTexts<T extends string> = {readonly [topic in T]: string | null};

/**
 * An individualized services plan as a clinical note holds it, for record systems that take no CarePlan, Goal or
 * CareTeam. Texts are never empty; absent is null. Days are local days, YYYY-MM-DD or less.
 */
export interface IspNote extends TopicTexts<NoteTopic> {
  /** Identifier of the plan (a UUID), the same in every version of its note. */
  readonly id: string;
  /** When it was written: ISO instant with offset. */
  readonly written: string;
  /** Which of the two languages stands first. */
  readonly lang: 'en' | 'fr';
  readonly author: string | null;
  readonly status: PlanStatus;
  readonly start: string | null;
  readonly end: string | null;
  readonly reviewed: string | null;
  readonly nextReview: string | null;
  /** Who agreed, how and when, in words. */
  readonly agreed: string | null;
  readonly whatMatters: Words | null;
  /** Lines that somebody else put into an earlier version. */
  readonly other: string | null;
  /** In order of rank. */
  readonly goals: readonly NoteGoal[];
  /** Actions that belong to no goal. */
  readonly otherActions: readonly NoteAction[];
  readonly team: readonly NoteMember[];
  readonly crisis: NoteCrisis | null;
}

export interface NoteGoal {
  /** Names the goal in every version of the note, from 1; no other goal of the plan ever has it. */
  readonly number: number;
  readonly words: Words;
  readonly lifecycle: GoalLifecycle;
  readonly achievement: GoalAchievement | null;
  readonly clinical: string | null;
  readonly domain: string | null;
  readonly target: string | null;
  readonly start: string | null;
  /** Since when it stands as it does. */
  readonly changed: string | null;
  readonly due: string | null;
  readonly reason: string | null;
  readonly barriers: string | null;
  /** 0 to 10, or null when nobody asked. */
  readonly importance: number | null;
  readonly confidence: number | null;
  readonly actions: readonly NoteAction[];
}

/** States of an action: those of FHIR R4 that a person tells apart. */
export type NoteActionStatus =
  | 'requested'
  | 'scheduled'
  | 'accepted'
  | 'in-progress'
  | 'on-hold'
  | 'completed'
  | 'cancelled'
  | 'stopped'
  | 'rejected'
  | 'failed'
  | 'entered-in-error';

export interface NoteAction {
  readonly what: string;
  readonly status: NoteActionStatus;
  readonly who: string | null;
  readonly due: string | null;
  /** The day on which it was done. */
  readonly done: string | null;
  readonly category: 'coordination' | 'self-management' | 'navigation' | null;
  readonly reason: string | null;
}

export interface NoteMember {
  readonly name: string;
  readonly kind: 'practitioner' | 'relative' | 'organization' | null;
  readonly role: string | null;
  /** Code of the role, as `system|code`. */
  readonly code: string | null;
  readonly organization: string | null;
  readonly phone: string | null;
  readonly since: string | null;
  readonly until: string | null;
  /** Why the membership ended. */
  readonly reason: string | null;
}

/** What to do in a crisis, in the person's words or the team's. */
export type NoteCrisis = TopicTexts<CrisisTopic>;

/** What was read out of a note. */
export interface ReadNote {
  readonly note: IspNote;
  /** False when somebody changed the text by hand after the panel wrote it. */
  readonly intact: boolean;
  /** Lines that mean nothing to the panel: shown as they are, and kept. */
  readonly unread: readonly string[];
}
