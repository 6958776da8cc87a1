/** FHIR R4 CarePlan.status. */
export type PlanStatus =
  'draft' | 'active' | 'on-hold' | 'revoked' | 'completed' | 'entered-in-error' | 'unknown';

/** The individualized services plan: the CarePlan recognized as the ISP. */
export interface Plan {
  readonly id: string;
  readonly version: string | null;
  readonly title: string | null;
  readonly status: PlanStatus | 'unrecognized';
  /** FHIR dateTimes, possibly partial. */
  readonly start: string | null;
  readonly end: string | null;
  /** Ids of the goals in order of rank (`CarePlan.goal`). */
  readonly goalIds: readonly string[];
  /** What matters to the person, when the plan says it in a note. */
  readonly whatMatters: string | null;
  /** True when the record does not call it a services plan: it is the likeliest one, and its start is no index date. */
  readonly presumed?: boolean;
  /** Local day (YYYY-MM-DD) of the newest completed review; absent or null when the record names none. */
  readonly reviewed?: string | null;
}

/** What the record holds about plans: the ISP, and how many other active ones compete with it. */
export interface PlanView {
  readonly plan: Plan | null;
  readonly otherActivePlans: number;
}
