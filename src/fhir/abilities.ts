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

/** What record systems that keep their plans to themselves refuse, all three of them. */
const planTypes = ['Goal', 'CarePlan', 'CareTeam'] as const;

/** True where a plan can stand in the documents alone: the server takes nothing of it, and lets documents be found. */
export function keepsNotes({isR4, interactions}: Capabilities): boolean {
  const takes = planTypes.some((type) => interactions.get(type)?.has('create'));
  return isR4 && !takes && (interactions.get('DocumentReference')?.has('search-type') ?? false);
}

/**
 * The same abilities where plans are kept in notes: what may be written there depends on documents alone. Where those
 * are refused too, `inHand` says that somebody has chosen to write without filing.
 */
export function withNotes(abilities: Abilities, inHand: boolean): Abilities {
  const note = abilities.createDocumentReference;
  if (!note.allowed && !(inHand && note.why !== 'read-only')) return abilities;
  const kept = {allowed: true, via: note.allowed ? 'note' : 'hand'} as const;
  return {
    ...abilities,
    ...Object.fromEntries(
      planTypes.flatMap((type) => [
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
