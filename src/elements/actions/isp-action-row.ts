import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {actionChange, type Candidate} from '../../app/action-draft.ts';
import type {Choices} from '../../app/commands/save-record.ts';
import {isSaving, type Blocked} from '../../app/plan-view.ts';
import type {Draft, SaveState} from '../../app/state.ts';
import {stageOf, type Action, type ActionChange} from '../../domain/action.ts';
import type {Goal} from '../../domain/goal.ts';
import {loadActionWords, type ActionMessages} from '../../i18n/action-words.ts';
import {actionConflict, actionFacts} from './action-facts.ts';
import {FocusSoon} from '../shared/focus-soon.ts';
import {CancelEvent, DraftEvent, SubmitEvent} from '../shared/form-events.ts';
import {styles} from './isp-action-row.styles.ts';
import {LazyElement} from '../shared/lazy-element.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';
import {reasonAsk} from '../shared/reason-ask.ts';

/** A change that the row asks for, and whether it ends the action. */
export interface ActionWish {
  readonly change: ActionChange;
  readonly ends: 'done' | 'dropped' | null;
}

type Mode = 'read' | 'edit' | 'drop' | 'conflict';

/**
 * One action: what is to be done, by whom, by when and for which goal; done with one click, or the row opened as a form.
 *
 * @tag isp-action-row
 * @fires {DraftEvent} isp-draft - Something was typed.
 * @fires {SubmitEvent} isp-submit - Save this change.
 * @fires {SubmitEvent} isp-settle - Settle the conflict with these choices.
 * @fires {CancelEvent} isp-cancel - Forget what was typed.
 */
export class IspActionRow extends LitElement {
  static override styles = styles;

  /** The action as the record holds it. */
  @property({attribute: false}) action: Action | null = null;

  /** Local day (YYYY-MM-DD), for what is overdue. */
  @property() today = '';

  /** The person's goals, for the names of those that it serves. */
  @property({attribute: false}) goals: readonly Goal[] = [];

  /** Who may be named for it. */
  @property({attribute: false}) people: readonly Candidate[] = [];

  @property({attribute: false}) draft: Draft | undefined = undefined;

  @property({attribute: false}) save: SaveState | undefined = undefined;

  /** Why it cannot be changed here, or null. */
  @property() blocked: Blocked | null = null;

  @state() private opened: 'edit' | 'drop' | null = null;

  readonly #text = new Localize(this);
  readonly #words = new LazyWords(this, this.#text, loadActionWords);
  readonly #conflict = new LazyElement(
    this,
    'isp-conflict',
    async () => (await import('../shared/isp-conflict.ts')).IspConflict,
  );
  readonly #focusSoon = new FocusSoon(this);
  #before: Mode = 'read';

  get #mode(): Mode {
    if (this.save?.status === 'conflict') return 'conflict';
    if (this.draft) return 'ending' in this.draft ? 'drop' : 'edit';
    return this.opened ?? 'read';
  }

  /** Puts the focus on the action itself. */
  override focus(): void {
    this.#focusSoon.on('.words');
  }

  /** Closes what is open after a save that the record confirmed. */
  settle(): void {
    this.opened = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const mode = this.#mode;
    if (mode === 'conflict') this.#conflict.want();
    // The form goes when another version turns up: who was in it is taken to the comparison.
    if (mode === 'conflict' && this.#before !== 'conflict' && this.matches(':focus-within')) {
      this.#focusSoon.on('isp-conflict');
    }
    this.#before = mode;
    if (changed.get('draft') && !this.draft && this.save?.status === 'saved') this.settle();
  }

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    const {action} = this;
    if (!action || !t) return nothing;
    const mode = this.#mode;
    return html`<div class="row ${stageOf(action.state)}">
      ${mode === 'edit' ? this.#renderForm(action) : this.#renderLine(action, mode, t)}
      ${mode === 'drop' ? this.#renderDrop(action, t) : nothing}
      ${
        mode === 'edit' || !this.save
          ? nothing
          : html`<isp-save-state .save=${this.save} .names=${t.fields}></isp-save-state>`
      }
      ${mode === 'conflict' ? this.#renderConflict(action, t) : nothing}
    </div>`;
  }

  #renderLine(action: Action, mode: Mode, t: ActionMessages): TemplateResult {
    const words = action.what.text || t.noWords;
    return html`<div class="line">
      <p class="words" tabindex="-1"><span lang=${action.what.lang ?? nothing}>${words}</span></p>
      ${actionFacts(action, this.today, this.goals, t, this.#text)}
      ${mode === 'read' ? this.#renderActs(action, words, t) : nothing}
      ${
        action.readOnly && !this.blocked
          ? html`<p class="muted small">${this.#text.t.plan.readOnly[action.readOnly]}</p>`
          : nothing
      }
    </div>`;
  }

  #renderActs(action: Action, words: string, t: ActionMessages): TemplateResult | typeof nothing {
    if (this.blocked || action.readOnly) return nothing;
    const act = (id: string, name: string, label: string, run: () => void): TemplateResult =>
      html`<button
        type="button"
        class=${id === 'done' ? '' : 'quiet'}
        id=${id}
        aria-label=${label}
        aria-disabled=${isSaving(this.save) ? 'true' : nothing}
        @click=${() => isSaving(this.save) || run()}
      >
        ${name}
      </button>`;
    if (stageOf(action.state) !== 'open') {
      return html`<div class="acts">
        ${act('reopen', t.reopen, t.reopenOf(words), () =>
          this.#ask({change: {state: 'in-progress', reason: null}, ends: null}),
        )}
      </div>`;
    }
    return html`<div class="acts">
      ${act('done', t.done, t.doneOf(words), () => this.#ask({change: {state: 'completed'}, ends: 'done'}))}
      ${act('edit', t.edit, t.editOf(words), () => this.#open('edit', ''))}
      ${act('hand', t.handOver, t.handOverOf(words), () => this.#open('edit', 'who'))}
      ${act('drop', t.drop, t.dropOf(words), () => this.#open('drop', ''))}
    </div>`;
  }

  #renderForm(action: Action): TemplateResult {
    return html`<isp-action-form
      .action=${action}
      .draft=${this.draft ?? {}}
      .save=${this.save}
      .goals=${this.goals}
      .people=${this.people}
      .blocked=${this.#whyNot(action)}
      @isp-draft=${(event: DraftEvent) => this.dispatchEvent(new DraftEvent(event.draft))}
      @isp-submit=${() => this.#onSubmit(action)}
      @isp-cancel=${() => this.#onCancel('edit')}
    ></isp-action-form>`;
  }

  #renderConflict(action: Action, t: ActionMessages): TemplateResult | typeof nothing {
    const conflict = this.save?.status === 'conflict' ? this.save.conflict : null;
    if (conflict?.what !== 'fields') return nothing;
    if (this.#conflict.status !== 'ready')
      return html`<p class="muted small">${this.#text.t.plan.formLoading}</p>`;
    return html`<isp-conflict
      .conflict=${conflict}
      .words=${actionConflict(this.goals, t)}
      .draft=${this.draft ?? {}}
      .save=${this.save}
      .blocked=${this.#whyNot(action)}
      @isp-draft=${(event: DraftEvent) => this.dispatchEvent(new DraftEvent(event.draft))}
      @isp-submit=${(event: SubmitEvent<Choices>) =>
        this.dispatchEvent(new SubmitEvent(event.value, 'isp-settle'))}
    ></isp-conflict>`;
  }

  #renderDrop(action: Action, t: ActionMessages): TemplateResult {
    return reasonAsk({
      question: t.dropAsk,
      reasons: Object.entries(t.dropReasons),
      why: this.#whyNot(action),
      busy: isSaving(this.save),
      cancel: this.#text.t.plan.cancel,
      onPick: (reason, words) => this.#onDrop(reason, words),
      onCancel: () => this.#onCancel('drop'),
    });
  }

  #whyNot(action: Action): string {
    const {plan: t} = this.#text.t;
    if (this.blocked) return t.blocked[this.blocked];
    return action.readOnly ? t.readOnly[action.readOnly] : '';
  }

  #open(mode: 'edit' | 'drop', field: string): void {
    this.opened = mode;
    if (mode === 'drop') this.#focusSoon.on('.reason');
    else void this.updateComplete.then(() => this.renderRoot.querySelector('isp-action-form')?.begin(field));
  }

  #ask(wish: ActionWish): void {
    this.dispatchEvent(new SubmitEvent(wish));
  }

  #onSubmit(action: Action): void {
    const change = actionChange(action, this.draft ?? {}, this.people, this.#text.language);
    this.#ask({change, ends: null});
  }

  #onDrop(reason: string, words: string): void {
    this.dispatchEvent(new DraftEvent({ending: reason}));
    this.#ask({change: {state: 'cancelled', reason: words}, ends: 'dropped'});
  }

  #onCancel(from: 'edit' | 'drop'): void {
    if (isSaving(this.save)) return;
    this.opened = null;
    this.dispatchEvent(new CancelEvent());
    this.#focusSoon.on(`#${from}`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-action-row': IspActionRow;
  }
}
