import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import {isSaving, whyBlocked} from '../../app/plan-view.ts';
import type {Draft} from '../../app/state.ts';
import {isOpenGoal, type Goal} from '../../domain/goal.ts';
import {asksWhatRaises, newestRatings, ratingLimits, type RatingKind} from '../../domain/goal-rating.ts';
import {linkedNames} from '../../app/linked-conditions.ts';
import {loadGoalWords, type GoalMessages} from '../../i18n/goal-words.ts';
import {FocusSoon} from '../shared/focus-soon.ts';
import {FormActs} from '../shared/form-acts.ts';
import {field} from '../shared/form-field.ts';
import {styles} from './isp-goal-more.styles.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';
import {Select} from '../shared/select.ts';

const kinds = ['attainment', 'importance', 'confidence'] as const satisfies readonly RatingKind[];

/**
 * What the person says of one goal: what stands in the way, how much it matters, how sure they are, and where it stands,
 * in words and never in numbers below zero. Each answer is recorded as of today; earlier ones stay.
 *
 * @tag isp-goal-more
 */
export class IspGoalMore extends LitElement {
  static override styles = styles;

  @property({attribute: false}) goal: Goal | null = null;

  @state() private asking = false;

  readonly #text = new Localize(this);
  readonly #words = new LazyWords(this, this.#text, loadGoalWords);
  readonly #ratings = new Select(this, ({later}) => later.ratings);
  readonly #drafts = new Select(this, ({drafts}) => drafts);
  readonly #saves = new Select(this, ({saves}) => saves);
  readonly #why = new Select(this, ({abilities, halted}) => whyBlocked(abilities.createObservation, halted));
  readonly #focusSoon = new FocusSoon(this);
  readonly #acts = new FormActs(
    this,
    this.#text,
    () => ({
      dirty: this.#draft !== undefined,
      busy: this.#isBusy,
      blocked: this.#blocked,
      save: this.#words.value?.save ?? '',
      saves: 'Goal',
    }),
    () => this.#close(),
  );

  get #key(): string {
    return `rating:${this.goal?.id ?? ''}`;
  }

  get #draft(): Draft | undefined {
    return this.#drafts.value?.[this.#key];
  }

  get #isBusy(): boolean {
    return kinds.some((kind) => isSaving(this.#saves.value?.[`${this.#key}:${kind}`]));
  }

  get #blocked(): string {
    const why = this.#why.value;
    return why ? `${this.#words.value?.noAsk ?? ''} ${this.#text.t.plan.blocked[why]}` : '';
  }

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    const {goal} = this;
    if (!t || !goal) return nothing;
    const open = this.asking || this.#draft !== undefined;
    const mayAsk = isOpenGoal(goal) && !this.#why.value;
    return html`${this.#renderSaid(goal, t)} ${open ? this.#renderForm(goal, t) : nothing}
      <div class="asks">
        ${
          mayAsk && !open
            ? html`<button
                class="quiet small"
                type="button"
                id="ask"
                aria-label=${t.askOf(goal.words.text)}
                @click=${this.#open}
              >
                ${t.ask}
              </button>`
            : nothing
        }
        <isp-goal-history .goal=${goal}></isp-goal-history>
      </div>
      ${kinds.map(
        (kind) =>
          html`<isp-save-state .save=${this.#saves.value?.[`${this.#key}:${kind}`]}></isp-save-state>`,
      )}`;
  }

  #renderSaid(goal: Goal, t: GoalMessages): TemplateResult {
    const ratings = this.#ratings.value;
    const {format} = this.#text;
    const said = newestRatings(ratings?.status === 'ready' ? ratings.value : [], goal.id);
    const {attainment, importance, confidence} = said;
    const names = linkedNames(goal.conditions);
    const ten = (value: number): string => t.outOfTen(format.number(value));
    const asks = isOpenGoal(goal) && asksWhatRaises(importance?.value, confidence?.value);
    const fact = (name: string, words: string | TemplateResult): TemplateResult =>
      html`<div>
        <dt>${name}</dt>
        <dd>${words}</dd>
      </div>`;
    return html`<dl>
        ${
          goal.barriers
            ? fact(t.barriers, html`<span lang=${goal.barriers.lang ?? nothing}>${goal.barriers.text}</span>`)
            : nothing
        }
        ${names.length > 0 ? fact(t.conditions, names.join(', ')) : nothing}
        ${attainment ? fact(t.attainment, t.level[attainment.value] ?? '') : nothing}
        ${importance ? fact(t.importance, ten(importance.value)) : nothing}
        ${confidence ? fact(t.confidence, ten(confidence.value)) : nothing}
      </dl>
      ${asks ? html`<p class="raise">${t.raise}</p>` : nothing}
      ${ratings?.status === 'failed' ? html`<p class="small muted">${t.notRead}</p>` : nothing}`;
  }

  #renderForm(goal: Goal, t: GoalMessages): TemplateResult {
    const draft = this.#draft ?? {};
    const levels = Object.keys(t.level).toSorted((a, b) => Number(b) - Number(a));
    return html`<form
      aria-label=${t.askOf(goal.words.text)}
      novalidate
      @submit=${this.#onSubmit}
      @keydown=${this.#acts.onKey}
    >
      <p class="hint">${t.today}</p>
      <fieldset>
        <legend>${t.attainmentLabel}</legend>
        ${levels.map(
          (level) =>
            html`<label class="choice">
              <input
                type="radio"
                name="attainment"
                .value=${level}
                .checked=${live(draft['attainment'] === level)}
                @change=${this.#onInput}
              />
              <span>${t.level[level]}</span>
            </label>`,
        )}
      </fieldset>
      <div class="pair">
        ${this.#renderTen('importance', t.importanceLabel, draft, t)}
        ${this.#renderTen('confidence', t.confidenceLabel, draft, t)}
      </div>
      ${this.#acts.render()}
    </form>`;
  }

  #renderTen(id: 'importance' | 'confidence', label: string, draft: Draft, t: GoalMessages): TemplateResult {
    const {min, max} = ratingLimits[id];
    const values = Array.from({length: max - min + 1}, (_, at) => String(min + at));
    return field({
      id,
      label,
      control: html`<select id=${id} name=${id} @change=${this.#onInput}>
        ${['', ...values].map(
          (value) =>
            html`<option value=${value} .selected=${value === (draft[id] ?? '')}>
              ${value === '' ? t.notAsked : value}
            </option>`,
        )}
      </select>`,
    });
  }

  readonly #open = (): void => {
    this.asking = true;
    this.#focusSoon.on('input');
  };

  #close(): void {
    this.asking = false;
    this.#ratings.panel?.actions.discard(this.#key);
    this.#focusSoon.on('#ask');
  }

  readonly #onInput = (event: Event): void => {
    const {name, value} = event.target as HTMLInputElement;
    if (this.#isBusy) {
      // What is on its way was read from the form already: a later choice would be lost with the draft.
      this.requestUpdate();
      return;
    }
    this.#acts.tell('');
    const {[name]: _old, ...rest} = this.#draft ?? {};
    this.#ratings.panel?.actions.keepDraft(this.#key, value === '' ? rest : {...rest, [name]: value});
  };

  /** One answer after the other: each has its own record, and what one of them lacks is said of it alone. */
  readonly #onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const panel = this.#ratings.panel;
    const {goal} = this;
    const draft = this.#draft;
    if (!panel || !goal || this.#isBusy || this.#blocked) return;
    if (!draft) return this.#acts.tell(this.#text.t.plan.nothingChanged);
    for (const kind of kinds) {
      const value = draft[kind];
      if (value === undefined) continue;
      const key = `${this.#key}:${kind}`;
      await panel.actions.wish(key, 'rateGoal', goal.id, kind, Number(value));
      if (panel.store.get().saves[key]?.status !== 'saved') return;
      const {[kind]: _saved, ...rest} = panel.store.get().drafts[this.#key] ?? {};
      panel.actions.keepDraft(this.#key, rest);
    }
    this.asking = false;
    this.#focusSoon.on('#ask');
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-goal-more': IspGoalMore;
  }
}
