/** What may be done, each with the reason when it may not. */
export type Ability =
  /** `via`: it does not reach the record as itself but inside a clinical note; or it stays in hand, filed nowhere. */
  | {readonly allowed: true; readonly via?: 'note' | 'hand'}
  | {readonly allowed: false; readonly why: 'server' | 'scope' | 'site' | 'unknown' | 'read-only'};

/** The FHIR resource types that the panel may create or change. */
export const writableTypes = [
  'Goal',
  'CarePlan',
  'CareTeam',
  'Task',
  'Observation',
  'Communication',
  'Encounter',
  'QuestionnaireResponse',
  'DocumentReference',
  'Consent',
  'EpisodeOfCare',
  'Provenance',
] as const;

export type WritableType = (typeof writableTypes)[number];

/** An act that writes, by the interaction and the resource type, for example `createGoal`. */
export type Act = `${'create' | 'update'}${WritableType}`;

/** The acts of the panel that write, each with its ability. */
export type Abilities = Readonly<Record<Act, Ability>>;

/** The abilities made one by one. */
export function eachAbility(ability: (act: 'create' | 'update', type: WritableType) => Ability): Abilities {
  const both = writableTypes.flatMap((type) => [
    [`create${type}`, ability('create', type)],
    [`update${type}`, ability('update', type)],
  ]);
  return Object.fromEntries(both) as Abilities;
}

/** The resource type of an act. */
export function typeOf(act: Act): WritableType {
  return act.slice('create'.length) as WritableType;
}
