import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {isSaving} from '../app/plan-view.ts';
import type {Conflict, Draft, SaveState} from '../app/state.ts';
import type {Goal, GoalChange} from '../domain/goal.ts';
import {DraftEvent, SubmitEvent} from './form-events.ts';
import {describedBy} from './form-field.ts';
import {styles} from './isp-conflict.styles.ts';
import {Localize} from './localize.ts';

type GoalConflict = Conflict & {what: 'goal'};
type Field = keyof GoalChange;
type Choice = 'mine' | 'theirs' | 'other';

/** Fields that can be written anew; states are chosen between the two versions. */
const free: readonly Field[] = ['words', 'clinical', 'dueDate', 'statusReason'];

/**
 * Two versions of one goal, side by side: for each field that was changed here and elsewhere the person takes one of
 * them or writes another. Nothing is chosen beforehand, and nothing is thrown away until the choice is saved.
 *
 * @tag isp-conflict
 * @fires {DraftEvent} isp-draft - Another text was typed.
 * @fires {SubmitEvent} isp-submit - The change to write onto the newest version.
 */
export class IspConflict extends LitElement {
  static override styles = styles;

  /** The two versions and the one they both began from. */
  @property({attribute: false}) conflict: GoalConflict | null = null;

  /** The draft of the goal; texts typed here are kept in it under `other.<field>`. */
  @property({attribute: false}) draft: Draft = {};

  @property({attribute: false}) save: SaveState | undefined = undefined;

  /** Why it cannot be saved, in words; empty when it can. */
  @property() blocked = '';

  @state() private choices: Partial<Record<Field, Choice>> = {};
  @state() private tried = false;

  readonly #text = new Localize(this);

  /** Puts the cursor at the heading, so that what happened is read first. */
  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('h4')?.focus());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // A newer version makes every choice of before void: it was made between other texts.
    const before = changed.get('conflict');
    if (changed.has('conflict') && before?.theirs.version !== this.conflict?.theirs.version) {
      this.choices = {};
      this.tried = false;
    }
  }

  override render(): TemplateResult | typeof nothing {
    const {conflict} = this;
    if (!conflict) return nothing;
    const {plan: t} = this.#text.t;
    const busy = isSaving(this.save);
    const missing = this.tried && conflict.fields.some((name) => !this.#isChosen(name));
    const said = this.blocked || (missing ? t.conflict.missing : '');
    return html`<form @submit=${this.#onSubmit} novalidate aria-labelledby="heading">
      <div>
        <h4 id="heading" tabindex="-1">${t.conflict.heading}</h4>
        <p class="small">${t.conflict.lead}</p>
      </div>
      ${conflict.fields.map((name) => this.#renderField(conflict, name))}
      <div class="acts">
        <p id="said" class=${missing ? 'wrong' : ''} role="status">${said}</p>
        <button
          class="primary"
          type="submit"
          aria-disabled=${busy || this.blocked ? 'true' : 'false'}
          aria-describedby=${said ? 'said' : nothing}
        >
          ${busy ? t.saving : t.conflict.save}
        </button>
      </div>
    </form>`;
  }

  #renderField(conflict: GoalConflict, name: Field): TemplateResult {
    const {conflict: t, fields} = this.#text.t.plan;
    const at = conflict.theirsAt ? t.theirsAt(this.#text.format.time(conflict.theirsAt)) : t.theirs;
    const before = this.#show(name, valueOf(conflict.base, name));
    const wrong = this.tried && !this.#isChosen(name) ? [t.missing] : [];
    return html`<fieldset aria-describedby=${describedBy(name, true, wrong)}>
      <legend>${fields[name] ?? name}</legend>
      <div class="cards">
        ${this.#renderCard(name, 'mine', t.mine, this.#show(name, conflict.mine[name]))}
        ${this.#renderCard(name, 'theirs', at, this.#show(name, valueOf(conflict.theirs, name)))}
        ${free.includes(name) ? this.#renderCard(name, 'other', t.other, null) : nothing}
        ${this.choices[name] === 'other' ? this.#renderOther(name) : nothing}
      </div>
      <p class="hint" id="${name}-hint">${t.before(before)}</p>
      ${wrong.length > 0 ? html`<p class="wrong" id="${name}-wrong">${wrong}</p>` : nothing}
    </fieldset>`;
  }

  #renderCard(name: Field, choice: Choice, from: string, text: string | null): TemplateResult {
    return html`<label class="card ${choice}">
      <input
        type="radio"
        name=${name}
        .value=${choice}
        .checked=${this.choices[name] === choice}
        @change=${() => this.#onChoose(name, choice)}
      />
      <span class="from">${from}</span>
      ${text === null ? nothing : html`<span class="text">${text}</span>`}
    </label>`;
  }

  #renderOther(name: Field): TemplateResult {
    const {conflict: t, fields} = this.#text.t.plan;
    const label = t.otherLabel(fields[name] ?? name);
    const value = this.draft[`other.${name}`] ?? '';
    return name === 'dueDate'
      ? html`<input
          class="other"
          type="date"
          aria-label=${label}
          .value=${value}
          @change=${(event: Event) => this.#onOther(name, event)}
        />`
      : html`<textarea
          class="other"
          rows="2"
          aria-label=${label}
          .value=${value}
          @input=${(event: Event) => this.#onOther(name, event)}
        ></textarea>`;
  }

  #show(name: Field, value: GoalChange[Field]): string {
    const {plan: t} = this.#text.t;
    const text = value !== null && typeof value === 'object' ? value.text : (value ?? '');
    if (text === '') return t.conflict.empty;
    if (name === 'dueDate') return this.#text.format.longDate(text);
    const names: Readonly<Record<string, string>> =
      name === 'lifecycle' ? t.lifecycle : name === 'achievement' ? t.achievement : {};
    return names[text] ?? text;
  }

  /** A choice counts once it says something: another wording that is empty does not, where words are required. */
  #isChosen(name: Field): boolean {
    const choice = this.choices[name];
    if (choice === undefined) return false;
    return choice !== 'other' || name !== 'words' || (this.draft[`other.${name}`] ?? '').trim() !== '';
  }

  #onChoose(name: Field, choice: Choice): void {
    this.choices = {...this.choices, [name]: choice};
  }

  #onOther(name: Field, event: Event): void {
    const {value} = event.target as HTMLInputElement;
    this.dispatchEvent(new DraftEvent({...this.draft, [`other.${name}`]: value}));
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    const {conflict} = this;
    if (!conflict || isSaving(this.save) || this.blocked) return;
    this.tried = true;
    const open = conflict.fields.find((name) => !this.#isChosen(name));
    if (open) {
      this.renderRoot.querySelector<HTMLElement>(`input[name="${open}"]`)?.focus();
      return;
    }
    // Fields that only this person changed are written as typed; of the others, what was chosen.
    const change: Partial<Record<Field, unknown>> = {...conflict.mine};
    for (const name of conflict.fields) {
      if (this.choices[name] === 'theirs') delete change[name];
      if (this.choices[name] === 'other') change[name] = this.#typed(conflict, name);
    }
    this.dispatchEvent(new SubmitEvent(change as GoalChange));
  }

  #typed(conflict: GoalConflict, name: Field): unknown {
    const text = (this.draft[`other.${name}`] ?? '').trim();
    if (name !== 'words' && name !== 'clinical') return text || null;
    const lang = conflict.mine[name]?.lang ?? conflict.theirs[name]?.lang ?? null;
    return text === '' ? null : {text, lang};
  }
}

function valueOf(goal: Goal, name: Field): GoalChange[Field] {
  if (name !== 'lifecycle') return goal[name];
  return goal.lifecycle === 'unrecognized' ? undefined : goal.lifecycle;
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-conflict': IspConflict;
  }
}
