/**
 * The proof of every number: what `isp-panel count` prints and what the screen is drawn from, so that the two cannot
 * differ. Same input and configuration give the same bytes.
 */

export const EVENT_KINDS = [
  'ed-visit',
  'stay',
  'observation',
  'short-stay',
  'ambulatory',
  'unclassified',
] as const;

/** Kind of use of services. */
export type EventKind = (typeof EVENT_KINDS)[number];

export type EventFlag =
  | 'admitted'
  | 'inferred'
  | 'ongoing'
  | 'end-unknown'
  | 'no-offset'
  | 'status-unknown'
  | 'lwbs'
  | 'date-uncertain';

export type ExclusionReason =
  | 'entered-in-error'
  | 'cancelled'
  | 'not-yet'
  | 'pre-admission'
  | 'duplicate'
  | 'scheduled'
  | 'part-of'
  | 'case-management'
  | 'other-patient';

/** A window of local days: `from` is the first day counted, `to` the last one. */
export interface WindowCounts {
  readonly from: string;
  readonly to: string;
  readonly edVisits: number;
  readonly stays: number;
  readonly hospitalDays: number;
  readonly leftWithoutBeingSeen: number;
  readonly scheduledEd: number;
  readonly observations: number;
  readonly shortStays: number;
  readonly ambulatory: number;
  readonly unclassified: number;
  readonly edVisitsBySite: Readonly<Record<string, number>>;
  readonly registrations: number;
  readonly registrationsBySite: Readonly<Record<string, number>>;
  readonly dateUncertain: number;
  readonly upcoming: number;
  readonly complete: boolean;
  readonly gaps: readonly ProofGap[];
}

export interface ProofGap {
  readonly reason:
    'page-limit' | 'timeout' | 'forbidden' | 'failed' | 'quarantined' | 'scope' | 'records-start' | 'loading';
  readonly since?: string;
}

export interface FollowUpCounts extends WindowCounts {
  readonly elapsedMonths: number;
  readonly ofMonths: number;
}

export interface CriterionPart {
  readonly measure: 'edVisits' | 'stays';
  readonly value: number;
  readonly atLeast: number;
  readonly months: number;
  readonly met: boolean;
}

export interface CriterionResult {
  readonly preset: string;
  /** Whether the parts are met, as any or all of them are asked for. */
  readonly met: boolean;
  /** Only with false: what is known to be missing could still meet it, so that it cannot be told. */
  readonly certain?: false;
  readonly parts: readonly CriterionPart[];
  /** What the criterion asks for besides and visits cannot show: `met` does not speak of it. */
  readonly also?: 'chronic-condition';
  /** Of a site's own criterion: whether one part is enough. */
  readonly join?: 'any' | 'all';
}

/** One counted event; joined records stand together in `resources`. */
export interface CountedEvent {
  readonly id: string;
  readonly kind: EventKind;
  readonly resources: readonly string[];
  /** Local time of the zone with offset and seconds; a date or month as written. */
  readonly start: string;
  readonly localDate: string;
  readonly end: string | null;
  readonly site: string;
  readonly registrations: number;
  readonly rules: readonly string[];
  readonly flags: readonly EventFlag[];
}

export interface ExcludedRecord {
  readonly resource: string;
  readonly kind: EventKind;
  readonly localDate: string | null;
  readonly reason: ExclusionReason;
  readonly rule: string;
  /** The record or event it belongs to (duplicate, part-of). */
  readonly of?: string;
}

export interface UseProof {
  readonly asOf: string;
  readonly index: string | null;
  readonly zone: string;
  readonly config: {readonly criterion: string; readonly hash: string};
  readonly windows: {
    readonly last12Months: WindowCounts;
    readonly last6Months: WindowCounts;
    readonly previous12Months: WindowCounts;
    readonly baseline: WindowCounts | null;
    readonly followUp: FollowUpCounts | null;
  };
  readonly criteria: readonly CriterionResult[];
  readonly included: readonly CountedEvent[];
  readonly excluded: readonly ExcludedRecord[];
  readonly unplaced: readonly {readonly resource: string; readonly reason: string; readonly rule: string}[];
  readonly unreadable: readonly {
    readonly resource: string;
    readonly path: string;
    readonly problem: string;
  }[];
  readonly alternatives: {
    readonly asConfigured: number;
    readonly registrations: number;
    readonly onePerDay: number;
    readonly withScheduled: number;
    readonly withoutLeftWithoutBeingSeen: number;
    readonly admittedDropped: number;
  };
}
