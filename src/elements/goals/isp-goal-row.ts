import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {clashOf, goalChange} from '../../app/goal-draft.ts';
import {isSaving, type Blocked} from '../../app/plan-view.ts';
import type {Draft, SaveState} from '../../app/state.ts';
import {closeGoal, closingReasons} from '../../domain/close-reasons.ts';
import {isOpenGoal, type Goal, type GoalChange, type GoalClosingReason} from '../../domain/goal.ts';
import {FocusSoon} from '../shared/focus-soon.ts';
import {CancelEvent, DraftEvent, SubmitEvent} from '../shared/form-events.ts';
import {goalFacts} from './goal-facts.ts';
import {styles} from './isp-goal-row.styles.ts';
import {LazyElement} from '../shared/lazy-element.ts';
import {Localize} from '../shared/localize.ts';
import {reasonAsk} from '../shared/reason-ask.ts';

type Mode = 'read' | 'edit' | 'close' | 'conflict';

/**
 * One goal: the person's words, what the record says about it, and the row opened as a form.
 *
 * @tag isp-goal-row
 * @fires {DraftEvent} isp-draft - Something was typed.
 * @fires {SubmitEvent} isp-submit - Save this change.
 * @fires {SubmitEvent} isp-settle - Settle the conflict with this change.
 * @fires {CancelEvent} isp-cancel - Forget what was typed.
 */
export class IspGoalRow extends LitElement {
  static override styles = styles;

  /** The goal as the record holds it. */
  @property({attribute: false}) goal: Goal | null = null;

  /** Local day (YYYY-MM-DD), for what is overdue. */
  @property() today = '';

  @property({attribute: false}) draft: Draft | undefined = undefined;

  @property({attribute: false}) save: SaveState | undefined = undefined;

  /** Why no goal can be changed here, or null. */
  @property() blocked: Blocked | null = null;

  /** Whether the code of what the person says of a goal has come. */
  @property({type: Boolean}) full = false;

  @state() private opened: 'edit' | 'close' | null = null;
  @state() private clash: ReturnType<typeof clashOf> = null;

  readonly #text = new Localize(this);
  readonly #form = new LazyElement(this, 'isp-goal-form', async () =>
    (await import('./define-goal-form.ts')).defineGoalForm(),
  );
  readonly #conflict = new LazyElement(
    this,
    'isp-conflict',
    async () => (await import('../shared/isp-conflict.ts')).IspConflict,
  );

  readonly #focusSoon = new FocusSoon(this);
  #before: Mode = 'read';

  /** What the row is: a draft that was kept opens it again, a conflict comes before everything. */
  get mode(): Mode {
    if (this.clash || this.save?.status === 'conflict') return 'conflict';
    if (this.draft) return 'closing' in this.draft ? 'close' : 'edit';
    return this.opened ?? 'read';
  }

  /** Puts the focus on the goal itself. */
  override focus(): void {
    this.#focusSoon.on('.words');
  }

  /** Closes the form after a save that the record confirmed. */
  settle(): void {
    this.opened = null;
    this.clash = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.mode === 'edit') this.#form.want();
    if (this.mode === 'conflict') this.#conflict.want();
    // The form goes when another version turns up: who was in it is taken to the comparison.
    if (this.mode === 'conflict' && this.#before !== 'conflict' && this.matches(':focus-within')) {
      this.#focusSoon.on('isp-conflict');
    }
    this.#before = this.mode;
    // The opened state is only ever the person's wish: once the form has gone it does not come back by itself.
    if (changed.get('draft') && !this.draft && this.save?.status === 'saved') this.settle();
  }

  override render(): TemplateResult | typeof nothing {
    const {goal} = this;
    if (!goal) return nothing;
    const {mode} = this;
    return html`<div class="row ${isOpenGoal(goal) ? 'open' : 'closed'}">
      ${mode === 'edit' ? nothing : this.#renderLine(goal, mode)}
      ${mode === 'edit' ? this.#renderForm(goal) : nothing}
      ${mode === 'close' ? this.#renderClose(goal) : nothing}
      ${mode === 'edit' || !this.save ? nothing : html`<isp-save-state .save=${this.save}></isp-save-state>`}
      ${mode === 'conflict' ? this.#renderConflict() : nothing}
    </div>`;
  }

  #renderLine(goal: Goal, mode: Mode): TemplateResult {
    const {plan: t} = this.#text.t;
    const words = goal.words.text || t.noWords;
    return html`<div class="line">
      <p class="words" tabindex="-1">
        ${goal.rank === null ? nothing : html`<span class="visually-hidden">${t.rank(goal.rank)}. </span>`}<span
          lang=${goal.words.lang ?? nothing}
          >${words}</span
        >
      </p>
      ${
        goal.clinical
          ? html`<p class="clinical muted small">
              <span class="visually-hidden">${t.clinical}. </span
              ><span lang=${goal.clinical.lang ?? nothing}>${goal.clinical.text}</span>
            </p>`
          : nothing
      }
      ${goalFacts(goal, this.today, this.#text)}
      ${this.full ? html`<isp-goal-more .goal=${goal}></isp-goal-more>` : nothing}
      ${mode === 'read' ? this.#renderActs(goal, words) : nothing}
      ${goal.readOnly && !this.blocked ? html`<p class="muted small">${t.readOnly[goal.readOnly]}</p>` : nothing}
    </div>`;
  }

  #renderActs(goal: Goal, words: string): TemplateResult | typeof nothing {
    if (this.blocked || goal.readOnly) return nothing;
    const {plan: t} = this.#text.t;
    const busy = isSaving(this.save) ? 'true' : nothing;
    return html`<div class="acts">
      <button
        type="button"
        class="quiet"
        id="edit"
        aria-label=${t.editGoal(words)}
        aria-disabled=${busy}
        @pointerenter=${() => void this.#form.load()}
        @focus=${() => void this.#form.load()}
        @click=${() => this.#open('edit')}
      >
        ${t.edit}
      </button>
      ${
        isOpenGoal(goal)
          ? html`<button
              type="button"
              class="quiet"
              id="close"
              aria-label=${t.closeGoal(words)}
              aria-disabled=${busy}
              @click=${() => this.#open('close')}
            >
              ${t.close}
            </button>`
          : nothing
      }
    </div>`;
  }

  #renderForm(goal: Goal): TemplateResult {
    const {plan: t, panel} = this.#text.t;
    if (this.#form.status === 'failed') {
      return html`${this.#renderLine(goal, 'edit')}<isp-notice role="alert" tone="error">
          <p>${t.formFailed}</p>
          <button slot="action" type="button" @click=${() => void this.#form.load()}>${panel.retry}</button>
        </isp-notice>`;
    }
    if (this.#form.status !== 'ready') {
      return html`${this.#renderLine(goal, 'edit')}
        <p class="muted small" tabindex="-1">${t.formLoading}</p>`;
    }
    return html`<isp-goal-form
      .goal=${goal}
      .draft=${this.draft ?? {}}
      .save=${this.save}
      .blocked=${this.#whyNot(goal)}
      @isp-draft=${(event: DraftEvent) => this.dispatchEvent(new DraftEvent(event.draft))}
      @isp-submit=${() => this.#onSubmit(goal)}
      @isp-cancel=${() => this.#onCancel('edit')}
    ></isp-goal-form>`;
  }

  #renderConflict(): TemplateResult | typeof nothing {
    const told = this.save?.status === 'conflict';
    const conflict = this.save?.status === 'conflict' ? this.save.conflict : this.clash;
    if (conflict?.what !== 'goal' || !this.goal) return nothing;
    if (this.#conflict.status !== 'ready')
      return html`<p class="muted small">${this.#text.t.plan.formLoading}</p>`;
    return html`<isp-conflict
      .conflict=${conflict}
      .draft=${this.draft ?? {}}
      .save=${this.save}
      .blocked=${this.#whyNot(this.goal)}
      @isp-draft=${(event: DraftEvent) => this.dispatchEvent(new DraftEvent(event.draft))}
      @isp-submit=${(event: SubmitEvent<GoalChange>) =>
        this.dispatchEvent(new SubmitEvent(event.value, told ? 'isp-settle' : 'isp-submit'))}
    ></isp-conflict>`;
  }

  #renderClose(goal: Goal): TemplateResult {
    const {plan: t} = this.#text.t;
    return reasonAsk({
      question: t.closeAsk,
      reasons: closingReasons.map((reason) => [reason, t.closing[reason]]),
      why: this.#whyNot(goal),
      busy: isSaving(this.save),
      cancel: t.cancel,
      onPick: (reason) => this.#onClose(goal, reason as GoalClosingReason),
      onCancel: () => this.#onCancel('close'),
    });
  }

  #whyNot(goal: Goal): string {
    const {plan: t} = this.#text.t;
    if (this.blocked) return t.blocked[this.blocked];
    return goal.readOnly ? t.readOnly[goal.readOnly] : '';
  }

  #open(mode: 'edit' | 'close'): void {
    if (isSaving(this.save)) return;
    this.opened = mode;
    if (mode === 'close') this.#focusSoon.on('.reason');
    else this.#focusSoon.on('isp-goal-form');
  }

  #onSubmit(goal: Goal): void {
    const draft = this.draft ?? {};
    this.clash = clashOf(goal, draft, this.#text.language);
    if (this.clash) this.#focusSoon.on('isp-conflict');
    else this.dispatchEvent(new SubmitEvent(goalChange(goal, draft, this.#text.language)));
  }

  #onClose(goal: Goal, reason: GoalClosingReason): void {
    this.dispatchEvent(new DraftEvent({closing: reason}));
    const text = this.#text.t.plan.closing[reason];
    this.dispatchEvent(new SubmitEvent(closeGoal(goal.lifecycle, reason, text)));
  }

  #onCancel(from: 'edit' | 'close'): void {
    if (isSaving(this.save)) return;
    this.opened = null;
    this.dispatchEvent(new CancelEvent());
    this.#focusSoon.on(`#${from}`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-goal-row': IspGoalRow;
  }
}
