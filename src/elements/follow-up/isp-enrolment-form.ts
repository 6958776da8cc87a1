import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import {withField} from '../../app/goal-draft.ts';
import {isSaving} from '../../app/plan-view.ts';
import type {Draft, SaveState} from '../../app/state.ts';
import {
  enrolmentFaults,
  needsReason,
  type EnrolmentChange,
  type EnrolmentState,
} from '../../domain/follow-up/enrolment.ts';
import {loadEnrolmentWords, type EnrolmentMessages} from '../../i18n/enrolment-words.ts';
import {FocusSoon} from '../shared/focus-soon.ts';
import {draftActs} from '../shared/form-acts.ts';
import {DraftEvent, SubmitEvent} from '../shared/form-events.ts';
import {describedBy, field} from '../shared/form-field.ts';
import {styles} from '../plan/isp-topic-form.styles.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';

/**
 * Another state of the enrolment, since when, and why: the reason is asked for where something ends or rests.
 *
 * @tag isp-enrolment-form
 * @fires {DraftEvent} isp-draft - Something was typed.
 * @fires {SubmitEvent} isp-submit - Save this state.
 * @fires {CancelEvent} isp-cancel - Give up; what was typed goes.
 */
export class IspEnrolmentForm extends LitElement {
  static override styles = styles;

  /** The state that is to be recorded. */
  @property({attribute: false}) to: EnrolmentState = 'invited';

  /** What was typed and is not yet saved: `date`, `reason`. */
  @property({attribute: false}) draft: Draft = {};

  @property({attribute: false}) save: SaveState | undefined = undefined;

  /** Local day of the site, YYYY-MM-DD. */
  @property() today = '';

  /** Why it cannot be saved, in words; empty when it can. */
  @property() blocked = '';

  @state() private tried = false;

  readonly #text = new Localize(this);
  readonly #words = new LazyWords(this, this.#text, loadEnrolmentWords);
  readonly #focusSoon = new FocusSoon(this);
  readonly #acts = draftActs(
    this,
    this.#text,
    () => this.#words.value?.act[this.to] ?? '',
    // The state alone is what the form was opened with.
    {saves: 'EpisodeOfCare', isTyped: (draft) => Object.keys(draft).some((name) => name !== 'to')},
  );

  /** Puts the cursor in the first field. */
  override focus(): void {
    this.#focusSoon.on('input');
  }

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    if (!t) return nothing;
    const [dateErrors, reasonErrors] = [this.#wrong('date', t), this.#wrong('reason', t)];
    return html`<form
      aria-label=${t.act[this.to]}
      novalidate
      @submit=${this.#onSubmit}
      @keydown=${this.#acts.onKey}
    >
      ${field({
        id: 'date',
        label: t.date,
        errors: dateErrors,
        control: html`<input
          id="date"
          type="date"
          max=${this.today}
          aria-required="true"
          ?readonly=${isSaving(this.save)}
          aria-invalid=${dateErrors.length > 0 ? 'true' : nothing}
          aria-describedby=${describedBy('date', null, dateErrors)}
          .value=${live(this.#date)}
          @input=${this.#onInput}
        />`,
      })}
      ${needsReason(this.to) ? this.#renderReason(reasonErrors, t) : nothing}
      <isp-save-state .save=${this.save} .names=${t.fields}></isp-save-state>
      ${this.#acts.render()}
    </form>`;
  }

  #renderReason(errors: readonly string[], t: EnrolmentMessages): TemplateResult {
    return html`<div class="topic">
      ${field({
        id: 'reason',
        label: t.reasonLabel,
        errors,
        control: html`<input
          id="reason"
          autocomplete="off"
          aria-required="true"
          ?readonly=${isSaving(this.save)}
          aria-invalid=${errors.length > 0 ? 'true' : nothing}
          aria-describedby=${describedBy('reason', null, errors)}
          .value=${live(this.draft['reason'] ?? '')}
          @input=${this.#onInput}
        />`,
      })}
      <div class="starters" role="group" aria-label=${t.reasonStarters}>
        ${t.reasons[this.to].map(
          (words) =>
            html`<button type="button" class="starter" @click=${() => this.#type('reason', words)}>
              ${words}
            </button>`,
        )}
      </div>
    </div>`;
  }

  get #date(): string {
    return this.draft['date'] ?? this.today;
  }

  #faults(): ReturnType<typeof enrolmentFaults> {
    const {to: state, today} = this;
    return enrolmentFaults({state, date: this.#date, reason: this.draft['reason'] ?? ''}, today);
  }

  #wrong(name: string, t: EnrolmentMessages): readonly string[] {
    if (!this.tried) return [];
    return this.#faults().flatMap((fault) => (fault.startsWith(name) ? [t.wrong[fault] ?? ''] : []));
  }

  #onInput(event: Event): void {
    const {id, value} = event.target as HTMLInputElement;
    this.#type(id, value);
  }

  #type(name: string, value: string): void {
    if (isSaving(this.save)) {
      // What is on its way was read from the form already: a later text would be lost with the draft.
      this.requestUpdate();
      return;
    }
    this.#acts.tell('');
    this.dispatchEvent(new DraftEvent(withField(this.draft, name, value, name === 'date' ? this.today : '')));
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    if (isSaving(this.save) || this.blocked) return;
    this.tried = true;
    const [fault] = this.#faults();
    if (fault) {
      this.renderRoot.querySelector<HTMLElement>(`#${fault.split(' ')[0] ?? ''}`)?.focus();
      return;
    }
    const reason = (this.draft['reason'] ?? '').trim();
    const change: EnrolmentChange = {
      state: this.to,
      date: this.#date,
      ...(needsReason(this.to) && {reason}),
    };
    this.dispatchEvent(new SubmitEvent(change));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-enrolment-form': IspEnrolmentForm;
  }
}
