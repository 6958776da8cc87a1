/**
 * The classes, events and types of isp-panel, without side effects: nothing is registered. `isp-panel/define` registers
 * the elements.
 */
export type {PanelConfig} from './app/browser-panel.ts';
export type {DraftStore} from './app/draft-store.ts';
export type {ChartOptions, Panel} from './app/panel.ts';
export type {PanelActions, PanelState} from './app/state.ts';
export type {CountingConfig} from './domain/counting-config.ts';
export type {Problem} from './domain/problem.ts';
export type {UseProof} from './domain/use-proof.ts';
export {
  ContactEvent,
  ContextMismatchEvent,
  DirtyChangeEvent,
  ErrorEvent,
  LoadedEvent,
  ReadyEvent,
  SavedEvent,
  TokenNeededEvent,
} from './elements/panel/events.ts';
export type {
  AbilityChangeEvent,
  AuditAct,
  AuditEvent,
  BeforeSaveEvent,
  ConflictEvent,
  DoneEvent,
  DraftsEvent,
  HostActivity,
  NavigateEvent,
} from './elements/panel/host-events.ts';
export type {SaveRequestEvent} from './elements/panel/save-request-event.ts';
export {IspPanel} from './elements/panel/isp-panel.ts';
export {applySmartStyle} from './elements/panel/smart-style.ts';
export type {
  NextChart,
  PanelEvents,
  PanelMode,
  PanelProperties,
  RecordSource,
  SummaryEvents,
  SummaryProperties,
} from './elements/panel/panel-api.ts';
export type {WordChanges, WordTree} from './i18n/own-words.ts';
export type {Transport, TransportRequest, TransportResponse} from './fhir/transport.ts';
