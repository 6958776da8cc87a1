import {createStore, type WritableStore} from '../../src/app/store.ts';
import type {Panel} from '../../src/app/panel.ts';
import type {PanelActions, PanelState} from '../../src/app/state.ts';

/** A panel that shows a given state and remembers what was asked of it. */
export interface FakePanel extends Panel {
  readonly store: WritableStore<PanelState>;
  readonly asked: readonly (readonly [name: string, ...args: unknown[]])[];
}

/** A state as an untouched copy, so that no test sees what another one did. */
export function copyState(state: PanelState): PanelState {
  return structuredClone(state);
}

/** Makes a panel out of a state. `answers` replaces single actions. */
export function fakePanel(initial: PanelState, answers: Partial<PanelActions> = {}): FakePanel {
  const store = createStore(copyState(initial));
  const asked: (readonly [string, ...unknown[]])[] = [];
  let generation = initial.context?.generation ?? 0;
  const remember =
    (name: string) =>
    (...args: unknown[]): Promise<void> => {
      asked.push([name, ...args]);
      return Promise.resolve();
    };
  const actions: PanelActions = {
    refresh: remember('refresh'),
    addGoal: remember('addGoal'),
    changeGoal: remember('changeGoal'),
    settleGoal: remember('settleGoal'),
    addMember: remember('addMember'),
    endMember: remember('endMember'),
    wish: remember('wish'),
    readDiagnoses: remember('readDiagnoses'),
    verifyPatient: remember('verifyPatient'),
    exportPlan: () => {
      asked.push(['exportPlan']);
      return Promise.resolve(null);
    },
    keepDraft: (key, draft) => {
      asked.push(['keepDraft', key, draft]);
      store.update((state) => {
        const drafts = {...state.drafts, [key]: draft};
        if (Object.keys(draft).length === 0) delete drafts[key];
        return {...state, drafts};
      });
    },
    discard: (key) => {
      asked.push(['discard', key]);
      store.update((state) => {
        const drafts = {...state.drafts};
        const saves = {...state.saves};
        delete drafts[key];
        delete saves[key];
        return {...state, drafts, saves};
      });
    },
    ...answers,
  };
  return {
    store,
    actions,
    asked,
    open: (options) => {
      asked.push(['open', options]);
      generation += 1;
      store.update((state) => ({
        ...loadingAgain(state),
        context: {
          generation,
          patientId: options.patientId,
          encounterId: options.encounterId,
          user: options.user,
          needPatientBanner: options.needPatientBanner,
          intent: options.intent,
        },
      }));
    },
    close: () => {
      asked.push(['close']);
      store.update((state) => ({...loadingAgain(state), context: null}));
    },
    canClose: () => Object.keys(store.get().drafts).length === 0,
  };
}

/** The state with nothing of any patient in it. */
function loadingAgain(state: PanelState): PanelState {
  const loading = {status: 'loading'} as const;
  return {
    ...state,
    patient: loading,
    use: loading,
    plan: loading,
    goals: loading,
    team: loading,
    later: {},
    saves: {},
    drafts: {},
    ignoredOtherPatient: 0,
    halted: null,
  };
}
