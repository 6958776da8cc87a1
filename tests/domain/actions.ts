import type {Action} from '../../src/domain/action.ts';

/** An action with what a test does not care about filled in. */
export function action(id: string, more: Partial<Action> = {}): Action {
  return {
    key: `task:${id}`,
    place: {kind: 'task', id},
    version: '1',
    what: {text: `Do ${id}`, lang: null},
    who: null,
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
