import type {PanelState} from '../../../src/app/state.ts';
import type {Action} from '../../../src/domain/action.ts';
import {usual} from './plan-states.ts';

// The states that the tests of the actions show. Everybody here is invented.

/** An action with what a test does not care about filled in. */
export function action(id: string, words: string, more: Partial<Action> = {}): Action {
  return {
    key: `task:${id}`,
    place: {kind: 'task', id},
    version: '1',
    what: {text: words, lang: null},
    who: {kind: 'practitioner', reference: 'Practitioner/cm', name: 'Julie Fictive'},
    due: null,
    category: null,
    state: 'requested',
    reason: null,
    goalIds: [],
    doneOn: null,
    isReview: false,
    readOnly: null,
    ...more,
  };
}

/** One overdue, one due today, one later, one without a date, one done, one given up. */
export const actions: readonly Action[] = [
  action('t5', 'Trouver un logement sans marches', {
    what: {text: 'Trouver un logement sans marches', lang: 'fr-CA'},
    who: null,
  }),
  action('t3', 'Walk to the corner and back each morning', {
    who: {kind: 'patient', reference: 'Patient/p1', name: 'Marguerite Exemple'},
    due: '2026-12-05',
    category: 'self-management',
    state: 'in-progress',
    goalIds: ['g2'],
  }),
  action('t1', 'Call the pharmacy about the pill organizer', {
    due: '2026-11-20',
    category: 'coordination',
    goalIds: ['g4'],
  }),
  action('t2', 'Fill out the form for adapted transport together with her sister', {
    who: {kind: 'text', reference: null, name: 'Rose Exemple'},
    due: '2026-11-22',
    category: 'navigation',
  }),
  action('t4', 'Send the crisis plan to the emergency department', {
    state: 'completed',
    doneOn: '2026-11-12',
    due: '2026-11-15',
  }),
  action('t6', 'Order a bath chair', {state: 'cancelled', reason: 'No longer needed'}),
];

/** A plan with these actions. */
export function withActions(
  value: readonly Action[] | 'loading' | 'forbidden' | 'offline',
  base: PanelState = usual(),
): PanelState {
  const section =
    value === 'loading'
      ? ({status: 'loading'} as const)
      : value === 'forbidden'
        ? ({status: 'failed', problem: {kind: 'forbidden', what: 'Task'}} as const)
        : value === 'offline'
          ? ({status: 'failed', problem: {kind: 'offline'}} as const)
          : ({status: 'ready', value, gaps: [], asOf: '2026-11-22T14:03:00-05:00'} as const);
  return {...base, later: {...base.later, actions: section}};
}
