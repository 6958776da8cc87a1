import type {ReadOnlyReason} from './goal.ts';
import type {Plan} from './plan.ts';
import type {Pointer, Words} from './text.ts';

/** What a plan says in words, by topic: each topic once, in the person's or the team's words. */
export const planTopics = [
  'matters',
  'strengths',
  'needs',
  'barriers',
  'housing',
  'income',
  'transport',
  'food',
  'work',
  'consent',
  'visibleTo',
  'meeting',
  'reason',
  'contacts',
] as const;

export type PlanTopic = (typeof planTopics)[number];

/** What a crisis plan says, in the order in which it is needed. */
export const crisisTopics = ['signs', 'self', 'department', 'call', 'afterHours'] as const;

export type CrisisTopic = (typeof crisisTopics)[number];

/** How somebody agreed to the plan. */
export const agreementWays = ['signed', 'verbal'] as const;

export type AgreementWay = (typeof agreementWays)[number];

/** Somebody who agreed to the plan. */
export interface Agreement {
  readonly name: string;
  /** Null when the record says that they agreed, but not how. */
  readonly way: AgreementWay | null;
  /** Local day, YYYY-MM-DD; null when it is not said. */
  readonly date: string | null;
}

type TopicWords<T extends string> = {readonly [topic in T]: Words | null};

/** The services plan with everything it says, apart from its goals and actions. */
export interface PlanDetail extends TopicWords<PlanTopic> {
  readonly id: string;
  /** `meta.versionId`, or null when the server gives none. */
  readonly version: string | null;
  readonly title: string | null;
  readonly status: Plan['status'];
  /** FHIR dateTimes, possibly partial. */
  readonly start: string | null;
  readonly end: string | null;
  /** Local day (YYYY-MM-DD) of the newest completed review that the plan itself names, or null. */
  readonly reviewed: string | null;
  /** Local day (YYYY-MM-DD) for which the next review is planned, or null. */
  readonly nextReview: string | null;
  readonly agreements: readonly Agreement[];
  /** Ids of the goals that it lists, in its order. */
  readonly goalIds?: readonly string[];
  /** Who is named as its author (`CarePlan.author`): the coordinator, where nobody else is. */
  readonly author?: Pointer | null;
  /** When this version was written (ISO instant), or null. */
  readonly updated: string | null;
  readonly readOnly: ReadOnlyReason | null;
}

/** Fields of a plan that a person can set. An absent member means "leave as it is"; null means "remove". */
export interface PlanChange extends Partial<TopicWords<PlanTopic>> {
  readonly status?: Plan['status'];
  /** YYYY-MM-DD. */
  readonly start?: string;
  /** YYYY-MM-DD. */
  readonly end?: string | null;
  /** The day (YYYY-MM-DD) on which the plan was reviewed: the planned review is completed by it. */
  readonly reviewed?: string;
  /** YYYY-MM-DD. */
  readonly nextReview?: string | null;
  readonly agreements?: readonly Agreement[];
  /** Who coordinates the plan from now on. */
  readonly author?: Pointer | null;
}

/** What to do if things go wrong: a plan of its own, part of the services plan. */
export interface CrisisPlan extends TopicWords<CrisisTopic> {
  readonly id: string;
  readonly version: string | null;
  readonly status: Plan['status'];
  /** Words of the record that stand under none of the topics (its description, other notes). */
  readonly other: Words | null;
  readonly updated: string | null;
  readonly readOnly: ReadOnlyReason | null;
}

export type CrisisChange = Partial<TopicWords<CrisisTopic>>;

/** The plan, its crisis plan, and the active plans that compete with it. */
export interface PlanDetails {
  readonly plan: PlanDetail | null;
  readonly crisis: CrisisPlan | null;
  /** Other active services plans, to be compared and never merged by themselves. */
  readonly rivals: readonly PlanDetail[];
}
