import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {Choices} from '../../app/commands/save-record.ts';
import {
  chosenChange,
  clashingFields,
  isDay,
  isWords,
  otherValue,
  shapeOf,
  versionOf,
  type FieldwiseConflict,
} from '../../app/conflict-fields.ts';
import {linkedNames} from '../../app/linked-conditions.ts';
import {isSaving} from '../../app/plan-view.ts';
import type {ClashingField, Draft, SaveState} from '../../app/state.ts';
import type {Goal} from '../../domain/goal.ts';
import {DraftEvent, SubmitEvent} from './form-events.ts';
import {describedBy} from './form-field.ts';
import {styles} from './isp-conflict.styles.ts';
import {Localize} from './localize.ts';

type Choice = 'mine' | 'theirs' | 'other';

/** Words of one kind of record; what is left out is said as for any record. */
export interface ConflictWords {
  readonly heading?: string;
  /** Names of the fields. */
  readonly labels?: Readonly<Record<string, string>>;
  /** A value in words; null leaves it to the rule for any value (words, days, plain text). */
  show?(name: string, value: unknown): string | null;
  /** Fields that are chosen between the two versions and not written anew, although their value is a text. */
  readonly closed?: readonly string[];
  /** Fields that cannot be left empty. */
  readonly required?: readonly string[];
}

/**
 * Two versions of one record, side by side: for each field that was changed here and elsewhere the person takes one of
 * them or writes another. Nothing is chosen beforehand, and nothing is thrown away until the choice is saved.
 *
 * @tag isp-conflict
 * @fires {DraftEvent} isp-draft - Another text was typed.
 * @fires {SubmitEvent} isp-submit - Of a goal the change to write onto the newest version, of any other record the
 *   choices for its command `settle`.
 */
export class IspConflict extends LitElement {
  static override styles = styles;

  /** The two versions and the one they both began from. */
  @property({attribute: false}) conflict: FieldwiseConflict | null = null;

  /** How the fields are named and shown, for records other than goals. */
  @property({attribute: false}) words: ConflictWords = {};

  /** The draft of the form; texts typed here are kept in it under `other.<field>`. */
  @property({attribute: false}) draft: Draft = {};

  @property({attribute: false}) save: SaveState | undefined = undefined;

  /** Why it cannot be saved, in words; empty when it can. */
  @property() blocked = '';

  @state() private choices: Readonly<Record<string, Choice>> = {};
  @state() private tried = false;

  readonly #text = new Localize(this);

  /** Puts the cursor at the heading, so that what happened is read first. */
  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('h4')?.focus());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // A newer version makes every choice of before void: it was made between other texts.
    const before = changed.get('conflict');
    if (before && this.conflict && versionOf(before) !== versionOf(this.conflict)) {
      this.choices = {};
      this.tried = false;
    }
  }

  override render(): TemplateResult | typeof nothing {
    const {conflict} = this;
    if (!conflict) return nothing;
    const {plan: t} = this.#text.t;
    const busy = isSaving(this.save);
    const fields = clashingFields(conflict);
    const missing = this.tried && fields.some((field) => !this.#isChosen(field));
    const said = this.blocked || (missing ? t.conflict.missing : '');
    const heading =
      this.words.heading ?? (conflict.what === 'goal' ? t.conflict.heading : t.conflict.anyHeading);
    return html`<form @submit=${this.#onSubmit} novalidate aria-labelledby="heading">
      <div>
        <h4 id="heading" tabindex="-1">${heading}</h4>
        <p class="small">${t.conflict.lead}</p>
      </div>
      ${fields.map((field) => this.#renderField(conflict, field))}
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

  #renderField(conflict: FieldwiseConflict, field: ClashingField): TemplateResult {
    const {conflict: t} = this.#text.t.plan;
    const {name} = field;
    const by = conflict.theirsBy ?? null;
    const at = conflict.theirsAt ? t.theirsAt(this.#text.format.time(conflict.theirsAt)) : t.theirs;
    const wrong = this.tried && !this.#isChosen(field) ? [t.missing] : [];
    return html`<fieldset aria-describedby=${describedBy(name, true, wrong)}>
      <legend>${this.#label(name)}</legend>
      <div class="cards">
        ${this.#renderCard(field, 'mine', t.mine, field.mine)}
        ${this.#renderCard(field, 'theirs', by ? `${at}, ${by}` : at, field.theirs)}
        ${this.#shape(field) === 'choice' ? nothing : this.#renderCard(field, 'other', t.other)}
        ${this.choices[name] === 'other' ? this.#renderOther(field) : nothing}
      </div>
      <p class="hint" id="${name}-hint">${t.before(this.#show(field, field.base))}</p>
      ${wrong.length > 0 ? html`<p class="wrong" id="${name}-wrong">${wrong}</p>` : nothing}
    </fieldset>`;
  }

  #renderCard(field: ClashingField, choice: Choice, from: string, value?: unknown): TemplateResult {
    const {name} = field;
    return html`<label class="card ${choice}">
      <input
        type="radio"
        name=${name}
        .value=${choice}
        .checked=${this.choices[name] === choice}
        @change=${() => (this.choices = {...this.choices, [name]: choice})}
      />
      <span class="from">${from}</span>
      ${
        value === undefined
          ? nothing
          : html`<span class="text" lang=${(isWords(value) && value.lang) || nothing}
              >${this.#show(field, value)}</span
            >`
      }
    </label>`;
  }

  #renderOther(field: ClashingField): TemplateResult {
    const {name} = field;
    const label = this.#text.t.plan.conflict.otherLabel(this.#label(name));
    const value = this.draft[`other.${name}`] ?? '';
    return this.#shape(field) === 'date'
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

  #label(name: string): string {
    return this.words.labels?.[name] ?? this.#text.t.plan.fields[name] ?? name;
  }

  #shape(field: ClashingField): ReturnType<typeof shapeOf> {
    const closed = this.words.closed ?? ['lifecycle', 'achievement', 'domain', 'conditions'];
    if (closed.includes(field.name)) return 'choice';
    return field.name === 'dueDate' ? 'date' : shapeOf(field);
  }

  #show({name}: ClashingField, value: unknown): string {
    const {plan: t} = this.#text.t;
    const own = this.words.show?.(name, value) ?? null;
    if (own !== null) return own || t.conflict.empty;
    if (name === 'conditions') return linkedNames(value as Goal['conditions']).join(', ') || t.conflict.empty;
    const text = isWords(value) ? value.text : typeof value === 'string' ? value : '';
    if (text === '') return t.conflict.empty;
    if (isDay(text) || name === 'dueDate') return this.#text.format.longDate(text);
    const names: Readonly<Record<string, string>> =
      name === 'lifecycle' ? t.lifecycle : name === 'achievement' ? t.achievement : {};
    return names[text] ?? text;
  }

  /** A choice counts once it says something: another wording that is empty does not, where words are required. */
  #isChosen({name}: ClashingField): boolean {
    const choice = this.choices[name];
    if (choice === undefined) return false;
    const required = (this.words.required ?? ['words']).includes(name);
    return choice !== 'other' || !required || (this.draft[`other.${name}`] ?? '').trim() !== '';
  }

  #onOther(name: string, event: Event): void {
    const {value} = event.target as HTMLInputElement;
    this.dispatchEvent(new DraftEvent({...this.draft, [`other.${name}`]: value}));
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    const {conflict} = this;
    if (!conflict || isSaving(this.save) || this.blocked) return;
    this.tried = true;
    const fields = clashingFields(conflict);
    const open = fields.find((field) => !this.#isChosen(field));
    if (open) {
      this.renderRoot.querySelector<HTMLElement>(`input[name="${CSS.escape(open.name)}"]`)?.focus();
      return;
    }
    const choices: Choices = Object.fromEntries(
      fields.map((field) => {
        const choice = this.choices[field.name] ?? 'theirs';
        const other = {other: otherValue(field, this.draft[`other.${field.name}`] ?? '')};
        return [field.name, choice === 'other' ? other : choice];
      }),
    );
    this.dispatchEvent(new SubmitEvent(conflict.what === 'goal' ? chosenChange(conflict, choices) : choices));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-conflict': IspConflict;
  }
}
