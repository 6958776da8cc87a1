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
