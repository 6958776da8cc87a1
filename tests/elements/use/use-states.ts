import type {PanelState} from '../../../src/app/state.ts';
import type {ReadyUse} from '../../../src/app/use-view.ts';
import type {Gap} from '../../../src/domain/completeness.ts';
import type {CountInput} from '../../../src/domain/count-use.ts';
import {record, type ShortRecord} from '../../domain/records.ts';
import {readyUse, referenceUse} from '../../app/use-state.ts';
import {usual} from '../plan/plan-states.ts';

// The states that the tests of the use of services show. Everybody here is invented.

/** The usual panel with a use of services; the plan was reviewed 2026-04-22. */
export function withUse(use: PanelState['use'], reviewed: string | null = '2026-04-22'): PanelState {
  const state = usual();
  if (state.plan.status !== 'ready' || !state.plan.value.plan) return {...state, use};
  const value = {...state.plan.value, plan: {...state.plan.value.plan, reviewed}};
  return {...state, use, plan: {...state.plan, value}};
}

/** The reference patient. */
export function reference(given: Partial<CountInput> = {}, gaps: readonly Gap[] = []): PanelState {
  return withUse(referenceUse(given, gaps));
}

/** A use of services from the short form of the tables of cases. */
export function useOf(records: readonly ShortRecord[], given: Partial<CountInput> = {}): ReadyUse {
  return readyUse(
    records.map((short) => record(short)),
    given,
  );
}

/** So many visits, a day apart, with contacts and stays between them; the newest on 2026-11-21. */
export function many(n: number): ReadyUse {
  const classes = ['EMER', 'AMB', 'IMP', 'AMB', 'EMER', 'AMB'];
  return useOf(
    Array.from({length: n}, (_, at): ShortRecord => {
      const start = new Date(Date.UTC(2026, 10, 21, 15) - at * 86_400_000);
      const end = new Date(start.getTime() + 5 * 3_600_000);
      return {
        id: `v${at}`,
        class: classes[at % classes.length] ?? 'EMER',
        site: at % 3 === 0 ? 'Hôpital fictif de Saint-Exemple-sur-le-Lac' : 'B',
        start: start.toISOString(),
        end: end.toISOString(),
      };
    }),
  );
}

const bad: Gap = {reason: 'failed', what: 'Encounter'};

/** The states in which the section is looked at. */
export const useStates: Readonly<Record<string, () => PanelState>> = {
  loading: () => withUse({status: 'loading'}),
  failed: () => withUse({status: 'failed', problem: {kind: 'server', status: 500}}),
  forbidden: () => withUse({status: 'failed', problem: {kind: 'forbidden', what: 'Encounter'}}),
  empty: () => withUse(useOf([])),
  'one visit': () => withUse(useOf([{id: 'a', start: '2026-09-30'}])),
  'five visits': () => withUse(many(5)),
  reference,
  'the reference patient, read in part': () => reference({}, [bad]),
  'the whole year': () => withUse(many(365)),
  unclassified: () =>
    withUse(
      useOf([
        {id: 'a', class: null, start: '2026-05-01T10:00:00-04:00', types: [{display: 'Emergency visit'}]},
        {id: 'b', class: 'FLD', start: '2026-06'},
        {id: 'c', start: '2026'},
      ]),
    ),
};
