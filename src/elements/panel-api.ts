import type {PanelConfig} from '../app/browser-panel.ts';
import type {Transport} from '../app/panel.ts';
import type {
  ContactEvent,
  ContextMismatchEvent,
  DirtyChangeEvent,
  ErrorEvent,
  LoadedEvent,
  ReadyEvent,
  SavedEvent,
} from './events.ts';
import type {SaveRequestEvent} from './save-request-event.ts';

/** What a host sets on `<isp-panel>`; each is described there. */
export interface PanelProperties {
  transport: Transport | null;
  patient: string | null;
  encounter: string | null;
  user: string | null;
  fhirBase: string | null;
  scopes: string | null;
  config: PanelConfig;
  lang: string;
  timezone: string | null;
  theme: 'light' | 'dark' | 'auto';
  banner: 'full' | 'none';
  intent: string | null;
  readonly: boolean;
}

/** The events of `<isp-panel>` by name, for the typings of frameworks. */
export interface PanelEvents {
  'isp-ready': ReadyEvent;
  'isp-loaded': LoadedEvent;
  'isp-error': ErrorEvent;
  'isp-context-mismatch': ContextMismatchEvent;
  'isp-dirty-change': DirtyChangeEvent;
  'isp-saved': SavedEvent;
  'isp-contact': ContactEvent;
  'isp-save-request': SaveRequestEvent;
}
