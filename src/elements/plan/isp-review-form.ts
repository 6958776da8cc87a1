import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import {usualNextReview} from '../../app/plan-standing.ts';
import {isSaving} from '../../app/plan-view.ts';
import type {Draft, SaveState} from '../../app/state.ts';
import type {Action} from '../../domain/action.ts';
import type {PlanChange} from '../../domain/plan-detail.ts';
import {parseDay} from '../../domain/time.ts';
import {loadPlanDetailWords, type PlanDetailMessages} from '../../i18n/plan-detail-words.ts';
import {FocusSoon} from '../shared/focus-soon.ts';
import {draftActs} from '../shared/form-acts.ts';
import {DraftEvent, SubmitEvent} from '../shared/form-events.ts';
import {describedBy, field} from '../shared/form-field.ts';
import {styles} from './isp-topic-form.styles.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';
import {Select} from '../shared/select.ts';

type Day = 'reviewed' | 'nextReview' | 'start';

/** What the form asks for: the days, and the planned reviews that are done by this one, by the key of their action. */
export interface ReviewWish {
  readonly change: PlanChange;
  readonly done: readonly string[];
}

/**
 * A review of the plan that was done, with the day of the next one; or only the days of the plan: its next review and its
 * beginning.
 *
 * @tag isp-review-form
 * @fires {DraftEvent} isp-draft - Something was typed.
 * @fires {SubmitEvent} isp-submit - Save these days.
 * @fires {CancelEvent} isp-cancel - Give up; what was typed goes.
 */
export class IspReviewForm extends LitElement {
  static override styles = styles;

  /** False when only the days of the plan are changed. */
  @property({type: Boolean}) done = false;

  /** The day that is planned, YYYY-MM-DD, or null. */
  @property({attribute: false}) planned: string | null = null;

  /** The day on which the plan begins, as the record says it (a FHIR dateTime, possibly partial), or null. */
  @property({attribute: false}) start: string | null = null;

  /** Reviews that are planned as actions of their own: whether this one does them is asked. */
  @property({attribute: false}) reviews: readonly Action[] = [];

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
        ${this.done ? nothing : this.#renderDay('start', t.startOn, t)}
      </div>
      ${this.done && this.reviews.length > 0 ? this.#renderReviews(t) : nothing}
      <isp-save-state
        .save=${this.save}
        .names=${{reviewed: t.reviewedOn, nextReview: t.planReview, start: t.startOn}}
      ></isp-save-state>
      ${this.#acts.render()}
    </form>`;
  }

  #renderReviews(t: PlanDetailMessages): TemplateResult {
    return html`<fieldset>
      <legend>${t.alsoDone}</legend>
      ${this.reviews.map(
        ({key, what, due}) =>
          html`<label class="choice">
            <input
              type="checkbox"
              .checked=${live(this.#isDone(key))}
              @change=${(event: Event) => this.#onTick(key, (event.target as HTMLInputElement).checked)}
            />
            <span>
              <span lang=${what.lang ?? nothing}>${what.text}</span
              >${due ? html`, ${this.#text.format.longDate(due)}` : nothing}
            </span>
          </label>`,
      )}
    </fieldset>`;
  }

  #renderDay(name: Day, label: string, t: PlanDetailMessages): TemplateResult {
    const errors = this.tried ? this.#wrong(name, t) : [];
    return field({
      id: name,
      label,
      errors,
      control: html`<input
        id=${name}
        type="date"
        aria-required=${name === 'start' ? nothing : 'true'}
        ?readonly=${isSaving(this.save)}
        aria-invalid=${errors.length > 0 ? 'true' : nothing}
        aria-describedby=${describedBy(name, null, errors)}
        .value=${live(this.#value(name))}
        @input=${this.#onInput}
      />`,
    });
  }

  /** Offered: today for the review, and the usual time after it for the next one. */
  #original(name: Day): string {
    if (name === 'start') return /^\d{4}-\d\d-\d\d/.exec(this.start ?? '')?.[0] ?? '';
    if (name === 'reviewed') return this.today;
    if (this.done) return usualNextReview(this.draft['reviewed'] || this.today, this.#windows.value);
    return this.planned ?? usualNextReview(this.today, this.#windows.value);
  }

  #value(name: Day): string {
    return this.draft[name] ?? this.#original(name);
  }

  /** Planned for a day before the next review: unless the person says otherwise, it is done by this one. */
  #isDone(key: string): boolean {
    const said = this.draft[`done.${key}`];
    if (said !== undefined) return said === 'yes';
    const due = this.reviews.find((one) => one.key === key)?.due ?? null;
    return due === null || due <= this.#value('nextReview');
  }

  #onTick(key: string, ticked: boolean): void {
    if (isSaving(this.save)) return this.requestUpdate();
    this.#acts.tell('');
    this.dispatchEvent(new DraftEvent({...this.draft, [`done.${key}`]: ticked ? 'yes' : 'no'}));
  }

  #wrong(name: Day, t: PlanDetailMessages): readonly string[] {
    const day = this.#value(name);
    if (name === 'start') {
      const isLeft = day === this.#original('start');
      return isLeft || parseDay(day) !== null ? [] : [t.dateMissing];
    }
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
    const name = control.id as Day;
    const {[name]: _old, ...rest} = this.draft;
    const isOwn = control.value === this.#original(name);
    this.dispatchEvent(new DraftEvent(isOwn ? rest : {...rest, [name]: control.value}));
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    const t = this.#words.value;
    if (!t || isSaving(this.save) || this.blocked) return;
    this.tried = true;
    const names: readonly Day[] = this.done ? ['reviewed', 'nextReview'] : ['nextReview', 'start'];
    const wrong = names.find((name) => this.#wrong(name, t).length > 0);
    if (wrong) {
      this.renderRoot.querySelector<HTMLElement>(`#${wrong}`)?.focus();
      return;
    }
    // A beginning that was left as it stands is not written: the record may say it to the minute.
    const said = names.filter((name) => name !== 'start' || this.draft['start'] !== undefined);
    const change: PlanChange = Object.fromEntries(said.map((name) => [name, this.#value(name)]));
    const done = this.done ? this.reviews.map(({key}) => key).filter((key) => this.#isDone(key)) : [];
    this.dispatchEvent(new SubmitEvent<ReviewWish>({change, done}));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-review-form': IspReviewForm;
  }
}
