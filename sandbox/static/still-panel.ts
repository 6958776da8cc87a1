import type {Panel} from '../../src/app/panel.ts';
import type {PanelActions, PanelState} from '../../src/app/state.ts';

const done = (): Promise<void> => Promise.resolve();

/** A panel that shows one state: what is typed is kept, what is wished for is not carried out. */
export function stillPanel(initial: PanelState): Panel {
  let state = initial;
  const listeners = new Set<() => void>();
  const set = (next: PanelState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  const actions: PanelActions = {
    refresh: done,
    addGoal: done,
    changeGoal: done,
    settleGoal: done,
    addMember: done,
    endMember: done,
    wish: done,
    readDiagnoses: done,
    verifyPatient: done,
    exportPlan: () => Promise.resolve(null),
    keepDraft: (key, draft) => set({...state, drafts: {...state.drafts, [key]: draft}}),
    discard: (key) => {
      const {[key]: _draft, ...drafts} = state.drafts;
      const {[key]: _save, ...saves} = state.saves;
      set({...state, drafts, saves});
    },
  };
  return {
    store: {
      get: () => state,
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    actions,
    open: () => undefined,
    close: () => undefined,
    canClose: () => true,
  };
}
