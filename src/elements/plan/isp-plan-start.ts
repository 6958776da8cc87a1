import {css, html, LitElement, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import {topicChange} from '../../app/plan-groups.ts';
import {usualNextReview} from '../../app/plan-standing.ts';
import type {Draft, SaveState} from '../../app/state.ts';
import type {PlanChange} from '../../domain/plan-detail.ts';
import type {Words} from '../../domain/text.ts';
import {parseDay} from '../../domain/time.ts';
import {loadPlanDetailWords, type PlanDetailMessages} from '../../i18n/plan-detail-words.ts';
import {FocusSoon} from '../shared/focus-soon.ts';
import {CancelEvent, DraftEvent, SubmitEvent} from '../shared/form-events.ts';
import {describedBy, field} from '../shared/form-field.ts';
import {form} from '../shared/form.styles.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';
import {Select} from '../shared/select.ts';
import {shared} from '../shared/shared.styles.ts';

const topics = ['matters'] as const;

/**
 * The beginning of a plan: what matters to the person, and the day of the next review, which is offered. Words of the
 * plan before are offered too, and taken only by hand.
 *
 * @tag isp-plan-start
 * @fires {DraftEvent} isp-draft - Something was typed.
 * @fires {SubmitEvent} isp-submit - Make the plan as a draft with this.
 * @fires {CancelEvent} isp-cancel - Give up; what was typed goes.
 */
export class IspPlanStart extends LitElement {
  static override styles = [
    shared,
    form,
    css`
      .topic {
        display: grid;
        gap: calc(var(--_space) * 1.5);
      }
    `,
  ];

  /** What mattered in the plan before, or null. */
  @property({attribute: false}) former: Words | null = null;

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

  /** Puts the cursor in the first field. */
  override focus(): void {
    this.#focusSoon.on('isp-topic-form');
  }

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    if (!t) return nothing;
    const wrong = this.tried ? this.#wrong(t) : [];
    const {nextReview: _day, ...typed} = this.draft;
    return html`<isp-topic-form
      .topics=${topics}
      .draft=${typed}
      .save=${this.save}
      .blocked=${this.blocked}
      .act=${t.startSave}
      .own=${true}
      @isp-draft=${(event: DraftEvent) => this.#onDraft(event.draft)}
      @isp-cancel=${() => this.dispatchEvent(new CancelEvent())}
      @isp-submit=${() => this.#onSubmit(t)}
    >
      ${this.#renderFormer(t)}
      ${field({
        id: 'nextReview',
        label: t.nextOn,
        errors: wrong,
        control: html`<input
          id="nextReview"
          type="date"
          aria-required="true"
          aria-invalid=${wrong.length > 0 ? 'true' : nothing}
          aria-describedby=${describedBy('nextReview', null, wrong)}
          .value=${live(this.#day())}
          @input=${(event: Event) => this.#onDay((event.target as HTMLInputElement).value)}
        />`,
      })}
    </isp-topic-form>`;
  }

  #renderFormer(t: PlanDetailMessages): TemplateResult | typeof nothing {
    const {former} = this;
    if (!former || this.draft['matters']) return nothing;
    return html`<div class="topic">
      <p class="hint">${t.lastWords} <span lang=${former.lang ?? nothing}>${former.text}</span></p>
      <p>
        <button type="button" @click=${() => this.#onDraft({matters: former.text, lang: former.lang ?? ''})}>
          ${t.useLastWords}
        </button>
      </p>
    </div>`;
  }

  #day(): string {
    return this.draft['nextReview'] ?? usualNextReview(this.today, this.#windows.value);
  }

  #wrong(t: PlanDetailMessages): readonly string[] {
    const day = this.#day();
    if (parseDay(day) === null) return [t.dateMissing];
    return day < this.today ? [t.datePast] : [];
  }

  #onDraft(draft: Draft): void {
    const {nextReview} = this.draft;
    this.dispatchEvent(new DraftEvent({...draft, ...(nextReview !== undefined && {nextReview})}));
  }

  #onDay(value: string): void {
    const {nextReview: _old, ...rest} = this.draft;
    this.dispatchEvent(
      new DraftEvent(
        value === usualNextReview(this.today, this.#windows.value) ? rest : {...rest, nextReview: value},
      ),
    );
  }

  #onSubmit(t: PlanDetailMessages): void {
    this.tried = true;
    if (this.#wrong(t).length > 0) {
      this.renderRoot.querySelector<HTMLElement>('#nextReview')?.focus();
      return;
    }
    const change: PlanChange = {
      ...topicChange(['matters'], this.draft, {}, this.#text.language),
      nextReview: this.#day(),
    };
    this.dispatchEvent(new SubmitEvent(change));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-plan-start': IspPlanStart;
  }
}
