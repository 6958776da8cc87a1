/** Codes and words by which plans, enrolments and case managers are recognized. Codes are `system|code`. */
export interface Recognition {
  /** CarePlan.category of the individualized services plan. */
  readonly planCategories: readonly string[];
  /** EpisodeOfCare.type of case management. */
  readonly episodeTypes: readonly string[];
  /** Words of a role that make somebody a case manager. */
  readonly caseManagerRoles: readonly string[];
  /** Organizations (`Organization/x` or a name) whose case managers are the hospital's. */
  readonly hospitals: readonly string[];
  /** Codes (`system|code`) and questionnaires (canonical address) under which the site keeps scores, by instrument. */
  readonly scoreCodes?: Readonly<Record<string, string>>;
  /** Cut-offs of the site, by instrument. */
  readonly scoreCutOffs?: Readonly<Record<string, number>>;
}

/** What holds where a site says nothing. */
export const defaultRecognition: Recognition = {
  planCategories: [],
  episodeTypes: ['http://snomed.info/sct|386230005'],
  caseManagerRoles: ['case manager', 'gestionnaire de cas'],
  hospitals: [],
};

/** What a site adds to what is recognized everywhere. */
export function withDefaults(site: Recognition): Recognition {
  const base = defaultRecognition;
  return {
    ...site,
    planCategories: [...base.planCategories, ...site.planCategories],
    episodeTypes: [...base.episodeTypes, ...site.episodeTypes],
    caseManagerRoles: [...base.caseManagerRoles, ...site.caseManagerRoles],
    hospitals: [...base.hospitals, ...site.hospitals],
  };
}
