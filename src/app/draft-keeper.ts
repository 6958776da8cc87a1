import type {PatientMemory} from './session.ts';
import type {PanelState} from './state.ts';
import type {Store} from './store.ts';

/**
 * Keeps what is typed for a patient beyond the page: brings back what an earlier page of the same tab left, then follows
 * every change. `place` names the record system, the patient and the user; nothing is brought to another one.
 */
export type DraftKeeper = (
  place: string,
  memory: PatientMemory,
  /** Keys of creates that were tried before. */
  tried: Set<string>,
  store: Store<PanelState>,
  /** Shows what was brought back, if the patient is still on the screen. */
  show: () => void,
) => void;
