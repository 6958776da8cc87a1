import type {Action} from '../../domain/action.ts';
import {shownKey, writtenActions} from '../later/actions.ts';
import type {Session} from '../session.ts';
import type {PanelState} from '../state.ts';
import {withReview} from '../with-review.ts';

/** Puts an action into the list as the record now holds it, under the key by which it is shown. */
export function putAction(session: Session, state: PanelState, action: Action, key = action.key): PanelState {
  const {actions} = state.later;
  const shown = {...action, key: shownKey(session, action.key, key)};
  writtenActions(session).add(shown.key, shown);
  if (actions?.status !== 'ready') return state;
  const known = actions.value.some((one) => one.key === shown.key);
  const value = known
    ? actions.value.map((one) => (one.key === shown.key ? shown : one))
    : [...actions.value, shown];
  return withReview({...state, later: {...state.later, actions: {...actions, value}}});
}

/** The actions that are known. */
export function actionsOf({later}: PanelState): readonly Action[] {
  return later.actions?.status === 'ready' ? later.actions.value : [];
}

/** The plan that actions belong to, or null. */
export function planIdOf({plan}: PanelState): string | null {
  return plan.status === 'ready' ? (plan.value.plan?.id ?? null) : null;
}

/** The address of the record system as references are compared: with its slash. */
export function baseOf(base: string | null): string | null {
  return base === null ? null : `${base.replace(/\/+$/u, '')}/`;
}
