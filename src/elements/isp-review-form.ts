import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import {usualNextReview} from '../app/plan-standing.ts';
import {isSaving} from '../app/plan-view.ts';
import type {Draft, SaveState} from '../app/state.ts';
import type {PlanChange} from '../domain/plan-detail.ts';
import {parseDay} from '../domain/time.ts';
import {loadPlanDetailWords, type PlanDetailMessages} from '../i18n/plan-detail-words.ts';
import {FocusSoon} from './focus-soon.ts';
import {draftActs} from './form-acts.ts';
import {DraftEvent, SubmitEvent} from './form-events.ts';
import {describedBy, field} from './form-field.ts';
import {styles} from './isp-topic-form.styles.ts';
import {LazyWords} from './lazy-words.ts';
import {Localize} from './localize.ts';
import {Select} from './select.ts';

/**
 * A review of the plan that was done, with the day of the next one; or only another day for the next one.
 *
 * @tag isp-review-form
 * @fires {DraftEvent} isp-draft - Something was typed.
 * @fires {SubmitEvent} isp-submit - Save these days.
 * @fires {CancelEvent} isp-cancel - Give up; what was typed goes.
 */
export class IspReviewForm extends LitElement {
  static override styles = styles;

  /** False when only the next review gets a day. */
  @property({type: Boolean}) done = false;

  /** The day that is planned, YYYY-MM-DD, or null. */
  @property({attribute: false}) planned: string | null = null;

  @property({attribute: false}) draft: Draft = {};

  @property({attribute: false}) save: SaveState | undefined = undefined;

  /** Local day, YYYY-MM-DD. */
  @property() today = '';

  /** Why it cannot be saved, in words; empty when it can. */
  @property() blocked = '';

  @state() private tried = false;

  readonly #text = new Localize(this);
  readonly #windows = new Select(this, ({followUp}) => followUp);
  readonly #focusSoon = new FocusSoon(this);
  readonly #words = new LazyWords(this, this.#text, loadPlanDetailWords);
  readonly #acts = draftActs(this, this.#text, () => this.#text.t.plan.save);

  /** Puts the cursor in the first field. */
  override focus(): void {
    this.#focusSoon.on('input');
  }

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    if (!t) return nothing;
    return html`<form @submit=${this.#onSubmit} @keydown=${this.#acts.onKey} novalidate>
      <div class="pair">
        ${this.done ? this.#renderDay('reviewed', t.reviewedOn, t) : nothing}
        ${this.#renderDay('nextReview', t.nextOn, t)}
      </div>
      <isp-save-state
        .save=${this.save}
        .names=${{reviewed: t.reviewedOn, nextReview: t.planReview}}
      ></isp-save-state>
      ${this.#acts.render()}
    </form>`;
  }

  #renderDay(name: 'reviewed' | 'nextReview', label: string, t: PlanDetailMessages): TemplateResult {
    const errors = this.tried ? this.#wrong(name, t) : [];
    return field({
      id: name,
      label,
      errors,
      control: html`<input
        id=${name}
        type="date"
        aria-required="true"
        ?readonly=${isSaving(this.save)}
        aria-invalid=${errors.length > 0 ? 'true' : nothing}
        aria-describedby=${describedBy(name, null, errors)}
        .value=${live(this.#value(name))}
        @input=${this.#onInput}
      />`,
    });
  }

  /** Offered: today for the review, and the usual time after it for the next one. */
  #original(name: 'reviewed' | 'nextReview'): string {
    if (name === 'reviewed') return this.today;
    if (this.done) return usualNextReview(this.draft['reviewed'] || this.today, this.#windows.value);
    return this.planned ?? usualNextReview(this.today, this.#windows.value);
  }

  #value(name: 'reviewed' | 'nextReview'): string {
    return this.draft[name] ?? this.#original(name);
  }

  #wrong(name: 'reviewed' | 'nextReview', t: PlanDetailMessages): readonly string[] {
    const day = this.#value(name);
    if (parseDay(day) === null) return [t.dateMissing];
    if (name === 'reviewed') return day > this.today ? [t.dateFuture] : [];
    const isUnchanged = !this.done && day === this.planned;
    return day < this.today && !isUnchanged ? [t.datePast] : [];
  }

  #onInput(event: Event): void {
    const control = event.target as HTMLInputElement;
    if (isSaving(this.save)) {
      this.requestUpdate();
      return;
    }
    this.#acts.tell('');
    const name = control.id as 'reviewed' | 'nextReview';
    const {[name]: _old, ...rest} = this.draft;
    const isOwn = control.value === this.#original(name);
    this.dispatchEvent(new DraftEvent(isOwn ? rest : {...rest, [name]: control.value}));
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    const t = this.#words.value;
    if (!t || isSaving(this.save) || this.blocked) return;
    this.tried = true;
    const names = this.done ? (['reviewed', 'nextReview'] as const) : (['nextReview'] as const);
    const wrong = names.find((name) => this.#wrong(name, t).length > 0);
    if (wrong) {
      this.renderRoot.querySelector<HTMLElement>(`#${wrong}`)?.focus();
      return;
    }
    const change: PlanChange = Object.fromEntries(names.map((name) => [name, this.#value(name)]));
    this.dispatchEvent(new SubmitEvent(change));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-review-form': IspReviewForm;
  }
}
