import {html, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {keyed} from 'lit/directives/keyed.js';
import {announcement, mustHide} from '../../app/panel-view.ts';
import {createBrowserPanel, type PanelConfig} from '../../app/browser-panel.ts';
import type {DraftStore} from '../../app/draft-store.ts';
import type {Panel} from '../../app/panel.ts';
import type {Abilities, PanelState} from '../../app/state.ts';
import {isWhole, type Localization} from '../../i18n/index.ts';
import {ChartHost} from './chart-host.ts';
import {ReadyEvent} from './events.ts';
import {styles} from './isp-panel.styles.ts';
import {lockedModes, type NextChart, type PanelMode} from './panel-api.ts';
import {headSections, panelHead, type HeadSection} from './panel-head.ts';
import {hiddenChart, noSections, panelNotices} from './panel-notices.ts';
import {SectionCode} from './section-code.ts';
import {tellContact, tellHost} from './tell-host.ts';

/** What a host asks for, which few do: its code comes with the first wish. */
const hostActs = () => import('./host-acts.ts');

/**
 * The whole panel on one patient: who it is, the plan, the use of services, the team.
 *
 * @tag isp-panel
 * @slot session - What the host offers once the session is over, such as a button to sign in again.
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
 * @fires {NavigateEvent} isp-navigate - The person wants something that the host opens; it prevents the default.
 * @fires {AuditEvent} isp-audit - Something was done that an audit trail may keep: ids and places, no health data.
 * @fires {ContactEvent} isp-contact - A telephone number or address is pressed; prevent it to call or write yourself.
 * @csspart identity - Whose chart it is, with the tools beside it.
 * @csspart tools - The ways to the sections, how fresh the chart is, refresh and language.
 * @csspart glance - The line at a glance and what is due.
 * @csspart sections - All sections.
 * @csspart column - One column of sections.
 * @csspart ends - The buttons below the sections: the whole panel, back to the record.
 */
export class IspPanel extends ChartHost {
  static override styles = styles;

  /** What it is for here: `full`, `compact`, `ed` (an emergency physician), `readonly`, `patient` (the person reads). */
  @property({reflect: true}) mode: PanelMode = 'full';

  /** The sections to show, with a space between: `glance`, `due`, `plan`, `use`, `care-team`, `later`. All when absent. */
  @property() sections: string | null = null;

  /** Where what is typed is kept until it is saved: `memory`, `tab` or `host`. Without it, as the configuration says. */
  @property({attribute: 'draft-storage'}) draftStorage: string | null = null;

  /** Where you keep what is typed, with `draft-storage="host"`; set it before `patient`. Without it, memory does. */
  @property({attribute: false}) draftStore: DraftStore | null = null;

  /** Hides every way to change something. A change opens the chart anew; what was typed is kept. */
  @property({type: Boolean}) readonly = false;

  /** Offers a button that gives the screen back to you, by `isp-done`. */
  @property({type: Boolean}) closable = false;

  /** What the host opens by itself when `isp-navigate` asks for it, with a space between: `appointment-book`, `open-record`. */
  @property({reflect: true}) activities: string | null = null;

  /** What may be written here, and why not; null as long as no chart is open. */
  get abilities(): Abilities | null {
    return this.current?.context ? this.current.abilities : null;
  }

  /** A question that stands above the chart until it is answered. */
  @state() private question: TemplateResult | null = null;

  @state() private spoken = '';

  readonly #sections = new SectionCode(this);

  /** Whether nothing may be changed, as the host has set it by now. */
  protected override get isLocked(): boolean {
    return this.readonly || lockedModes.includes(this.mode) || this.settings.features?.write === false;
  }

  /** True when nothing typed would be lost by closing. */
  canClose(): boolean {
    return this.panel?.canClose() ?? true;
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

  protected override firstUpdated(): void {
    this.dispatchEvent(new ReadyEvent());
  }

  override render(): TemplateResult {
    const words = this.text.current;
    return html`<section
      class="panel"
      lang=${words?.language ?? nothing}
      aria-label=${words?.messages.panel.label ?? nothing}
      @click=${tellContact}
    >
      <p class="visually-hidden" role="status">${this.spoken}</p>
      ${this.question} ${words ? keyed(this.generation, this.#renderChart(words)) : nothing}
    </section>`;
  }

  #renderChart(text: Localization): TemplateResult {
    const {panel: t} = text.messages;
    const {code} = this.#sections;
    const now = this.current;
    if (!now?.context) {
      if (this.settling) return html`<div class="soon"></div>`;
      return html`<p class="none"><strong>${t.noPatient}</strong> ${t.noPatientAdvice}</p>`;
    }
    if (mustHide(now) || now.verifying) {
      return hiddenChart(now, text, () => void this.panel?.actions.verifyPatient());
    }
    const wanted = this.sections?.split(' ') ?? [];
    return html`${panelHead(now, text, {
      sections: headSections(this.mode, wanted),
      refreshing: this.refreshing,
      practiceDate: this.settings.practiceDate ?? null,
      go: (section) => void this.#go(section),
      refresh: () => void this.refresh(),
      speak: (language) => (this.lang = language),
    })}
    ${panelNotices(now, text, this.settings.notices ?? [], () => void this.refresh())}
    ${this.#sections.failed || this.text.failed ? noSections(text, this.#retry) : nothing}
    ${
      code && isWhole(text)
        ? code.sectionLayout(this.mode, wanted, text, {
            showAll: () => (this.mode = 'full'),
            done: this.closable ? () => void this.#done() : null,
          })
        : html`<div class="soon"></div>`
    }`;
  }

  readonly #retry = (): void => {
    void this.#sections.load();
    this.text.retry();
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

  protected override makePanel(config: PanelConfig): Promise<Panel> {
    const {draftStorage: drafts, draftStore} = this;
    const mayWrite = (what: string, patient: string): boolean =>
      this.#sections.code?.mayWrite(this, what, patient) ?? true;
    return createBrowserPanel({...config, ...(drafts && {drafts})}, {mayWrite, draftStore});
  }

  protected override chartCleared(): void {
    this.spoken = '';
  }

  protected override chartChanged(before: PanelState, next: PanelState): void {
    const said = announcement(before, next);
    if (said) this.#say(said);
    tellHost(this, before, next);
    this.#sections.code?.tellMore(this, before, next);
  }

  /** The same words twice are told twice: a live region only speaks of a change. */
  #say(what: NonNullable<ReturnType<typeof announcement>>): void {
    const {panel: t} = this.text.orFallback.messages;
    const words = {loaded: t.loaded, 'loaded-partly': t.loadedPartly, saved: t.saved}[what];
    this.spoken = this.spoken === words ? `${words}\u00a0` : words;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-panel': IspPanel;
  }
}
