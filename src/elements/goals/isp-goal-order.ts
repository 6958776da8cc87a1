import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import type {Choices} from '../../app/commands/save-record.ts';
import {isSaving, whyBlocked} from '../../app/plan-view.ts';
import type {Goal} from '../../domain/goal.ts';
import {loadGoalWords, type GoalMessages} from '../../i18n/goal-words.ts';
import {FocusSoon} from '../shared/focus-soon.ts';
import {FormActs} from '../shared/form-acts.ts';
import type {SubmitEvent} from '../shared/form-events.ts';
import {styles} from './isp-goal-order.styles.ts';
import {LazyElement} from '../shared/lazy-element.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';
import {Select} from '../shared/select.ts';

const key = 'order:goals';

/**
 * Puts the open goals in the order in which they matter to the person, by buttons or by keyboard; one save writes it.
 *
 * @tag isp-goal-order
 */
export class IspGoalOrder extends LitElement {
  static override styles = styles;

  /** The open goals as they are listed. */
  @property({attribute: false}) goals: readonly Goal[] = [];

  @state() private opened = false;
  @state() private told = '';

  readonly #text = new Localize(this);
  readonly #words = new LazyWords(this, this.#text, loadGoalWords);
  readonly #save = new Select(this, ({saves}) => saves[key]);
  readonly #draft = new Select(this, ({drafts}) => drafts[key]);
  /** Null when the plan could not be read: then it is not said that there is none. */
  readonly #hasPlan = new Select(this, ({plan}) =>
    plan.status === 'ready' && (plan.value.plan !== null || plan.gaps.length === 0)
      ? plan.value.plan !== null
      : null,
  );
  readonly #why = new Select(this, ({abilities, halted}) => whyBlocked(abilities.updateCarePlan, halted));
  readonly #conflict = new LazyElement(
    this,
    'isp-conflict',
    async () => (await import('../shared/isp-conflict.ts')).IspConflict,
  );
  readonly #focusSoon = new FocusSoon(this);
  readonly #acts = new FormActs(
    this,
    this.#text,
    () => ({
      dirty: this.#draft.value !== undefined,
      busy: isSaving(this.#save.value),
      blocked: this.#blocked,
      save: this.#words.value?.orderSave ?? '',
    }),
    () => this.#close(),
  );

  get #blocked(): string {
    const why = this.#why.value;
    const t = this.#words.value;
    return why && t ? `${t.noOrder} ${this.#text.t.plan.blocked[why]}` : '';
  }

  /** The goals in the order that was begun, those it does not know after them. */
  get #order(): readonly Goal[] {
    const ids = this.#draft.value?.['order']?.split(',') ?? [];
    const place = ({id}: Goal): number => (ids.includes(id) ? ids.indexOf(id) : Number.MAX_SAFE_INTEGER);
    return this.goals.toSorted((a, b) => place(a) - place(b));
  }

  protected override willUpdate(): void {
    if (this.#save.value?.status === 'conflict') this.#conflict.want();
  }

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    if (!t || this.goals.length < 2) return nothing;
    const save = this.#save.value;
    if (save?.status === 'conflict') return this.#renderConflict(t);
    if (this.#draft.value !== undefined || this.opened) return this.#renderForm(t);
    if (this.#why.value) return nothing;
    return html`${
        this.#hasPlan.value
          ? html`<button class="quiet small" type="button" id="open" @click=${this.#open}>${t.order}</button>`
          : this.#hasPlan.value === false
            ? html`<p class="small muted">${t.noPlan}</p>`
            : nothing
      } <isp-save-state .save=${save} .names=${t.fields}></isp-save-state>`;
  }

  #renderForm(t: GoalMessages): TemplateResult {
    const order = this.#order;
    return html`<form
      aria-labelledby="heading"
      novalidate
      @submit=${this.#onSubmit}
      @keydown=${this.#acts.onKey}
    >
      <h4 id="heading" tabindex="-1">${t.orderHeading}</h4>
      <p class="hint">${t.orderHint}</p>
      <ol>
        ${repeat(
          order,
          ({id}) => id,
          ({id, words}, at) =>
            html`<li data-goal=${id} @keydown=${(event: KeyboardEvent) => this.#onArrow(event, at)}>
              <span class="words" lang=${words.lang ?? nothing}>${words.text}</span>
              <span class="moves">
                ${this.#renderMove(t.up, t.upOf(words.text), at, -1)}
                ${this.#renderMove(t.down, t.downOf(words.text), at, 1)}
              </span>
            </li>`,
        )}
      </ol>
      <p class="visually-hidden" role="status">${this.told}</p>
      <isp-save-state .save=${this.#save.value} .names=${t.fields}></isp-save-state>
      ${this.#acts.render()}
    </form>`;
  }

  #renderMove(words: string, label: string, at: number, by: 1 | -1): TemplateResult {
    const off = at + by < 0 || at + by >= this.goals.length;
    return html`<button
      type="button"
      class=${by < 0 ? 'up' : 'down'}
      aria-label=${label}
      aria-disabled=${off || isSaving(this.#save.value) ? 'true' : nothing}
      @click=${() => this.#move(at, by)}
    >
      ${words}
    </button>`;
  }

  #renderConflict(t: GoalMessages): TemplateResult | typeof nothing {
    const save = this.#save.value;
    if (save?.status !== 'conflict' || save.conflict.what === 'member') return nothing;
    if (this.#conflict.status !== 'ready')
      return html`<p class="muted small">${this.#text.t.plan.formLoading}</p>`;
    const named = (ids: readonly string[]): string =>
      ids
        .map((id, at) => `${at + 1}. ${this.goals.find((goal) => goal.id === id)?.words.text ?? id}`)
        .join(' ');
    const words = {
      heading: t.orderConflict,
      labels: t.fields,
      closed: ['order'],
      show: (_name: string, value: unknown) => named((value ?? []) as readonly string[]),
    };
    return html`<isp-conflict
      .conflict=${save.conflict}
      .words=${words}
      .draft=${this.#draft.value ?? {}}
      .save=${save}
      .blocked=${this.#blocked}
      @isp-submit=${(event: SubmitEvent<Choices>) => void this.#settle(event.value)}
    ></isp-conflict>`;
  }

  readonly #open = (): void => {
    this.opened = true;
    this.#focusSoon.on('#heading');
  };

  #close(): void {
    this.opened = false;
    this.told = '';
    this.#save.panel?.actions.discard(key);
    this.#focusSoon.on('#open');
  }

  #onArrow(event: KeyboardEvent, at: number): void {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    if (by === null || !event.altKey) return;
    event.preventDefault();
    this.#move(at, by);
  }

  #move(at: number, by: 1 | -1): void {
    const order = [...this.#order];
    const [goal] = order.splice(at, 1);
    const to = at + by;
    if (!goal || to < 0 || to > order.length || isSaving(this.#save.value)) return;
    order.splice(to, 0, goal);
    const ids = order.map(({id}) => id).join(',');
    const same = ids === this.goals.map(({id}) => id).join(',');
    // Cancelling asks only when something differs from what stands.
    this.opened = true;
    this.#save.panel?.actions.keepDraft(key, same ? {} : {order: ids});
    this.told = this.#words.value?.now(to + 1, order.length) ?? '';
    const edge = by < 0 ? to === 0 : to === order.length - 1;
    const side = by < 0 === !edge ? 'up' : 'down';
    this.#focusSoon.on(`[data-goal="${CSS.escape(goal.id)}"] .${side}`);
  }

  readonly #onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const panel = this.#save.panel;
    if (!panel || isSaving(this.#save.value) || this.#blocked) return;
    if (!this.#draft.value) return this.#acts.tell(this.#text.t.plan.nothingChanged);
    await panel.actions.wish(
      key,
      'rankGoals',
      this.#order.map(({id}) => id),
    );
    if (panel.store.get().saves[key]?.status !== 'saved') return;
    this.opened = false;
    this.told = '';
    this.#focusSoon.on('#open');
  };

  async #settle(choices: Choices): Promise<void> {
    const panel = this.#save.panel;
    await panel?.actions.wish(key, 'settle', key, choices);
    if (panel?.store.get().saves[key]?.status === 'conflict') return;
    this.opened = false;
    this.#focusSoon.on('#open');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-goal-order': IspGoalOrder;
  }
}
