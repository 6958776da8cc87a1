import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import {withField} from '../../app/goal-draft.ts';
import {isSaving} from '../../app/plan-view.ts';
import type {Draft, SaveState} from '../../app/state.ts';
import type {ConsentChange} from '../../domain/follow-up/consent.ts';
import {loadConsentWords, type ConsentMessages} from '../../i18n/consent-words.ts';
import {FocusSoon} from '../shared/focus-soon.ts';
import {draftActs} from '../shared/form-acts.ts';
import {DraftEvent, SubmitEvent} from '../shared/form-events.ts';
import {describedBy, field} from '../shared/form-field.ts';
import {styles} from '../follow-up/isp-contact-form.styles.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';

/**
 * What the person said about sharing with a member of the team: yes or no, until when, and what.
 *
 * @tag isp-consent-form
 * @fires {DraftEvent} isp-draft - Something was typed or chosen.
 * @fires {SubmitEvent} isp-submit - Record it.
 * @fires {CancelEvent} isp-cancel - Give up; what was typed goes.
 */
export class IspConsentForm extends LitElement {
  static override styles = styles;

  /** Name of the member. */
  @property() name = '';

  /** What was typed and is not yet saved: `answer`, `until`, `words`. */
  @property({attribute: false}) draft: Draft = {};

  @property({attribute: false}) save: SaveState | undefined = undefined;

  /** Local day of the site, YYYY-MM-DD. */
  @property() today = '';

  /** Where it will be found. */
  @property({attribute: false}) place: 'record' | 'team' = 'record';

  /** Why it cannot be saved, in words; empty when it can. */
  @property() blocked = '';

  @state() private tried = false;

  readonly #text = new Localize(this);
  readonly #words = new LazyWords(this, this.#text, loadConsentWords);
  readonly #focusSoon = new FocusSoon(this);
  readonly #acts = draftActs(this, this.#text, () => this.#words.value?.save ?? '');

  /** Puts the cursor on the first thing that has to be said. */
  override focus(): void {
    this.#focusSoon.on('#yes');
  }

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    if (!t) return nothing;
    const past = this.tried && this.#isPast ? [t.past] : [];
    return html`<form
      aria-labelledby="heading"
      novalidate
      @submit=${this.#onSubmit}
      @keydown=${this.#acts.onKey}
    >
      <h4 id="heading">${t.heading(this.name)}</h4>
      ${this.#renderAnswer(t)}
      <div class="pair">
        ${field({id: 'until', label: t.until, errors: past, control: this.#input('until', 'date', past)})}
        ${field({id: 'words', label: t.words, control: this.#input('words', 'text', [])})}
      </div>
      <p class="hint">${t.goesTo[this.place]}</p>
      <isp-save-state .save=${this.save} .names=${t.fields}></isp-save-state>
      ${this.#acts.render()}
    </form>`;
  }

  #renderAnswer(t: ConsentMessages): TemplateResult {
    const errors = this.tried && !this.draft['answer'] ? [t.missing] : [];
    const choice = (value: 'yes' | 'no', words: string): TemplateResult =>
      html`<label class="choice">
        <input
          type="radio"
          name="answer"
          id=${value}
          .value=${value}
          aria-describedby=${describedBy('answer', null, errors)}
          .checked=${live(this.draft['answer'] === value)}
          @change=${() => this.#type('answer', value)}
        />
        <span>${words}</span>
      </label>`;
    return html`<fieldset class="field">
      <legend>${t.ask}</legend>
      <div class="choices">${choice('yes', t.yes)} ${choice('no', t.no)}</div>
      ${errors.length > 0 ? html`<p class="wrong" id="answer-wrong">${errors}</p>` : nothing}
    </fieldset>`;
  }

  #input(id: 'until' | 'words', type: 'date' | 'text', errors: readonly string[]): TemplateResult {
    return html`<input
      id=${id}
      type=${type}
      autocomplete="off"
      ?readonly=${isSaving(this.save)}
      aria-invalid=${errors.length > 0 ? 'true' : nothing}
      aria-describedby=${describedBy(id, null, errors)}
      .value=${live(this.draft[id] ?? '')}
      @input=${(event: Event) => this.#type(id, (event.target as HTMLInputElement).value)}
    />`;
  }

  get #isPast(): boolean {
    const until = this.draft['until'] ?? '';
    return until !== '' && until < this.today;
  }

  #type(name: string, value: string): void {
    if (isSaving(this.save)) {
      // What is on its way was read from the form already: a later choice would be lost with the draft.
      this.requestUpdate();
      return;
    }
    this.#acts.tell('');
    this.dispatchEvent(new DraftEvent(withField(this.draft, name, value, '')));
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    if (isSaving(this.save) || this.blocked) return;
    this.tried = true;
    const {answer, until = '', words = ''} = this.draft;
    if (!answer) return this.focus();
    if (this.#isPast) return this.#focusSoon.on('#until');
    const change: ConsentChange = {
      answer: answer === 'yes' ? 'yes' : 'no',
      until: until || null,
      words: words.trim() || null,
    };
    this.dispatchEvent(new SubmitEvent(change));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-consent-form': IspConsentForm;
  }
}
