/** What a site says about its own codes and words, beside what is recognized everywhere. Codes are `system|code`. */
export interface Recognition {
  /** CarePlan.category of the individualized services plan. */
  readonly planCategories: readonly string[];
  /** EpisodeOfCare.type of case management. */
  readonly episodeTypes: readonly string[];
  /** Words of a role that make somebody a case manager. */
  readonly caseManagerRoles: readonly string[];
  /** Organizations (`Organization/x` or a name) whose case managers are the hospital's. */
  readonly hospitals: readonly string[];
}

/** What holds where a site says nothing. */
export const defaultRecognition: Recognition = {
  planCategories: [],
  episodeTypes: ['http://snomed.info/sct|386230005'],
  caseManagerRoles: ['case manager', 'gestionnaire de cas'],
  hospitals: [],
};
