import {eachAbility, type Abilities, type Ability, type WritableType} from '../domain/abilities.ts';
import type {Capabilities} from './capabilities.ts';
import {allows, parseScopes} from './scopes.ts';

/** What the abilities are made of. */
export interface Grounds {
  /** Null when the server did not say what it does. */
  readonly capabilities: Capabilities | null;
  /** Granted scopes; null when nobody says: then the server decides. */
  readonly scopes: string | null;
  readonly readonly: boolean;
}

/** Category of what the panel creates, for scopes that are narrowed by one; goals and plans have none of their own. */
const categories: Partial<Record<WritableType, readonly string[]>> = {
  CareTeam: ['http://loinc.org|LA28865-6'],
  Observation: ['http://terminology.hl7.org/CodeSystem/observation-category|survey'],
};

/**
 * What may be written: only what the site, the server and the granted scopes all allow, with the first reason against it
 * in that order. A server that says nothing allows nothing.
 */
export function abilitiesOf(grounds: Grounds): Abilities {
  return eachAbility((act, type) => ability(grounds, type, act, categories[type]));
}

/** What a plan is made of, as far as a note can hold it. */
const planTypes = ['Goal', 'CarePlan', 'CareTeam'] as const;

/** A resource type whose content may stand in a note. */
export type PlanType = (typeof planTypes)[number];

/** What of a plan is kept in a note because the record does not take it. */
export interface KeptInNotes {
  readonly types: readonly PlanType[];
  /** Of these, what the record takes all the same: goals, which go where their plan goes. Its own can still be changed. */
  readonly alsoTaken: readonly PlanType[];
}

/**
 * What has to stand in the documents: what the server does not take, and the goals of a plan that it does not take, for a
 * plan is read as one. Null where it takes everything, or lets no documents be found. A record that takes a part is left
 * as it is where documents cannot be filed (`canFile`): that part could not be saved any more.
 */
export function keptInNotes({isR4, interactions}: Capabilities, canFile: boolean): KeptInNotes | null {
  const isTaken = (type: PlanType): boolean => interactions.get(type)?.has('create') ?? false;
  const taken = planTypes.filter(isTaken);
  const canFind = interactions.get('DocumentReference')?.has('search-type') ?? false;
  if (!isR4 || !canFind || taken.length === planTypes.length || (taken.length > 0 && !canFile)) return null;
  const types = planTypes.filter((type) => !isTaken(type) || (type === 'Goal' && !isTaken('CarePlan')));
  return {types, alsoTaken: types.filter(isTaken)};
}

/**
 * The same abilities where `types` are kept in notes: what may be written there depends on documents alone. Where those
 * are refused too, `inHand` says that somebody has chosen to write without filing.
 */
export function withNotes(
  abilities: Abilities,
  inHand: boolean,
  types: readonly PlanType[] = planTypes,
): Abilities {
  const note = abilities.createDocumentReference;
  if (!note.allowed && !(inHand && note.why !== 'read-only')) return abilities;
  const kept = {allowed: true, via: note.allowed ? 'note' : 'hand'} as const;
  return {
    ...abilities,
    ...Object.fromEntries(
      types.flatMap((type) => [
        [`create${type}`, kept],
        [`update${type}`, kept],
      ]),
    ),
  };
}

function ability(
  {capabilities, scopes, readonly}: Grounds,
  type: string,
  act: 'create' | 'update',
  categories: readonly string[] = [],
): Ability {
  if (readonly) return {allowed: false, why: 'read-only'};
  if (capabilities && !(capabilities.isR4 && capabilities.interactions.get(type)?.has(act))) {
    return {allowed: false, why: 'server'};
  }
  const right = act === 'create' ? 'c' : 'u';
  if (scopes !== null && !allows(parseScopes(scopes), type, right, categories)) {
    return {allowed: false, why: 'scope'};
  }
  return capabilities ? {allowed: true} : {allowed: false, why: 'unknown'};
}
