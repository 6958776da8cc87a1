import type {PanelConfig} from '../../app/browser-panel.ts';
import type {DraftStore} from '../../app/draft-store.ts';
import type {SmartClient, Transport} from '../../app/panel.ts';
import type {WordChanges} from '../../i18n/own-words.ts';
import type {
  ContactEvent,
  ContextMismatchEvent,
  DirtyChangeEvent,
  ErrorEvent,
  LoadedEvent,
  ReadyEvent,
  SavedEvent,
  TokenNeededEvent,
} from './events.ts';
import type {
  AbilityChangeEvent,
  AuditEvent,
  BeforeSaveEvent,
  ConflictEvent,
  DoneEvent,
  DraftsEvent,
  NavigateEvent,
} from './host-events.ts';
import type {SaveRequestEvent} from './save-request-event.ts';

/** What the panel is for in a place. */
export type PanelMode = 'full' | 'compact' | 'ed' | 'readonly' | 'patient';

/** Modes in which nothing can be changed. */
export const lockedModes: readonly PanelMode[] = ['readonly', 'patient'];

/** Properties of which another value is another way to the record. */
export const sources = ['bundle', 'client', 'fetch', 'getAccessToken'] as const;

/** Ways to reach a record that need no transport made by the host. */
export interface RecordSource {
  readonly fhirBase: string | null;
  readonly client: SmartClient | null;
  readonly bundle: unknown;
  /** Null for `first` or `write` means that the session is over; `rejected` is the token that the server refused. */
  readonly getAccessToken:
    ((reason: 'first' | 'write' | 'refresh', rejected?: string) => Promise<string | null>) | null;
  readonly fetch: ((url: string, init: RequestInit) => Promise<Response>) | null;
}

/** The chart that is to be opened next. */
export interface NextChart {
  readonly patient: string;
  readonly encounter?: string | null;
}

/** What a host sets on `<isp-panel>`; each is described there. */
export interface PanelProperties {
  transport: Transport | null;
  patient: string | null;
  encounter: string | null;
  user: string | null;
  fhirBase: string | null;
  scopes: string | null;
  getAccessToken: RecordSource['getAccessToken'];
  fetch: RecordSource['fetch'];
  client: SmartClient | null;
  bundle: unknown;
  config: PanelConfig;
  configSrc: string | null;
  lang: string;
  messages: WordChanges | null;
  timezone: string | null;
  mode: PanelMode;
  sections: string | null;
  density: 'comfortable' | 'compact';
  theme: 'light' | 'dark' | 'auto';
  banner: 'full' | 'none';
  intent: string | null;
  readonly: boolean;
  closable: boolean;
  activities: string | null;
  draftStorage: string | null;
  draftStore: DraftStore | null;
}

/** What a host sets on `<isp-summary>`. */
export type SummaryProperties = Omit<
  PanelProperties,
  | 'mode'
  | 'sections'
  | 'readonly'
  | 'closable'
  | 'activities'
  | 'draftStorage'
  | 'draftStore'
  | 'banner'
  | 'intent'
>;

/** The events of `<isp-summary>` by name. */
export type SummaryEvents = Pick<
  PanelEvents,
  'isp-ready' | 'isp-loaded' | 'isp-error' | 'isp-context-mismatch' | 'isp-token-needed' | 'isp-contact'
>;

/** The events of `<isp-panel>` by name, for the typings of frameworks. */
export interface PanelEvents {
  'isp-ready': ReadyEvent;
  'isp-loaded': LoadedEvent;
  'isp-error': ErrorEvent;
  'isp-context-mismatch': ContextMismatchEvent;
  'isp-dirty-change': DirtyChangeEvent;
  'isp-saved': SavedEvent;
  'isp-contact': ContactEvent;
  'isp-token-needed': TokenNeededEvent;
  'isp-ability-change': AbilityChangeEvent;
  'isp-draft': DraftsEvent;
  'isp-before-save': BeforeSaveEvent;
  'isp-conflict': ConflictEvent;
  'isp-done': DoneEvent;
  'isp-navigate': NavigateEvent;
  'isp-audit': AuditEvent;
  'isp-save-request': SaveRequestEvent;
}
