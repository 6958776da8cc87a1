import type {Transport} from '../fhir/transport.ts';
import type {PanelActions, PanelState} from './state.ts';
import type {Store} from './store.ts';

/** The port that a host implements; re-exported so that the elements need nothing of the fhir ring. */
export type {Transport, TransportRequest, TransportResponse} from '../fhir/transport.ts';

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
