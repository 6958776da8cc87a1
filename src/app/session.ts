import type {CountingConfig} from '../domain/counting-config.ts';
import type {Chart} from './chart.ts';
import type {Draft, PanelState, PatientContext, Unfiled} from './state.ts';

/** What is kept of a patient when another one is opened: only what somebody typed, under its own patient. */
export interface PatientMemory {
  drafts: Readonly<Record<string, Draft>>;
  /** What was written and is filed nowhere, or null. */
  unfiled: Unfiled | null;
  /** The record as it stood when somebody began to edit it, by save key: the first leg of the merge. */
  readonly bases: Map<string, object>;
  /** Key of a create that is not settled, by save key: it makes a repetition recognizable. */
  readonly requestKeys: Map<string, string>;
  /** Ids that stood on the screen when a create was first asked for, by its request key: none of them is what it made. */
  readonly stood: Map<string, ReadonlySet<string>>;
}

/**
 * One patient's time on the screen. Everything that is asked for on behalf of that patient goes through here, and an
 * answer that comes after another patient was opened changes nothing.
 */
export interface Session {
  readonly context: PatientContext;
  readonly chart: Chart;
  readonly signal: AbortSignal;
  readonly memory: PatientMemory;
  readonly zone: string;
  readonly counting: CountingConfig;
  readonly configHash: string;
  /** Saves under way, by save key. */
  readonly saving: Map<string, Promise<void>>;
  now(): number;
  /** Lets the page draw and answer before long work begins. */
  pause(): Promise<void>;
  /** Local day of the site, YYYY-MM-DD. */
  today(): string;
  newId(): string;
  /** Whether the host lets something be saved, by its save key; absent where nobody is asked. */
  readonly mayWrite?: ((key: string, patientId: string) => boolean) | undefined;
  /** True while this patient is the one on the screen. */
  isOpen(): boolean;
  /** Ends every read; no later answer changes the state. What was typed stays in memory. */
  stop(): void;
  /** The state; an empty one once another patient was opened. */
  state(): PanelState;
  /** Changes the state, unless another patient was opened meanwhile. */
  update(change: (state: PanelState) => PanelState): void;
  /** Drafts of a patient who left the screen changed: their number is counted anew. */
  draftsChanged(): void;
}

/** An empty memory. */
export function newMemory(): PatientMemory {
  return {drafts: {}, unfiled: null, bases: new Map(), requestKeys: new Map(), stood: new Map()};
}
