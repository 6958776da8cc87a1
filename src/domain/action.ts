import type {ReadOnlyReason} from './goal.ts';
import type {Words} from './text.ts';

/**
 * Where an action stands, in the codes of the record: those of Task (FHIR R4 TaskStatus) and, for what stands in the plan
 * itself, those of CarePlan.activity.detail that Task does not have.
 */
export const actionStates = [
  'draft',
  'requested',
  'received',
  'accepted',
  'ready',
  'in-progress',
  'on-hold',
  'completed',
  'failed',
  'rejected',
  'cancelled',
  'entered-in-error',
  'not-started',
  'scheduled',
  'stopped',
  'unknown',
] as const;

export type ActionState = (typeof actionStates)[number];

/** The three core activities of case management. */
export const actionCategories = ['coordination', 'self-management', 'navigation'] as const;

export type ActionCategory = (typeof actionCategories)[number];

/** Who is to do it. */
export interface ActionOwner {
  readonly kind: 'patient' | 'practitioner' | 'relative' | 'organization' | 'team' | 'text' | 'unknown';
  /** Reference without base and version (`Practitioner/x`), or null for somebody given by name alone. */
  readonly reference: string | null;
  readonly name: string | null;
}

/** Where an action is kept: a resource of its own, or a member of the plan. */
export type ActionPlace =
  | {readonly kind: 'task'; readonly id: string}
  | {
      readonly kind: 'activity';
      readonly planId: string;
      /** `CarePlan.activity.id`, where it has one. */
      readonly elementId: string | null;
      /** The activity as it was read (JSON): by it the same one is found in another version of the plan. */
      readonly print: string;
    };

/** One step of the plan: what, who, by when. */
export interface Action {
  /** Names the action on the screen and among drafts and saves. */
  readonly key: string;
  readonly place: ActionPlace;
  /** `meta.versionId` of what holds it, or null. */
  readonly version: string | null;
  readonly what: Words;
  readonly who: ActionOwner | null;
  /** Local day of the site (YYYY-MM-DD), or a month or year as written; null when there is none. */
  readonly due: string | null;
  readonly category: ActionCategory | null;
  /** `unrecognized` when the record holds a code that R4 does not know. */
  readonly state: ActionState | 'unrecognized';
  /** Why it stands so, in words (for example why it was cancelled). */
  readonly reason: string | null;
  /** Ids of the goals that it serves. */
  readonly goalIds: readonly string[];
  /** Local day on which it was done, as far as the record says. */
  readonly doneOn: string | null;
  /** True when it is a review of the plan itself. */
  readonly isReview: boolean;
  readonly readOnly: ReadOnlyReason | null;
}

/** Fields of an action that a person can set. An absent member means "leave as it is"; null means "remove". */
export interface ActionChange {
  readonly what?: Words;
  readonly who?: ActionOwner | null;
  /** YYYY-MM-DD. */
  readonly due?: string | null;
  readonly category?: ActionCategory | null;
  readonly state?: ActionState;
  readonly reason?: string | null;
  readonly goalIds?: readonly string[];
}

/** What is still to do, what is done, what will not be done, and what should not be there at all. */
export type ActionStage = 'open' | 'done' | 'dropped' | 'mistake';

/** The stage of a state. A state that is not known is still to do: nothing is taken off a list for a code. */
export function stageOf(state: Action['state']): ActionStage {
  switch (state) {
    case 'completed':
      return 'done';
    case 'rejected':
    case 'cancelled':
    case 'failed':
    case 'stopped':
      return 'dropped';
    case 'entered-in-error':
      return 'mistake';
    default:
      return 'open';
  }
}
