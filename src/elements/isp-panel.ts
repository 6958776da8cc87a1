import {ContextProvider} from '@lit/context';
import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {keyed} from 'lit/directives/keyed.js';
import {announcement, mustHide} from '../app/panel-view.ts';
import {createBrowserPanel, type PanelConfig} from '../app/browser-panel.ts';
import type {Panel, SmartClient, Transport} from '../app/panel.ts';
import type {Abilities, PanelState} from '../app/state.ts';
import {isWhole, type Localization} from '../i18n/index.ts';
import {panelContext} from './context.ts';
import {ReadyEvent} from './events.ts';
import {styles} from './isp-panel.styles.ts';
import {lockedModes, sources, type NextChart, type PanelMode, type RecordSource} from './panel-api.ts';
import {panelHead, type HeadSection} from './panel-head.ts';
import {PanelLanguage} from './panel-language.ts';
import {hiddenChart, noSections, panelNotices} from './panel-notices.ts';
import {ReturnGuard} from './return-guard.ts';
import {SectionCode} from './section-code.ts';
import {tellContact, tellHost} from './tell-host.ts';

/** What a host asks for, which few do: its code comes with the first wish. */
const hostActs = () => import('./host-acts.ts');

/**
 * The whole panel on one patient: who it is, the plan, the use of services, the team.
 *
 * @tag isp-panel
 * @fires {ReadyEvent} isp-ready - The panel stands.
 * @fires {LoadedEvent} isp-loaded - Every section has settled.
 * @fires {ErrorEvent} isp-error - A section could not be shown.
 * @fires {ContextMismatchEvent} isp-context-mismatch - Records of another patient were dropped.
 * @fires {DirtyChangeEvent} isp-dirty-change - Something typed is not yet saved, or nothing is any more.
 * @fires {SavedEvent} isp-saved - The record has confirmed a save.
 * @fires {SaveRequestEvent} isp-save-request - A plan that the record takes in no form; a host that files it prevents the default.
 * @fires {TokenNeededEvent} isp-token-needed - The session is over.
 * @fires {AbilityChangeEvent} isp-ability-change - What may be written is known, or has changed.
 * @fires {DraftsEvent} isp-draft - Something typed was kept or given up.
 * @fires {BeforeSaveEvent} isp-before-save - Something is about to be sent to the record; prevent it to keep it back.
 * @fires {ConflictEvent} isp-conflict - Somebody else has changed the same thing.
 * @fires {DoneEvent} isp-done - The person gives the screen back.
 * @fires {AuditEvent} isp-audit - Something was done that an audit trail may keep: ids and places, no health data.
 * @fires {ContactEvent} isp-contact - A telephone number or address is pressed; prevent it to call or write yourself.
 */
export class IspPanel extends LitElement {
  static override styles = styles;

  /** `light`, `dark`, or `auto` (as the system says). */
  @property({reflect: true}) theme: 'light' | 'dark' | 'auto' = 'light';

  /** Language of the panel (BCP 47); without it, that of the nearest element that has one. */
  @property() override lang = '';

  /** What it is for here: `full`, `compact`, `ed` (an emergency physician), `readonly`, `patient` (the person reads). */
  @property({reflect: true}) mode: PanelMode = 'full';

  /** `compact` brings more onto the screen: smaller letters and distances. */
  @property({reflect: true}) density: 'comfortable' | 'compact' = 'comfortable';

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

  /** Where what is typed is kept until it is saved: `memory`, or `tab`. Without it, as the configuration says. */
  @property({attribute: 'draft-storage'}) draftStorage: string | null = null;

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

  /** Hides every way to change something. A change opens the chart anew; what was typed is kept. */
  @property({type: Boolean}) readonly = false;

  /** Offers a button that gives the screen back to you, by `isp-done`. */
  @property({type: Boolean}) closable = false;

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

  /** What may be written here, and why not; null as long as no chart is open. */
  get abilities(): Abilities | null {
    return this.current?.context ? this.current.abilities : null;
  }

  /** Makes a transport of what a host has set instead of one; told where the element is registered. */
  static reach: ((source: RecordSource) => Promise<Transport | null>) | null = null;

  /** A question that stands above the chart until it is answered. */
  @state() private question: TemplateResult | null = null;

  @state() private current: PanelState | null = null;
  @state() private spoken = '';
  @state() private refreshing = false;

  #panel: Panel | null = null;
  #transport: Transport | null = null;
  #patient: string | null = null;
  /** Whether the open chart was opened to be read only. */
  #locked = false;
  #opened = false;
  #opening = false;
  #generation = 0;
  #unsubscribe: (() => void) | null = null;
  readonly #sections = new SectionCode(this);
  readonly #panelProvider = new ContextProvider(this, {context: panelContext});
  readonly #text = new PanelLanguage(this, () => ({
    lang: this.lang,
    zone: this.timezone ?? this.current?.zone ?? null,
  }));

  /** Whether nothing may be changed, as the host has set it by now. */
  get #isLocked(): boolean {
    return this.readonly || lockedModes.includes(this.mode);
  }

  constructor() {
    super();
    new ReturnGuard(this, () => void this.#panel?.actions.verifyPatient());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#panel && !this.#unsubscribe) this.#join(this.#panel);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave();
  }

  /** True when nothing typed would be lost by closing. */
  canClose(): boolean {
    return this.#panel?.canClose() ?? true;
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

  /** Waits for what is being saved; true when nothing typed would then be lost by closing. It sends nothing by itself. */
  async flush(): Promise<boolean> {
    return (await hostActs()).flush(this);
  }

  /** The plan as the record holds it, read anew, as a FHIR Bundle (JSON text). Null when not all of it could be read. */
  async exportBundle(): Promise<string | null> {
    return (await hostActs()).exportBundle(this);
  }

  /** Opens the choice of copies for paper, as the button of the panel does. */
  async print(): Promise<void> {
    await (await hostActs()).print(this);
  }

  /**
   * Opens another patient's chart. Where something is typed, the person is asked first: false when they stay. What was
   * typed is kept with its patient, and never brought to another one.
   */
  async setContext(next: NextChart): Promise<boolean> {
    const {patient} = this;
    return (await hostActs()).setContext(this, patient, next, (question) => (this.question = question));
  }

  /** Ends the panel: what is under way is aborted, everything of the patient is forgotten. */
  dispose(): void {
    this.#panel?.close();
    this.panel = null;
  }

  /** Another way to the record, or another right to change it, opens the chart anew. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    const isOther = this.hasUpdated && sources.some((name) => changed.has(name));
    if (!isOther && (!this.#opened || this.#locked === this.#isLocked)) return;
    this.#locked = this.#isLocked;
    queueMicrotask(() => this.#begin());
  }

  protected override firstUpdated(): void {
    this.dispatchEvent(new ReadyEvent());
  }

  override render(): TemplateResult {
    const words = this.#text.current;
    return html`<section
      class="panel"
      lang=${words?.language ?? nothing}
      aria-label=${words?.messages.panel.label ?? nothing}
      @click=${tellContact}
    >
      <p class="visually-hidden" role="status">${this.spoken}</p>
      ${this.question} ${words ? keyed(this.#generation, this.#renderChart(words)) : nothing}
    </section>`;
  }

  #renderChart(text: Localization): TemplateResult {
    const {panel: t} = text.messages;
    const {code} = this.#sections;
    const now = this.current;
    if (!now?.context) {
      return html`<p class="none"><strong>${t.noPatient}</strong> ${t.noPatientAdvice}</p>`;
    }
    if (mustHide(now) || now.verifying) {
      return hiddenChart(now, text, () => void this.#panel?.actions.verifyPatient());
    }
    return html`${panelHead(now, text, {
      sections: this.mode === 'patient' ? ['plan', 'care-team'] : ['plan', 'use', 'care-team'],
      refreshing: this.refreshing,
      practiceDate: this.config.practiceDate ?? null,
      go: (section) => void this.#go(section),
      refresh: () => void this.refresh(),
      speak: (language) => (this.lang = language),
    })}
    ${panelNotices(now, text, this.config.notices ?? [], () => void this.refresh())}
    ${this.#sections.failed || this.#text.failed ? noSections(text, this.#retry) : nothing}
    ${
      code && isWhole(text)
        ? code.sectionLayout(this.mode, text, {
            showAll: () => (this.mode = 'full'),
            done: this.closable ? () => void this.#done() : null,
          })
        : html`<div class="soon"></div>`
    }`;
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
    const generation = this.#generation;
    const patient = this.#patient;
    if (!patient) return;
    const transport = this.#transport ?? (await IspPanel.reach?.(this));
    // Another patient, session or panel came meanwhile: what it began goes on, this one does not.
    if (!transport || generation !== this.#generation) return;
    if (!this.#panel) {
      const zone = this.timezone ?? this.config.zone;
      const {draftStorage: drafts} = this;
      const panel = await createBrowserPanel(
        {...this.config, ...(zone && {zone}), ...(drafts && {drafts})},
        (what, patient) => this.#sections.code?.mayWrite(this, what, patient) ?? true,
      );
      if (generation !== this.#generation || this.#panel) return;
      this.panel = panel;
    }
    this.#opened = true;
    this.#locked = this.#isLocked;
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

  readonly #retry = (): void => {
    void this.#sections.load();
    this.#text.retry();
  };

  /**
   * The focus goes to a box around the section: on the element itself it would close its content to the Tab key. A
   * section that the mode leaves out is shown then.
   */
  async #go(section: HeadSection): Promise<void> {
    const find = (): HTMLElement | null => this.renderRoot.querySelector(`#${section}`);
    if (!find()) {
      this.mode = 'full';
      await this.updateComplete;
    }
    const target = find();
    target?.focus({preventScroll: true});
    target?.scrollIntoView({block: 'start'});
  }

  readonly #done = async (): Promise<void> =>
    (await hostActs()).done(this, (question) => (this.question = question));

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
    this.#generation += 1;
    this.spoken = '';
    this.current = this.#panel?.store.get() ?? null;
    this.requestUpdate();
    if (this.hasUpdated) this.performUpdate();
  }

  #onState(next: PanelState): void {
    const before = this.current;
    this.current = next;
    if (before?.context?.generation !== next.context?.generation) return this.#clear();
    if (!before) return;
    const said = announcement(before, next);
    if (said) this.#say(said);
    tellHost(this, before, next);
    this.#sections.code?.tellMore(this, before, next);
  }

  /** The same words twice are told twice: a live region only speaks of a change. */
  #say(what: NonNullable<ReturnType<typeof announcement>>): void {
    const {panel: t} = this.#text.orFallback.messages;
    const words = {loaded: t.loaded, 'loaded-partly': t.loadedPartly, saved: t.saved}[what];
    this.spoken = this.spoken === words ? `${words}\u00a0` : words;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-panel': IspPanel;
  }
}
