import type {CountingConfig} from '../domain/counting-config.ts';
import type {FollowUpWindows} from '../domain/follow-up/windows.ts';
import {localDateOf, zoneOf} from '../domain/time.ts';
import type {Recognition} from '../fhir/recognition.ts';
import type {Timers} from '../fhir/timers.ts';
import type {Transport} from '../fhir/transport.ts';
import {discard, keepDraft} from './commands/drafts.ts';
import {load} from './commands/load.ts';
import type * as Writes from './commands/writes.ts';
import {verifyPatient} from './commands/verify-patient.ts';
import type {DraftKeeper} from './draft-keeper.ts';
import {initialState} from './initial-state.ts';
import {openChart, type OpenChart} from './open-chart.ts';
import {newMemory, type PatientMemory, type Session} from './session.ts';
import type {PanelActions, PanelState} from './state.ts';
import {createStore, type Store} from './store.ts';

/** The port that a host implements; re-exported so that the elements need nothing of the fhir ring. */
export type {SmartClient, Transport} from '../fhir/transport.ts';
export type {Timers} from '../fhir/timers.ts';

/** What opens one patient's chart. */
export interface ChartOptions {
  readonly transport: Transport;
  readonly patientId: string;
  readonly encounterId: string | null;
  readonly user: string | null;
  readonly needPatientBanner: boolean;
  readonly intent: string | null;
  /** Granted scopes as the token response gave them; null when the host does not say (then the server decides). */
  readonly scopes: string | null;
  readonly readonly: boolean;
  /** FHIR base of the record system: ids are unique only within it, so what was typed is kept under both. */
  readonly iss?: string;
}

/** One panel: a store to read, actions to wish for, and its life. */
export interface Panel {
  readonly store: Store<PanelState>;
  readonly actions: PanelActions;
  /** Opens a chart; whatever was shown of another patient is gone before this returns. */
  open(options: ChartOptions): void;
  /** Clears everything of the patient at once and aborts what is under way. */
  close(): void;
  /** True when nothing typed would be lost. */
  canClose(): boolean;
}

export interface PanelOptions {
  /** Time zone of the site (IANA). */
  readonly zone: string;
  readonly counting: CountingConfig;
  /** Hash of the counting configuration, for the proof (`sha256:…`). */
  readonly configHash: string;
  readonly timers: Timers;
  /** A new UUID, lower case. */
  readonly newId: () => string;
  /** From 0 to 1. */
  readonly random: () => number;
  /** Codes and words that the site adds for plans, enrolment and roles. */
  readonly recognition?: Recognition;
  /** After how many days something is due; the usual windows when absent. */
  readonly followUp?: Partial<FollowUpWindows>;
  /** Asked before anything is sent that changes the record: false keeps what was typed, unsaved. */
  readonly mayWrite?: (key: string, patientId: string) => boolean;
  /** Keeps what is typed beyond the page; in memory alone when absent. */
  readonly keep?: DraftKeeper | undefined;
  /** How a chart is opened; over the transport when absent. */
  readonly openChart?: OpenChart;
}

/** Makes a panel without a patient. */
export function createPanel(options: PanelOptions): Panel {
  const {zone, timers} = options;
  const today = (): string => localDay(zone, timers.now());
  const store = createStore<PanelState>(initialState(null, today(), zone, false));
  const memories = new Map<string, PatientMemory>();
  const tried = new Set<string>();
  let session: Session | null = null;
  let generation = 0;

  function leave(): void {
    const left = session;
    session = null;
    left?.stop();
    left?.chart.close();
  }

  function draftsChanged(): void {
    const draftsOfOtherPatients = draftsBeside(memories, session?.memory ?? null);
    store.update((state) => ({...state, draftsOfOtherPatients}));
  }

  function open(chosen: ChartOptions): void {
    leave();
    generation += 1;
    const mine = generation;
    const {patientId, encounterId, user, needPatientBanner, intent} = chosen;
    const context = Object.freeze({generation, patientId, encounterId, user, needPatientBanner, intent});
    const place = JSON.stringify([chosen.iss ?? '', patientId]);
    const memory = memories.get(place) ?? newMemory();
    memories.set(place, memory);
    const abort = new AbortController();
    let stopped = false;
    const update: Session['update'] = (change) => {
      if (mine === generation && !stopped) store.update(change);
    };
    // Cleared before anything of the new patient is made: whatever fails below, the old one is gone.
    const {followUp} = options;
    const empty = {...initialState(context, today(), zone, chosen.readonly), ...(followUp && {followUp})};
    store.update(() => ({
      ...empty,
      drafts: memory.drafts,
      unfiled: memory.unfiled,
      draftsOfOtherPatients: draftsBeside(memories, memory),
    }));
    const chart = (options.openChart ?? openChart)(chosen, {
      ...options,
      today,
      tried,
      onOtherPatient: () =>
        update((state) => ({...state, ignoredOtherPatient: state.ignoredOtherPatient + 1})),
    });
    session = {
      context,
      chart,
      signal: abort.signal,
      memory,
      zone,
      counting: options.counting,
      configHash: options.configHash,
      saving: new Map(),
      now: () => timers.now(),
      pause: () => timers.wait(0),
      today,
      newId: options.newId,
      mayWrite: options.mayWrite,
      isOpen: () => mine === generation && !stopped,
      stop() {
        stopped = true;
        abort.abort();
      },
      state: () => (mine === generation ? store.get() : empty),
      update,
      draftsChanged,
    };
    options.keep?.(place + user, session, tried, store);
    void load(session);
  }

  function close(): void {
    leave();
    generation += 1;
    store.update(() => ({
      ...initialState(null, today(), zone, false),
      draftsOfOtherPatients: draftsBeside(memories, null),
    }));
  }

  const done = Promise.resolve();
  /** Carries out a wish to write; when its code cannot be fetched nothing was sent, and the save says so. */
  async function write(
    key: string,
    wish: (writes: typeof Writes, open: Session) => Promise<void>,
  ): Promise<void> {
    const asked = session;
    if (!asked) return;
    const writes = await import('./commands/writes.ts').catch(() => null);
    if (writes) return wish(writes, asked);
    const problem = {kind: 'offline'} as const;
    asked.update((state) => ({...state, saves: {...state.saves, [key]: {status: 'failed', problem}}}));
  }
  const actions: PanelActions = {
    refresh: () => (session ? load(session) : done),
    addGoal: (change) => write('goal:new', (writes, open) => writes.addGoal(open, change)),
    changeGoal: (id, change) => write(`goal:${id}`, (writes, open) => writes.changeGoal(open, id, change)),
    settleGoal: (id, change) => write(`goal:${id}`, (writes, open) => writes.settleGoal(open, id, change)),
    addMember: (member) => write('member:new', (writes, open) => writes.addMember(open, member)),
    endMember: (key, end) => write(`member:${key}`, (writes, open) => writes.endMember(open, key, end)),
    keepDraft: (key, draft, base) => session && keepDraft(session, key, draft, base),
    discard: (key) => session && discard(session, key),
    wish: (key, name, ...args) =>
      write(key, (writes, open) =>
        (writes[name] as (open: Session, ...args: unknown[]) => Promise<void>)(open, ...args),
      ),
    async readDiagnoses(ids) {
      const asked = session;
      const code = asked && (await import('./commands/read-diagnoses.ts').catch(() => null));
      if (code) await code.readDiagnoses(asked, ids);
    },
    async exportPlan() {
      const asked = session;
      const code = asked && (await import('./commands/export-plan.ts').catch(() => null));
      return code ? code.exportPlan(asked) : null;
    },
    verifyPatient: () => (session ? verifyPatient(session) : done),
  };
  const canClose = (): boolean => (session?.saving.size ?? 0) === 0 && draftsBeside(memories, null) === 0;
  return {store, actions, open, close, canClose};
}

function localDay(zone: string, now: number): string {
  const moment = zoneOf(zone).read(new Date(now).toISOString());
  return moment ? localDateOf(moment) : '';
}

/** How many drafts there are of every patient but one. */
function draftsBeside(memories: ReadonlyMap<string, PatientMemory>, own: PatientMemory | null): number {
  let count = 0;
  for (const memory of memories.values()) {
    if (memory !== own) count += Object.keys(memory.drafts).length + Number(memory.unfiled?.taken === false);
  }
  return count;
}
