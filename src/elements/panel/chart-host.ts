import {ContextProvider} from '@lit/context';
import {LitElement, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {PanelConfig} from '../../app/browser-panel.ts';
import type {Panel, SmartClient, Transport} from '../../app/panel.ts';
import type {PanelState} from '../../app/state.ts';
import type {WordChanges} from '../../i18n/own-words.ts';
import {panelContext} from '../shared/context.ts';
import {sources, type RecordSource} from './panel-api.ts';
import {PanelLanguage} from './panel-language.ts';
import {ReturnGuard} from './return-guard.ts';

/**
 * What every element does that shows one patient's chart: which chart is open, over which way to the record, and that
 * nothing of a former one is left on the screen. Elements inside find the chart and the words by context.
 */
export abstract class ChartHost extends LitElement {
  /** Makes a transport of what a host has set instead of one; told where the element is registered. */
  static reach: ((source: RecordSource) => Promise<Transport | null>) | null = null;

  /** `light`, `dark`, or `auto` (as the system says). */
  @property({reflect: true}) theme: 'light' | 'dark' | 'auto' = 'light';

  /** `compact` brings more onto the screen: smaller letters and distances. */
  @property({reflect: true}) density: 'comfortable' | 'compact' = 'comfortable';

  /** Language of the panel (BCP 47); without it, that of the nearest element that has one. */
  @property() override lang = '';

  /** Words of yours in place of some of the panel's, by language and path. Set another object to change them. */
  @property({attribute: false}) messages: WordChanges | null = null;

  /** IANA time zone of the site; without it, the one of the configuration. */
  @property() timezone: string | null = null;

  /** The SMART or host session that answers the panel's requests. A new one begins anew. */
  @property({attribute: false}) set transport(transport: Transport | null) {
    if (transport === this.#transport) return;
    this.#transport = transport;
    this.#begin();
  }
  get transport(): Transport | null {
    return this.#transport;
  }

  /** Id of the patient whose chart is open. Another id takes everything of the former one away at once. */
  @property() set patient(patient: string | null) {
    if (patient === this.#patient) return;
    this.#patient = patient;
    this.#begin();
  }
  get patient(): string | null {
    return this.#patient;
  }

  /** What the site decides; set it before the first patient. Without it, the defaults of the rules. */
  @property({attribute: false}) config: PanelConfig = {};

  /**
   * Address of a site file (`isp-site.json`) on the page's own origin, for the keys that `config` leaves open. It is read
   * with the first patient; what of it cannot be used is named.
   */
  @property({attribute: 'config-src'}) configSrc: string | null = null;

  /** Gives the token for requests to `fhir-base`, where no `transport` is set; asked whenever one is needed. */
  @property({attribute: false}) getAccessToken: RecordSource['getAccessToken'] = null;

  /** Sends the requests to `fhir-base` in place of the browser's own `fetch`. */
  @property({attribute: false}) fetch: RecordSource['fetch'] = null;

  /** A client of `fhirclient` that has been launched, in place of a `transport`. */
  @property({attribute: false}) client: SmartClient | null = null;

  /** A FHIR Bundle (parsed JSON) to be read in place of a record: nothing is asked for, nothing can be written. */
  @property({attribute: false}) bundle: unknown = null;

  /** FHIR base of the record system: ids are unique only within it. */
  @property({attribute: 'fhir-base'}) fhirBase: string | null = null;

  /** Id of the encounter that the chart is open on. */
  @property() encounter: string | null = null;

  /** Reference of the signed-in user, for example `Practitioner/x`. */
  @property() user: string | null = null;

  /** Scopes as the token response gave them; without them the server decides. */
  @property({attribute: false}) scopes: string | null = null;

  /** `none` when the host shows a patient banner of its own: the identity line gets smaller, never absent. */
  @property() banner: 'full' | 'none' = 'full';

  /** SMART `intent` of the launch; one that is not known is ignored. */
  @property() intent: string | null = null;

  /** A panel made elsewhere: for tests, galleries and hosts with a store of their own. */
  @property({attribute: false}) set panel(panel: Panel | null) {
    if (panel === this.#panel) return;
    this.#leave();
    this.#panel = panel;
    if (panel) this.#join(panel);
    this.#clear();
  }
  get panel(): Panel | null {
    return this.#panel;
  }

  @state() protected current: PanelState | null = null;
  @state() protected refreshing = false;

  /** True while the file of `config-src` is on its way. */
  @state() protected settling = false;

  /** Another number for each chart: what is drawn is keyed by it. */
  protected generation = 0;
  protected readonly text = new PanelLanguage(this, () => ({
    lang: this.lang,
    zone: this.timezone ?? this.current?.zone ?? null,
    messages: this.messages,
  }));

  #settled: PanelConfig | null = null;
  #panel: Panel | null = null;
  #transport: Transport | null = null;
  #patient: string | null = null;
  /** Whether the open chart was opened to be read only. */
  #locked = false;
  #opened = false;
  #opening = false;
  #unsubscribe: (() => void) | null = null;
  readonly #panelProvider = new ContextProvider(this, {context: panelContext});

  constructor() {
    super();
    new ReturnGuard(this, () => void this.#panel?.actions.verifyPatient());
  }

  /** What is decided: `config`, and for what it leaves open the file of `config-src`. */
  protected get settings(): PanelConfig {
    return this.#settled ?? this.config;
  }

  /** Whether nothing may be changed, as the host has set it by now. */
  protected abstract get isLocked(): boolean;

  /** Makes the panel whose chart is shown; null when its code could not be fetched. */
  protected abstract makePanel(config: PanelConfig): Promise<Panel | null>;

  /** Called when the chart on the screen is another one, or none, before anything is drawn again. */
  protected abstract chartCleared(): void;

  /** Called with each change within one chart. */
  protected abstract chartChanged(before: PanelState, next: PanelState): void;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#panel && !this.#unsubscribe) this.#join(this.#panel);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave();
  }

  /** Reads everything again. */
  async refresh(): Promise<void> {
    if (!this.#panel || this.refreshing) return;
    this.refreshing = true;
    try {
      await this.#panel.actions.refresh();
    } finally {
      this.refreshing = false;
    }
  }

  /** Ends the panel: what is under way is aborted, everything of the patient is forgotten. */
  dispose(): void {
    this.#panel?.close();
    this.panel = null;
  }

  /** Another way to the record, or another right to change it, opens the chart anew. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    const isOther = this.hasUpdated && sources.some((name) => changed.has(name));
    if (!isOther && (!this.#opened || this.#locked === this.isLocked)) return;
    this.#locked = this.isLocked;
    queueMicrotask(() => this.#begin());
  }

  /** Opens the chart that could not be opened before, for want of code. */
  protected openAgain(): void {
    if (!this.#panel) this.#begin();
  }

  /** A new patient or session: first everything goes, then, once the host has set the rest, the chart is opened. */
  #begin(): void {
    this.#panel?.close();
    this.#clear();
    if (this.#opening) return;
    this.#opening = true;
    queueMicrotask(() => {
      this.#opening = false;
      void this.#open();
    });
  }

  async #open(): Promise<void> {
    const {generation} = this;
    const patient = this.#patient;
    if (!patient) return;
    const transport = this.#transport ?? (await ChartHost.reach?.(this));
    // Another patient, session or panel came meanwhile: what it began goes on, this one does not.
    if (!transport || generation !== this.generation) return;
    if (!this.#panel) {
      await this.#settle(generation);
      if (generation !== this.generation) return;
      const {settings} = this;
      const zone = this.timezone ?? settings.zone;
      const panel = await this.makePanel({...settings, ...(zone && {zone})});
      if (!panel || generation !== this.generation || this.#panel) return;
      this.panel = panel;
    }
    this.#opened = true;
    this.#locked = this.isLocked;
    this.#panel?.open({
      transport,
      patientId: patient,
      encounterId: this.encounter,
      user: this.user,
      needPatientBanner: this.banner !== 'none',
      intent: this.intent,
      scopes: this.scopes,
      readonly: this.#locked,
      ...(this.fhirBase ? {iss: this.fhirBase} : {}),
    });
  }

  /** Reads what `config-src` decides; of a chart that is no more wanted nothing is taken. */
  async #settle(generation: number): Promise<void> {
    const {config, configSrc} = this;
    this.#settled = null;
    if (!configSrc) return;
    this.settling = true;
    const code = await import('../../app/site-source.ts').catch(() => null);
    const settled: PanelConfig = code
      ? await code.settleSite(config, configSrc, {baseURI: this.baseURI, origin: location.origin})
      : {...config, notices: [{path: 'config-src', kind: 'unreadable'}]};
    if (generation !== this.generation) return;
    this.#settled = settled;
    this.settling = false;
  }

  /** Listens to the store of a panel and hands the panel to everything inside. */
  #join(panel: Panel): void {
    this.#panelProvider.setValue(panel);
    this.#unsubscribe = panel.store.subscribe(() => this.#onState(panel.store.get()));
    this.current = panel.store.get();
  }

  #leave(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
  }

  /** Takes what is on the screen away at once: not even one frame of it may stand beside another patient. */
  #clear(): void {
    this.generation += 1;
    this.settling = false;
    this.chartCleared();
    this.current = this.#panel?.store.get() ?? null;
    this.requestUpdate();
    if (this.hasUpdated) this.performUpdate();
  }

  #onState(next: PanelState): void {
    const before = this.current;
    this.current = next;
    if (before?.context?.generation !== next.context?.generation) return this.#clear();
    if (before) this.chartChanged(before, next);
  }
}
