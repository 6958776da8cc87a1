/** What may be done, each with the reason when it may not. */
export type Ability =
  | {readonly allowed: true}
  | {readonly allowed: false; readonly why: 'server' | 'scope' | 'site' | 'unknown' | 'read-only'};

/** The acts of the panel that write, each with its ability. */
export interface Abilities {
  readonly createGoal: Ability;
  readonly updateGoal: Ability;
  readonly createCareTeam: Ability;
  readonly updateCareTeam: Ability;
  readonly updateCarePlan: Ability;
}
