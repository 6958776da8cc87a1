import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import {planCopy, type PlanCopy} from '../../app/take-away/plan-copy.ts';
import {meetingAgenda} from '../../app/take-away/meeting-agenda.ts';
import type {PanelState} from '../../app/state.ts';
import {nearestLanguage, type Language} from '../../i18n/index.ts';
import {loadTakeAwayWords, type TakeAwayMessages} from '../../i18n/take-away-words.ts';
import {agendaSheet} from './agenda-sheet.ts';
import {dueLines, inOwnWords, loadCopyLanguage, useLines, type CopyLanguage} from './copy-language.ts';
import {CancelEvent} from '../shared/form-events.ts';
import {field} from '../shared/form-field.ts';
import {styles} from './isp-printed-copy.styles.ts';
import {FocusSoon} from '../shared/focus-soon.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';
import {PrintFrame} from './print-frame.ts';
import {skeleton} from '../shared/section-states.ts';
import {Select} from '../shared/select.ts';
import {audiences, partsFor, sheet, type Audience, type SheetPart} from './sheet.ts';

const languages: readonly Language[] = ['en-CA', 'fr-CA'];

/**
 * A copy for paper: for whom, in which language, with which parts, and how many pages it takes. Printed by the browser,
 * which makes a PDF too.
 *
 * @tag isp-printed-copy
 * @fires {CancelEvent} isp-cancel - Closed.
 */
export class IspPrintedCopy extends LitElement {
  static override styles = styles;

  /** Whom it is for at first. */
  @property({attribute: false}) audience: Audience = 'patient';

  @state() private language: Language | null = null;

  @state() private large = false;

  /** The day of the meeting that an agenda is for, YYYY-MM-DD; empty to write it by hand. */
  @state() private day = '';

  /** Parts that were taken off, and those that were chosen though they are off at first. */
  @state() private changed: ReadonlyMap<SheetPart, boolean> = new Map();

  @state() private without: ReadonlySet<string> = new Set();

  /** Pages that it takes; 0 until the paper stands. */
  @state() private pages = 0;

  /** The words of the copy's language did not come; they are asked for again when it is to be printed. */
  @state() private failed = false;

  readonly #text = new Localize(this);
  readonly #words = new LazyWords(this, this.#text, loadTakeAwayWords);
  readonly #state = new Select(this, (whole): PanelState => whole);
  readonly #focusSoon = new FocusSoon(this);
  #copyWords: CopyLanguage | null = null;
  #asked = '';
  #frame: PrintFrame | null = null;
  /** It was asked to be printed while the paper that was chosen did not stand yet. */
  #isPrintWanted = false;

  /** Puts the cursor in the first field, as soon as the words of the form have come. */
  override focus(): void {
    this.#focusSoon.on('select');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Put back into a page it has its paper measured again.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#frame?.remove();
    this.#frame = null;
  }

  protected override willUpdate(): void {
    const zone = this.#state.value?.zone;
    const wanted = `${this.#chosenLanguage} ${zone}`;
    if (zone === undefined || wanted === this.#asked) return;
    this.#asked = wanted;
    this.failed = false;
    loadCopyLanguage(this.#chosenLanguage, zone).then(
      (words) => {
        if (wanted !== this.#asked) return;
        this.#copyWords = words;
        this.requestUpdate();
      },
      () => {
        if (wanted !== this.#asked) return;
        this.failed = true;
        this.#isPrintWanted = false;
      },
    );
  }

  protected override updated(): void {
    const paper = this.renderRoot.querySelector('.sheet');
    const t = this.#words.value;
    if (!t) return;
    this.#frame ??= new PrintFrame(this.renderRoot, t.sheet.heading);
    // A paper for another reader is gone before the one that was chosen stands.
    const pages = this.#frame.show(paper);
    void this.updateComplete.then(() => {
      this.pages = pages;
    });
    if (paper && this.#isPrintWanted) {
      this.#isPrintWanted = false;
      this.#frame.print();
    }
  }

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    const state = this.#state.value;
    if (!t || !state) return nothing;
    const copy = planCopy(state, this.#chosenLanguage);
    const paper = this.#renderSheet(copy, state);
    return html`<form aria-labelledby="heading" @submit=${this.#print} @keydown=${this.#onKey}>
      <h3 id="heading">${t.sheet.heading}</h3>
      <div class="pair">
        ${this.#select('audience', t.sheet.audience, audiences, t.sheet.audiences, this.audience)}
        ${this.#select('language', t.sheet.language, languages, t.languages, this.#chosenLanguage)}
        ${this.#select('size', t.sheet.size, ['usual', 'large'], t.sheet.sizes, this.large ? 'large' : 'usual')}
      </div>
      ${this.audience === 'agenda' ? this.#renderDay(t) : nothing} ${this.#renderConsent(state, t)}
      <fieldset class="choice">
        <legend>${t.sheet.include}</legend>
        ${partsFor(this.audience, copy).map((part) => this.#renderPart(part, copy, state, t))}
      </fieldset>
      ${
        copy.missing.length + copy.partial.length > 0
          ? html`<p class="wrong" role="status">${t.sheet.missing}</p>`
          : nothing
      }
      ${this.#renderPaper(paper, t)}
      <div class="acts">
        <p role="status">${paper === nothing ? nothing : this.#pagesSaid(t)}</p>
        <button type="button" @click=${this.#close}>${t.sheet.close}</button>
        <button type="submit" class="primary">${t.sheet.print}</button>
      </div>
    </form>`;
  }

  #pagesSaid(t: TakeAwayMessages): string | typeof nothing {
    return this.pages > 0 ? t.sheet.pages(this.pages, this.#text.format.number(this.pages)) : nothing;
  }

  #renderPaper(paper: TemplateResult | typeof nothing, t: TakeAwayMessages): TemplateResult {
    if (paper !== nothing)
      return html`<div class="paper" role="group" tabindex="0" aria-label=${t.sheet.preview}>${paper}</div>`;
    return this.failed ? html`<p class="wrong" role="alert">${t.sheet.failed}</p>` : skeleton(t.loading);
  }

  #renderSheet(copy: PlanCopy, state: PanelState): TemplateResult | typeof nothing {
    const plain = this.#copyWords;
    if (!plain || plain.localization.language !== this.#chosenLanguage) return nothing;
    const words = inOwnWords(plain, this.#text.own);
    const {audience, without, large} = this;
    const parts = new Set(partsFor(audience, copy).filter((part) => this.#isOn(part, state)));
    if (audience === 'agenda') {
      const {day} = this;
      return agendaSheet(copy, meetingAgenda(state, copy), {parts, without, large, day}, words);
    }
    return sheet(copy, {audience, parts, without, large}, words, {
      use: useLines(state, words),
      due: audience === 'meeting' ? dueLines(state, words) : [],
    });
  }

  #renderDay(t: TakeAwayMessages): TemplateResult {
    return field({
      id: 'day',
      label: t.sheet.day,
      hint: t.sheet.dayHint,
      control: html`<input
        id="day"
        type="date"
        aria-describedby="day-hint"
        .value=${this.day}
        @input=${(event: Event) => (this.day = (event.target as HTMLInputElement).value)}
      />`,
    });
  }

  /** A partner gets what the person agreed to share, also at a meeting: the plan's own words stand beside the choice. */
  #renderConsent({later}: PanelState, t: TakeAwayMessages): TemplateResult | typeof nothing {
    if (this.audience !== 'community' && this.audience !== 'agenda') return nothing;
    const consent = consentOf(later);
    if (!consent) return html`<p class="consent">${t.sheet.noConsent}</p>`;
    return html`<p class="consent">
      ${t.sheet.consent} <span lang=${consent.lang ?? nothing}>${t.theirs.quote(consent.text)}</span>
    </p>`;
  }

  #renderPart(part: SheetPart, copy: PlanCopy, state: PanelState, t: TakeAwayMessages): TemplateResult {
    const isOn = this.#isOn(part, state);
    return html`<label>
        <input
          type="checkbox"
          id=${part}
          .checked=${live(isOn)}
          @change=${(event: Event) => this.#choose(part, isChecked(event))}
        />
        <span>${t.sheet.parts[part]}</span>
      </label>
      ${
        part === 'goals' && isOn && copy.goals.length > 1
          ? html`<div class="goals">
              ${copy.goals.map(
                ({goal}) =>
                  html`<label>
                    <input
                      type="checkbox"
                      .checked=${live(!this.without.has(goal.id))}
                      @change=${(event: Event) => this.#chooseGoal(goal.id, isChecked(event))}
                    />
                    <span lang=${goal.words.lang ?? nothing}>${goal.words.text}</span>
                  </label>`,
              )}
            </div>`
          : nothing
      }`;
  }

  #select<T extends string>(
    id: string,
    label: string,
    values: readonly T[],
    words: Readonly<Record<T, string>>,
    chosen: T,
  ): TemplateResult {
    return field({
      id,
      label,
      control: html`<select id=${id} @change=${this.#onSelect}>
        ${values.map(
          (value) =>
            html`<option value=${String(value)} .selected=${value === chosen}>${words[value]}</option>`,
        )}
      </select>`,
    });
  }

  get #chosenLanguage(): Language {
    const {patient} = this.#state.value ?? {};
    const theirs = patient?.status === 'ready' && this.audience === 'patient' ? patient.value.language : null;
    return this.language ?? nearestLanguage(theirs ?? this.#text.language);
  }

  /** Without a consent on record nothing but the name goes to a partner until it is chosen; a meeting has one page. */
  #isOn(part: SheetPart, {later}: PanelState): boolean {
    const {audience} = this;
    const usual =
      audience === 'meeting' ? part !== 'crisis' : audience !== 'community' || consentOf(later) !== null;
    return this.changed.get(part) ?? usual;
  }

  #choose(part: SheetPart, isOn: boolean): void {
    this.changed = new Map(this.changed).set(part, isOn);
  }

  #chooseGoal(id: string, isOn: boolean): void {
    const without = new Set(this.without);
    if (isOn) without.delete(id);
    else without.add(id);
    this.without = without;
  }

  #onSelect(event: Event): void {
    const {id, value} = event.target as HTMLSelectElement;
    // Printed is what stood chosen when it was asked for, or nothing.
    this.#isPrintWanted = false;
    if (id === 'audience') {
      this.audience = value as Audience;
      // What one reader may have says nothing of another.
      this.changed = new Map();
    } else if (id === 'language') this.language = nearestLanguage(value);
    else this.large = value === 'large';
  }

  #print(event: Event): void {
    event.preventDefault();
    this.#isPrintWanted = true;
    if (this.failed) this.#asked = '';
    // What is chosen is printed once it stands.
    this.requestUpdate();
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    // A dialog around it stays.
    event.preventDefault();
    this.#close();
  }

  #close(): void {
    this.dispatchEvent(new CancelEvent());
  }
}

function consentOf({
  plan,
}: PanelState['later']): {readonly text: string; readonly lang: string | null} | null {
  return (plan?.status === 'ready' && plan.value.plan?.consent) || null;
}

function isChecked(event: Event): boolean {
  return (event.target as HTMLInputElement).checked;
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-printed-copy': IspPrintedCopy;
  }
}
