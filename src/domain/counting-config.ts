import type {EventKind} from './use-proof.ts';

/** Named programme criteria. */
export type CriterionPreset = 'qc-integrated' | 'qc-regional' | 'conect-invite' | 'ed5' | 'ed10' | 'custom';

/** A criterion: one number that is to be reached within so many months up to as-of. */
export interface CriterionRule {
  readonly measure: 'edVisits' | 'stays';
  readonly atLeast: number;
  readonly months: number;
}

/** A site's own criterion. */
export interface CustomCriterion {
  readonly parts: readonly CriterionRule[];
  readonly join: 'any' | 'all';
}

/** What a class or type code of a site means. */
export type MappedKind = EventKind | 'pre-admission';

/** What a type code of a site means. */
export type TypeMeaning = MappedKind | 'scheduled-ed' | 'case-management';

/**
 * The options of the rules (the number of the rule stands with each). Keys of the maps are `system|code`, or `code` for
 * any system; maps win over what is built in.
 */
export interface CountingConfig {
  /** The criterion that is named first; `custom` reads the member below. */
  readonly criterion: CriterionPreset;
  readonly custom: CustomCriterion | null;
  /** R6: starts from different sources this near are one visit; minutes. */
  readonly mergeMinutes: number;
  /** R7: an ED visit that ends in an admission is not counted. */
  readonly dropAdmitted: boolean;
  /** R8: count registrations instead of visits. */
  readonly countRegistrations: boolean;
  /** R9: at most one ED visit a local day, whatever the site. Wins over countRegistrations. */
  readonly onePerDay: boolean;
  /** R11: stays less apart than this are one; hours. */
  readonly stayGapHours: number;
  /** R12: visits left without being seen. */
  readonly lwbs: 'include' | 'exclude';
  /** R13: scheduled ED visits. */
  readonly scheduled: 'include' | 'exclude';
  /** R16: calendar months, or rolling days of 365 a year. */
  readonly window: 'calendar-months' | 'rolling-days';
  /** R17: length of baseline and follow-up; months. */
  readonly baselineMonths: number;
  /** R4: an admission from the emergency department without an ED record tells of a visit. */
  readonly inferFromAdmit: boolean;
  /** R2: Encounter.class. */
  readonly classMap: Readonly<Record<string, MappedKind>>;
  /**
   * R2: Encounter.type, asked when the class says nothing. R13: `scheduled-ed` marks a scheduled ED visit. R25:
   * `case-management` marks a contact of case management.
   */
  readonly typeMap: Readonly<Record<string, TypeMeaning>>;
  /** R8, R11, R12: discharge dispositions of other systems. */
  readonly dispositionMap: Readonly<Record<string, 'other-hcf' | 'home' | 'lwbs'>>;
  /** R4, R11: admit sources of other systems. */
  readonly admitSourceMap: Readonly<Record<string, 'emd' | 'hosp-trans'>>;
  /** R6, R8, R10: names of a site to the one it is known by. */
  readonly siteNames: Readonly<Record<string, string>>;
  /** R2: unclassified records count as what their type, structure and words suggest (flag `inferred`). */
  readonly countInferred: boolean;
  /** R23: first local date (YYYY-MM-DD) that the record system holds, or null when nothing is known to be missing. */
  readonly recordsStart: string | null;
}

/** The rules as they stand when a site says nothing. */
export const defaultCountingConfig: CountingConfig = {
  criterion: 'qc-integrated',
  custom: null,
  mergeMinutes: 15,
  dropAdmitted: false,
  countRegistrations: false,
  onePerDay: false,
  stayGapHours: 7,
  lwbs: 'include',
  scheduled: 'exclude',
  window: 'calendar-months',
  baselineMonths: 6,
  inferFromAdmit: true,
  classMap: {},
  typeMap: {},
  dispositionMap: {},
  admitSourceMap: {},
  siteNames: {},
  countInferred: false,
  recordsStart: null,
};
