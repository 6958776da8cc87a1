import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {isWords} from '../../app/conflict-fields.ts';
import {goalSteps, type GoalStep} from '../../domain/goal-history.ts';
import type {Goal} from '../../domain/goal.ts';
import {loadGoalWords, type GoalMessages} from '../../i18n/goal-words.ts';
import {FocusSoon} from '../shared/focus-soon.ts';
import {styles} from './isp-goal-history.styles.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';
import {partial, skeleton} from '../shared/section-states.ts';
import {Select} from '../shared/select.ts';

/**
 * What became of one goal, change by change with its day, from the versions that the record keeps; where it keeps none,
 * what is known of the goal. The versions are read only when somebody asks.
 *
 * @tag isp-goal-history
 */
export class IspGoalHistory extends LitElement {
  static override styles = styles;

  @property({attribute: false}) goal: Goal | null = null;

  /** True while the history is shown. */
  @property({type: Boolean, reflect: true}) open = false;

  readonly #text = new Localize(this);
  readonly #words = new LazyWords(this, this.#text, loadGoalWords);
  readonly #histories = new Select(this, ({later}) => later.goalHistories);
  readonly #focusSoon = new FocusSoon(this);

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    const {goal} = this;
    if (!t || !goal) return nothing;
    return html`<button
        type="button"
        class="quiet small"
        aria-expanded=${this.open ? 'true' : 'false'}
        aria-label=${this.open ? nothing : t.history.askOf(goal.words.text)}
        @click=${this.#toggle}
      >
        ${this.open ? t.history.hide : t.history.ask}
      </button>
      ${this.open ? this.#renderHistory(goal, t) : nothing}`;
  }

  /** After a save the versions that were read are no longer all: they are read again. */
  protected override willUpdate(): void {
    const {goal} = this;
    const known = goal && this.#histories.value?.[goal.id];
    if (!this.open || !goal || known?.status !== 'ready') return;
    const versions = known.value.map((one) => one.goal.version);
    if (goal.version !== null && versions.length > 0 && !versions.includes(goal.version)) this.#ask(goal);
  }

  #renderHistory(goal: Goal, t: GoalMessages): TemplateResult {
    const history = this.#histories.value?.[goal.id];
    switch (history?.status) {
      case undefined:
      case 'loading':
        return skeleton(t.history.loading);
      case 'failed':
        return this.#renderKnown(goal, t);
      case 'ready': {
        const steps = goalSteps(history.value);
        if (history.value.length === 0) return this.#renderKnown(goal, t);
        return html`${partial(history.gaps, this.#text)}
          <h5 id="steps" tabindex="-1">${steps.length > 0 ? t.history.steps : t.history.none}</h5>
          <ol>
            ${steps.map((step) => this.#renderStep(step, t))}
          </ol>`;
      }
    }
  }

  /** No versions, whatever the reason: the record's own dates are what is left. */
  #renderKnown(goal: Goal, t: GoalMessages): TemplateResult {
    const {plan: p} = this.#text.t;
    const {format} = this.#text;
    const known = [
      ...(goal.startDate ? [t.history.begun(format.longDate(goal.startDate))] : []),
      ...(goal.statusDate && goal.lifecycle !== 'unrecognized'
        ? [
            t.history.standing(
              p.lifecycle[goal.lifecycle].toLocaleLowerCase(),
              format.longDate(goal.statusDate),
            ),
          ]
        : []),
    ];
    const said = known.length > 0 ? `${known.join('; ')}.` : t.history.nothingKnown;
    return html`<p class="small" id="steps" tabindex="-1">${t.history.notKept} ${said}</p>`;
  }

  #renderStep({at, changes, linked, unlinked}: GoalStep, t: GoalMessages): TemplateResult {
    const {plan: p} = this.#text.t;
    const show = (field: string, value: unknown): string => this.#show(field, value) || t.history.empty;
    return html`<li>
      <span class="day">${at ? this.#text.format.longDate(at) : t.history.unknownDay}</span>
      ${changes.map(
        ({field, before, after}) =>
          html`<span class="change"
            >${t.history.change(p.fields[field] ?? field, show(field, after), show(field, before))}</span
          >`,
      )}
      ${linked.map((name) => html`<span class="change">${t.history.linked(name)}</span>`)}
      ${unlinked.map((name) => html`<span class="change">${t.history.unlinked(name)}</span>`)}
    </li>`;
  }

  #show(field: string, value: unknown): string {
    const {plan: p} = this.#text.t;
    if (isWords(value)) return value.text;
    if (typeof value === 'object') return (value as Goal['domain'])?.text ?? '';
    if (typeof value !== 'string') return '';
    const names: Readonly<Record<string, string>> =
      field === 'lifecycle' ? p.lifecycle : field === 'achievement' ? p.achievement : {};
    if (field === 'dueDate') return this.#text.format.longDate(value);
    return names[value] ?? value;
  }

  readonly #toggle = (): void => {
    this.open = !this.open;
    const {goal} = this;
    if (!this.open || !goal) return;
    this.#focusSoon.on('#steps');
    if (this.#histories.value?.[goal.id]?.status !== 'ready') this.#ask(goal);
  };

  #ask(goal: Goal): void {
    const {panel} = this.#histories;
    void panel?.actions.wish(`history:${goal.id}`, 'readGoalHistory', goal.id);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-goal-history': IspGoalHistory;
  }
}
