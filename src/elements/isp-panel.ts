import {ContextProvider} from '@lit/context';
import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {keyed} from 'lit/directives/keyed.js';
import {identityView} from '../app/identity-view.ts';
import {announcement, asOfState, mustHide} from '../app/panel-view.ts';
import {createBrowserPanel, type PanelConfig} from '../app/browser-panel.ts';
import type {Panel, Transport} from '../app/panel.ts';
import type {PanelState} from '../app/state.ts';
import {isWhole, type Localization} from '../i18n/index.ts';
import {panelContext} from './context.ts';
import {ReadyEvent} from './events.ts';
import {styles} from './isp-panel.styles.ts';
import {PanelLanguage} from './panel-language.ts';
import {hiddenChart, panelNotices} from './panel-notices.ts';
import {ReturnGuard} from './return-guard.ts';
import {SectionCode} from './section-code.ts';
import {tellContact, tellHost} from './tell-host.ts';

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
 * @fires {ContactEvent} isp-contact - A telephone number or address is pressed; prevent it to call or write yourself.
 */
export class IspPanel extends LitElement {
  static override styles = styles;

  /** `light`, `dark`, or `auto` (as the system says). */
  @property({reflect: true}) theme: 'light' | 'dark' | 'auto' = 'light';

  /** Language of the panel (BCP 47); without it, that of the nearest element that has one. */
  @property() override lang = '';

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

  /** FHIR base of the record system: ids are unique only within it. */
  @property({attribute: 'fhir-base'}) fhirBase: string | null = null;

  /** Id of the encounter that the chart is open on. */
  @property() encounter: string | null = null;

  /** Reference of the signed-in user, for example `Practitioner/x`. */
  @property() user: string | null = null;

  /** Scopes as the token response gave them; without them the server decides. */
  @property({attribute: false}) scopes: string | null = null;

  /** Hides every way to change something. A change opens the chart anew; what was typed is kept. */
  @property({type: Boolean}) set readonly(readonly: boolean) {
    if (readonly === this.#readonly) return;
    this.#readonly = readonly;
    if (this.#panel && this.#transport) this.#begin();
  }
  get readonly(): boolean {
    return this.#readonly;
  }

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

  @state() private current: PanelState | null = null;
  @state() private spoken = '';
  @state() private refreshing = false;

  #panel: Panel | null = null;
  #transport: Transport | null = null;
  #patient: string | null = null;
  #readonly = false;
  #opening = false;
  #generation = 0;
  #unsubscribe: (() => void) | null = null;
  readonly #sections = new SectionCode(this);
  readonly #panelProvider = new ContextProvider(this, {context: panelContext});
  readonly #text = new PanelLanguage(this, () => ({
    lang: this.lang,
    zone: this.timezone ?? this.current?.zone ?? null,
  }));

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

  /** Ends the panel: what is under way is aborted, everything of the patient is forgotten. */
  dispose(): void {
    this.#panel?.close();
    this.panel = null;
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
      ${words ? keyed(this.#generation, this.#renderChart(words)) : nothing}
    </section>`;
  }

  #renderChart(text: Localization): TemplateResult {
    const {messages, format, language} = text;
    const {panel: t} = messages;
    const now = this.current;
    if (!now?.context) {
      return html`<p class="none"><strong>${t.noPatient}</strong> ${t.noPatientAdvice}</p>`;
    }
    if (mustHide(now) || now.verifying) {
      return hiddenChart(now, text, () => void this.#panel?.actions.verifyPatient());
    }
    const asOf = asOfState(now);
    const person =
      now.patient.status === 'ready' ? identityView(now.patient.value, now.today, language) : null;
    return html`${this.#renderPractice()}
      <div class="identity">
        <isp-identity .view=${person} ?compact=${!now.context.needPatientBanner}></isp-identity>
        <div class="tools">
          <nav aria-label=${t.sections}>
            ${(['plan', 'use', 'care-team'] as const).map(
              (name) =>
                html`<button class="quiet" type="button" @click=${() => this.#go(name)}>
                  ${t.section[name]}
                </button>`,
            )}
          </nav>
          <p class="actions">
            ${asOf ? html`<span>${t.asOf(format.time(asOf))}</span>` : nothing}
            <button
              class="quiet"
              type="button"
              aria-disabled=${this.refreshing ? 'true' : 'false'}
              @click=${() => void this.refresh()}
            >
              ${this.refreshing ? t.refreshing : t.refresh}
            </button>
            <button
              class="quiet"
              type="button"
              lang=${t.otherLanguage.tag}
              @click=${() => (this.lang = t.otherLanguage.tag)}
            >
              ${t.otherLanguage.name}
            </button>
          </p>
        </div>
      </div>
      ${panelNotices(now, text, this.config.notices ?? [], () => void this.refresh())}
      ${this.#renderNoSections(text)}
      ${isWhole(text) ? this.#renderSections() : html`<div class="sections soon"></div>`}`;
  }

  #renderSections(): TemplateResult {
    return html`<div class="glance"><isp-headlines></isp-headlines><isp-due></isp-due></div>
      <div class="sections">
        <div class="column">
          <div id="plan" tabindex="-1"><isp-plan></isp-plan></div>
        </div>
        <div class="column">
          <div id="use" tabindex="-1"><isp-use></isp-use></div>
        </div>
        <div class="column">
          <div id="care-team" tabindex="-1"><isp-care-team></isp-care-team></div>
          <isp-later></isp-later>
        </div>
      </div>`;
  }

  /** The code or the words of the sections did not come: no network, or a new version of the panel on the server. */
  #renderNoSections(text: Localization): TemplateResult | typeof nothing {
    if (!this.#sections.failed && !this.#text.failed) return nothing;
    const retry = (): void => {
      void this.#sections.load();
      this.#text.retry();
    };
    return html`<div class="notices">
      <isp-notice tone="error" role="alert" .problem=${{kind: 'offline'} as const}>
        <button slot="action" type="button" @click=${retry}>${text.messages.panel.retry}</button>
      </isp-notice>
    </div>`;
  }

  /** Numbers as of another day than today never stand there without saying so. */
  #renderPractice(): TemplateResult | typeof nothing {
    const {messages, format} = this.#text.orFallback;
    const date = this.config.practiceDate;
    return date ? html`<p class="practice">${messages.panel.practice(format.longDate(date))}</p>` : nothing;
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
    if (!this.#transport || !this.#patient) return;
    if (!this.#panel) {
      const zone = this.timezone ?? this.config.zone;
      const panel = await createBrowserPanel({...this.config, ...(zone ? {zone} : {})});
      // Another patient, session or panel came meanwhile: what it began goes on, this one does not.
      if (generation !== this.#generation || this.#panel) return;
      this.panel = panel;
    }
    if (!this.#transport || !this.#patient) return;
    this.#panel?.open({
      transport: this.#transport,
      patientId: this.#patient,
      encounterId: this.encounter,
      user: this.user,
      needPatientBanner: this.banner !== 'none',
      intent: this.intent,
      scopes: this.scopes,
      readonly: this.readonly,
      ...(this.fhirBase ? {iss: this.fhirBase} : {}),
    });
  }

  /** The focus goes to a box around the section: on the element itself it would close its content to the Tab key. */
  #go(section: 'plan' | 'use' | 'care-team'): void {
    const target = this.renderRoot.querySelector<HTMLElement>(`#${section}`);
    target?.focus({preventScroll: true});
    target?.scrollIntoView({block: 'start'});
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
