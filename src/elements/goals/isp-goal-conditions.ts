import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import {
  conditionChoices,
  linkedNames,
  withCondition,
  type ConditionChoice,
} from '../../app/linked-conditions.ts';
import type {Goal, LinkedCondition} from '../../domain/goal.ts';
import {loadGoalWords, type GoalMessages} from '../../i18n/goal-words.ts';
import {DraftEvent} from '../shared/form-events.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';
import {partial} from '../shared/section-states.ts';
import {Select} from '../shared/select.ts';
import {styles} from './isp-goal-conditions.styles.ts';

/**
 * The conditions that a goal is about, chosen by name from the problem list, which is read once this is opened. What is
 * linked and not on the list stays as it is. Where goals are kept in a note, which has no place for links, it is empty.
 *
 * @tag isp-goal-conditions
 * @fires {DraftEvent} isp-draft - `conditions`: the linked conditions, as the draft of the form keeps them.
 */
export class IspGoalConditions extends LitElement {
  static override styles = styles;

  /** The goal as the record holds it; null for a new one. */
  @property({attribute: false}) goal: Goal | null = null;

  /** The linked conditions as the draft keeps them (JSON). */
  @property({attribute: false}) value = '[]';

  /** True while the form is being saved: nothing can be chosen then. */
  @property({attribute: false}) busy = false;

  @state() private opened = false;

  readonly #text = new Localize(this);
  readonly #words = new LazyWords(this, this.#text, loadGoalWords);
  readonly #list = new Select(this, ({later}) => later.problemList);
  readonly #abilities = new Select(this, ({abilities}) => abilities);

  protected override willUpdate(changed: PropertyValues<this>): void {
    // What was chosen and is not yet saved is in sight when the form is opened again.
    if (!this.hasUpdated && changed.has('value'))
      this.opened = this.value !== JSON.stringify(this.goal?.conditions ?? []);
  }

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    const ability = this.#abilities.value?.[this.goal ? 'updateGoal' : 'createGoal'];
    if (!t || !ability?.allowed || ability.via) return nothing;
    const names = linkedNames(this.#chosen).join(', ');
    return html`<details ?open=${this.opened} @toggle=${this.#onToggle}>
      <summary>${t.conditionsLabel}${names ? html` <span class="names">${names}</span>` : nothing}</summary>
      ${this.opened ? this.#renderChoices(t) : nothing}
    </details>`;
  }

  get #chosen(): readonly LinkedCondition[] {
    return JSON.parse(this.value) as readonly LinkedCondition[];
  }

  #renderChoices(t: GoalMessages): TemplateResult {
    const list = this.#list.value;
    const chosen = this.#chosen;
    const choices = conditionChoices(
      this.goal?.conditions,
      chosen,
      list?.status === 'ready' ? list.value : [],
    );
    const kept = linkedNames(chosen.filter(({conditionId}) => conditionId === null)).join(', ');
    return html`<div class="choices" role="group" aria-label=${t.conditionsLabel}>
        ${choices.map((choice) => this.#renderChoice(choice, t))}
      </div>
      ${kept ? html`<p class="hint">${t.conditionsKept(kept)}</p>` : nothing}
      <p class="hint" role="status">${this.#said(choices.length, t)}</p>
      ${list?.status === 'ready' ? partial(list.gaps, this.#text) : nothing}`;
  }

  #renderChoice(choice: ConditionChoice, t: GoalMessages): TemplateResult {
    return html`<label>
      <input type="checkbox" .checked=${live(choice.chosen)} @change=${() => this.#choose(choice)} />
      <span>${choice.name ?? t.conditionUnnamed}</span>
    </label>`;
  }

  /** What became of reading the list; nothing where it stands above. */
  #said(offered: number, t: GoalMessages): string {
    switch (this.#list.value?.status) {
      case 'ready':
        return offered === 0 ? t.conditionsNone : '';
      case 'failed':
        return t.conditionsFailed;
      default:
        return t.conditionsLoading;
    }
  }

  #choose(choice: ConditionChoice): void {
    if (this.busy) return this.requestUpdate();
    const next = withCondition(this.goal?.conditions, this.#chosen, choice);
    this.dispatchEvent(new DraftEvent({conditions: JSON.stringify(next)}));
  }

  /** A list that could not be read is asked for again with the next opening. */
  #onToggle(event: Event): void {
    this.opened = (event.target as HTMLDetailsElement).open;
    const {panel, value} = this.#list;
    if (!panel || !this.opened || value?.status === 'ready' || value?.status === 'loading') return;
    void panel.actions.wish('goal:problems', 'readProblemList');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-goal-conditions': IspGoalConditions;
  }
}
