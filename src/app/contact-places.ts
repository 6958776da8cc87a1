import type {Act} from '../domain/abilities.ts';
import type {Contact} from '../domain/follow-up/contact.ts';
import {isPlanOver} from '../domain/plan-status.ts';
import {whyBlocked, type Blocked} from './plan-view.ts';
import type {PanelState} from './state.ts';

/** Where the next contact goes, by what is created or changed for it. */
export interface ContactPlace {
  readonly kind: 'communication' | 'encounter' | 'plan';
  /** The ability that it needs. */
  readonly act: Act;
}

/**
 * Where the next contact goes: a Communication where one can be made, else an Encounter, else a line in the plan. Where
 * none of them can be written it is the first, whose reason is said.
 */
export function newContactPlace({abilities, plan}: Pick<PanelState, 'abilities' | 'plan'>): ContactPlace {
  const communication = {kind: 'communication', act: 'createCommunication'} as const;
  if (abilities.createCommunication.allowed) return communication;
  if (abilities.createEncounter.allowed) return {kind: 'encounter', act: 'createEncounter'};
  const known = plan.status === 'ready' ? plan.value.plan : null;
  const isOpen = known !== null && !isPlanOver(known.status);
  return abilities.updateCarePlan.allowed && isOpen ? {kind: 'plan', act: 'updateCarePlan'} : communication;
}

/** Why a contact cannot be marked as a mistake, or null. */
export function whyNotWithdraw(
  {place}: Contact,
  {abilities, halted}: Pick<PanelState, 'abilities' | 'halted'>,
): Blocked | null {
  const acts = {encounter: 'updateEncounter', plan: 'updateCarePlan'} as const;
  return whyBlocked(abilities[place ? acts[place] : 'updateCommunication'], halted);
}
