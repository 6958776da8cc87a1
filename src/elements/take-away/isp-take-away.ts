import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {state} from 'lit/decorators.js';
import {reviewEvent} from '../../app/take-away/review-event.ts';
import type {PanelState} from '../../app/state.ts';
import {eventCsv} from '../../domain/event-csv.ts';
import {nearestLanguage, type Language} from '../../i18n/index.ts';
import {loadTakeAwayWords, type TakeAwayMessages} from '../../i18n/take-away-words.ts';
import {Copier} from '../shared/copier.ts';
import {inOwnWords, loadCopyLanguage} from './copy-language.ts';
import {copyNote} from './copy-note.ts';
import {FocusSoon} from '../shared/focus-soon.ts';
import {offerPart} from '../follow-up/follow-up-desk.ts';
import {styles} from './isp-take-away.styles.ts';
import {LazyElement} from '../shared/lazy-element.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';
import {saveFile} from '../shared/save-file.ts';
import {skeleton} from '../shared/section-states.ts';
import {Select} from '../shared/select.ts';

const languages: readonly Language[] = ['en-CA', 'fr-CA'];

/**
 * What is taken out of the panel: the chart as a note to paste, a copy on paper for the person, the team or a partner,
 * the visits as a table, the next review for a calendar.
 *
 * @tag isp-take-away
 */
export class IspTakeAway extends LitElement {
  static override styles = styles;

  /** Language of the note; that of the panel until another one is chosen. */
  @state() private noteLanguage: Language | null = null;

  @state() private printing = false;

  /** The last file that was handed over, by its name. */
  @state() private given = '';

  @state() private failed = false;

  readonly #text = new Localize(this);
  readonly #words = new LazyWords(this, this.#text, loadTakeAwayWords);
  readonly #state = new Select(this, (whole): PanelState => whole);
  readonly #copier = new Copier(this);
  readonly #focusSoon = new FocusSoon(this);
  readonly #sheet = new LazyElement(
    this,
    'isp-printed-copy',
    async () => (await import('./isp-printed-copy.ts')).IspPrintedCopy,
  );

  #withdrawOffer: (() => void) | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#withdrawOffer?.();
    this.#withdrawOffer = null;
  }

  protected override updated(): void {
    const {panel} = this.#state;
    if (!panel || this.#withdrawOffer || !this.#words.value) return;
    this.#withdrawOffer = offerPart(panel, 'print', () => {
      if (!this.printing) void this.#print();
    });
  }

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    const state = this.#state.value;
    if (!t || !state || state.patient.status !== 'ready') return nothing;
    const language = this.noteLanguage ?? nearestLanguage(this.#text.language);
    return html`<section aria-labelledby="heading">
      <div class="head"><h2 id="heading">${t.heading}</h2></div>
      <div class="acts">
        <div class="note">
          <button type="button" id="copy" @click=${() => void this.#copy(state, language)}>${t.copy}</button>
          <select aria-label=${t.language} @change=${this.#onLanguage}>
            ${languages.map(
              (one) =>
                html`<option value=${one} lang=${one} .selected=${one === language}>
                  ${t.languages[one]}
                </option>`,
            )}
          </select>
        </div>
        <button type="button" id="print" aria-expanded=${this.printing} @click=${() => void this.#print()}>
          ${t.print}
        </button>
        ${this.#renderFiles(state, t)}
      </div>
      ${this.#renderSaid(state, t)} ${this.#renderSheet(t)}
    </section>`;
  }

  #renderFiles({use, later}: PanelState, t: TakeAwayMessages): TemplateResult {
    const review = later.plan?.status === 'ready' ? later.plan.value.plan?.nextReview : null;
    return html`${
      use.status === 'ready'
        ? html`<button type="button" @click=${this.#saveVisits}>${t.visits}</button>`
        : nothing
    }
    ${review ? html`<button type="button" @click=${this.#saveReview}>${t.review}</button>` : nothing}`;
  }

  /** What happened, and why a file is not offered. */
  #renderSaid({use, later}: PanelState, t: TakeAwayMessages): TemplateResult {
    const {status} = this.#copier;
    const hasReview = later.plan?.status === 'ready' && later.plan.value.plan?.nextReview;
    const isPart = use.status === 'ready' && (use.gaps.length > 0 || !use.value.historyComplete);
    return html`<div class="small" role="status">
        ${status === 'copied' ? html`<p>${t.copied}</p>` : nothing}
        ${status === 'by-hand' ? html`<p>${t.notCopied}</p>` : nothing} ${this.#copier.renderBox(t.noteBox)}
        ${this.given ? html`<p>${t.given(this.given)}</p>` : nothing}
        ${this.failed || this.#sheet.status === 'failed' ? html`<p>${t.failed}</p>` : nothing}
      </div>
      <div class="small muted">
        ${use.status === 'failed' ? html`<p>${t.noVisits}</p>` : nothing}
        ${isPart ? html`<p>${t.partVisits}</p>` : nothing}
        ${later.plan?.status === 'ready' && !hasReview ? html`<p>${t.noReview}</p>` : nothing}
      </div>`;
  }

  #renderSheet(t: TakeAwayMessages): TemplateResult | typeof nothing {
    if (!this.printing || this.#sheet.status === 'failed') return nothing;
    if (this.#sheet.status !== 'ready') return skeleton(t.loading);
    return html`<isp-printed-copy @isp-cancel=${this.#closeSheet}></isp-printed-copy>`;
  }

  async #copy(state: PanelState, language: Language): Promise<void> {
    this.given = '';
    const whole = await loadCopyLanguage(language, state.zone).catch(() => null);
    this.failed = whole === null;
    // The chart may have changed while the words came: what is copied is what stands on the screen now.
    const now = this.#state.value;
    if (whole && now?.context === state.context)
      await this.#copier.copy(copyNote(now ?? state, inOwnWords(whole, this.#text.own)));
  }

  async #print(): Promise<void> {
    if (this.printing) return this.#closeSheet();
    this.printing = true;
    await this.#sheet.load();
    // The next press asks for it again.
    if (this.#sheet.status === 'failed') this.printing = false;
    await this.updateComplete;
    this.renderRoot.querySelector('isp-printed-copy')?.focus();
  }

  readonly #closeSheet = (): void => {
    this.printing = false;
    this.#focusSoon.on('#print');
  };

  readonly #saveVisits = (): void => {
    const t = this.#words.value;
    const use = this.#state.value?.use;
    if (!t || use?.status !== 'ready') return;
    const {proof} = use.value;
    // The mark tells spreadsheets that the text is UTF-8.
    this.#give(`${t.files.visits}-${proof.asOf}.csv`, 'text/csv;charset=utf-8', `\uFEFF${eventCsv(proof)}`);
  };

  readonly #saveReview = (): void => {
    const t = this.#words.value;
    const plan = this.#state.value?.later.plan;
    const panel = this.#state.panel;
    if (!t || !panel || plan?.status !== 'ready' || !plan.value.plan?.nextReview) return;
    const {id, nextReview} = plan.value.plan;
    const now = new Date().toISOString();
    const text = reviewEvent({uid: `review-${id}@isp-panel`, day: nextReview, title: t.reviewTitle, now});
    this.#give(`${t.files.review}-${nextReview}.ics`, 'text/calendar;charset=utf-8', text);
  };

  #give(name: string, type: string, text: string): void {
    this.#copier.forget();
    saveFile(name, type, text);
    this.given = name;
  }

  #onLanguage(event: Event): void {
    this.noteLanguage = nearestLanguage((event.target as HTMLSelectElement).value);
    this.#copier.forget();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-take-away': IspTakeAway;
  }
}
