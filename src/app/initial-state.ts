import {eachAbility, type Abilities, type Ability} from '../domain/abilities.ts';
import type {PanelState, PatientContext} from './state.ts';

/** The state before anything is known, of nobody or of the patient whose chart opens. */
export function initialState(
  context: PatientContext | null,
  today: string,
  zone: string,
  readonly: boolean,
): PanelState {
  const loading = {status: 'loading'} as const;
  return {
    context,
    draftsOfOtherPatients: 0,
    today,
    zone,
    patient: loading,
    use: loading,
    plan: loading,
    goals: loading,
    team: loading,
    later: {},
    abilities: noAbilities(readonly ? 'read-only' : 'unknown'),
    saves: {},
    drafts: {},
    ignoredOtherPatient: 0,
    halted: null,
  };
}

/** Nothing may be written, for one reason. */
export function noAbilities(why: Extract<Ability, {allowed: false}>['why']): Abilities {
  return eachAbility(() => ({allowed: false, why}));
}
