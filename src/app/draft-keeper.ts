import type {Session} from './session.ts';
import type {PanelState} from './state.ts';
import type {Store} from './store.ts';

/**
 * Keeps what is typed for a patient beyond the page: brings back what an earlier page of the same tab left, then follows
 * every change. `place` names the record system, the patient and the user; nothing is brought to another one. `tried` holds
 * the keys of creates that were tried before.
 */
export type DraftKeeper = (
  place: string,
  session: Pick<Session, 'memory' | 'update'>,
  tried: Set<string>,
  store: Store<PanelState>,
) => void;
