import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import {goalFields, goalValues, withField, type GoalField} from '../../app/goal-draft.ts';
import {isSaving, objections} from '../../app/plan-view.ts';
import type {Draft, SaveState} from '../../app/state.ts';
import {lifecyclesAfter} from '../../domain/allowed-changes.ts';
import {isOpenGoal, type Goal} from '../../domain/goal.ts';
import {loadGoalWords} from '../../i18n/goal-words.ts';
import {draftActs} from '../shared/form-acts.ts';
import {DraftEvent, SubmitEvent} from '../shared/form-events.ts';
import {describedBy, field} from '../shared/form-field.ts';
import {goalFormMore} from './goal-form-more.ts';
import {styles} from './isp-goal-form.styles.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';

/**
 * A goal opened as a form: only the person's words are required. What is typed is told at once, so that it survives
 * whatever happens; only a confirmed save or the person's own discard ends it.
 *
 * @tag isp-goal-form
 * @fires {DraftEvent} isp-draft - Something was typed.
 * @fires {SubmitEvent} isp-submit - Save what the draft says.
 * @fires {CancelEvent} isp-cancel - Give up; what was typed goes.
 */
export class IspGoalForm extends LitElement {
  static override styles = styles;

  /** The goal as the record holds it; null for a new one. */
  @property({attribute: false}) goal: Goal | null = null;

  /** What was typed and is not yet saved. */
  @property({attribute: false}) draft: Draft = {};

  @property({attribute: false}) save: SaveState | undefined = undefined;

  /** Why it cannot be saved, in words; empty when it can. */
  @property() blocked = '';

  @state() private tried = false;

  readonly #text = new Localize(this);
  readonly #words = new LazyWords(this, this.#text, loadGoalWords);
  readonly #acts = draftActs(this, this.#text, () => this.#text.t.plan.save, {saves: 'Goal'});

  /** Puts the cursor in the first field. */
  override focus(): void {
    void this.updateComplete.then(() => this.#control('words')?.focus());
  }

  override render(): TemplateResult {
    const {plan: t} = this.#text.t;
    const values = {...this.#original, ...this.draft};
    const busy = isSaving(this.save);
    const errors = this.#errors(values.words);
    const partial = this.goal?.dueDate && this.goal.dueDate.length < 10 ? this.goal.dueDate : null;
    const dueHint = partial ? t.dueIsPartial(this.#text.format.longDate(partial)) : null;
    return html`<form @submit=${this.#onSubmit} @keydown=${this.#onKey} novalidate>
      ${field({
        id: 'words',
        label: t.wordsLabel,
        errors: errors('words'),
        control: html`<textarea
          id="words"
          rows="2"
          lang=${values.lang || nothing}
          aria-required="true"
          ?readonly=${busy}
          aria-invalid=${errors('words').length > 0 ? 'true' : nothing}
          aria-describedby=${describedBy('words', null, errors('words'))}
          .value=${values.words}
          @input=${this.#onInput}
        ></textarea>`,
      })}
      <div class="pair">
        ${field({
          id: 'dueDate',
          label: t.dueLabel,
          hint: dueHint,
          errors: errors('dueDate'),
          control: html`<input
            id="dueDate"
            type="date"
            ?readonly=${busy}
            aria-invalid=${errors('dueDate').length > 0 ? 'true' : nothing}
            aria-describedby=${describedBy('dueDate', dueHint, errors('dueDate'))}
            .value=${live(partial && this.draft['dueDate'] === undefined ? '' : values.dueDate)}
            @input=${this.#onInput}
          />`,
        })}
        ${this.#renderSelect('lang', t.langLabel, values.lang, this.#langs(), errors('lang'))}
        ${this.goal ? this.#renderStates(this.goal, values, errors) : nothing}
      </div>
      ${field({
        id: 'clinical',
        label: t.clinicalLabel,
        errors: errors('clinical'),
        control: html`<textarea
          id="clinical"
          rows="2"
          ?readonly=${busy}
          aria-invalid=${errors('clinical').length > 0 ? 'true' : nothing}
          aria-describedby=${describedBy('clinical', null, errors('clinical'))}
          .value=${values.clinical}
          @input=${this.#onInput}
        ></textarea>`,
      })}
      ${
        this.#words.value
          ? goalFormMore(
              {
                ...values,
                goal: this.goal,
                busy,
                errors,
                onInput: (event) => this.#onInput(event),
                onDomain: this.#onDomain,
                onConditions: (value) => this.#keep('conditions', value),
              },
              this.#words.value,
            )
          : nothing
      }
      <isp-save-state .save=${this.save} .shownFields=${goalFields}></isp-save-state>
      ${this.#acts.render()}
    </form>`;
  }

  #renderStates(
    goal: Goal,
    values: Record<GoalField, string>,
    errors: (name: string) => readonly string[],
  ): TemplateResult {
    const {plan: t} = this.#text.t;
    const own =
      goal.lifecycle === 'unrecognized' ? t.otherState(goal.lifecycleCode) : t.lifecycle[goal.lifecycle];
    const states = lifecyclesAfter(goal.lifecycle).map((code) => [code, t.lifecycle[code]] as const);
    const achievements = Object.entries(t.achievement);
    return html`${this.#renderSelect(
      'lifecycle',
      t.stateLabel,
      values.lifecycle,
      [[goal.lifecycle, own], ...states],
      errors('lifecycle'),
      isOpenGoal(goal) ? t.closeHint : null,
    )}
    ${this.#renderSelect(
      'achievement',
      t.achievementLabel,
      values.achievement,
      [['', t.noneChosen], ...achievements],
      errors('achievement'),
    )}`;
  }

  #renderSelect(
    id: GoalField,
    label: string,
    value: string,
    options: readonly (readonly [string, string])[],
    errors: readonly string[],
    hint: string | null = null,
  ): TemplateResult {
    return field({
      id,
      label,
      hint,
      errors,
      control: html`<select
        id=${id}
        aria-invalid=${errors.length > 0 ? 'true' : nothing}
        aria-describedby=${describedBy(id, hint, errors)}
        @change=${this.#onInput}
      >
        ${options.map(([code, name]) => html`<option value=${code} .selected=${code === value}>${name}</option>`)}
      </select>`,
    });
  }

  /** Languages that words can be marked with; the record's own one stays among them. */
  #langs(): readonly (readonly [string, string])[] {
    const {langs} = this.#text.t.plan;
    const own = this.goal?.words.lang ?? '';
    const known = ['en-CA', 'fr-CA', ''];
    const named: readonly (readonly [string, string])[] = [
      ['en-CA', langs.en],
      ['fr-CA', langs.fr],
      ['', langs.none],
    ];
    return known.includes(own) ? named : [[own, this.#nameOf(own)], ...named];
  }

  #nameOf(tag: string): string {
    try {
      return new Intl.DisplayNames([this.#text.language], {type: 'language'}).of(tag) ?? tag;
    } catch {
      // A tag that is none: shown as the record has it.
      return tag;
    }
  }

  #errors(words: string): (name: string) => readonly string[] {
    const {plan: t} = this.#text.t;
    const server = this.save?.status === 'failed' ? objections(this.save.problem) : {};
    const due = this.#control('dueDate');
    return (name) => [
      ...(this.tried && name === 'words' && !words.trim() ? [t.wordsMissing] : []),
      ...(this.tried && name === 'dueDate' && due?.validity.badInput ? [t.dueWrong] : []),
      ...(server[name] ?? []),
    ];
  }

  #control(id: GoalField): HTMLInputElement | null {
    return this.renderRoot.querySelector<HTMLInputElement>(`#${id}`);
  }

  get #original(): Readonly<Record<GoalField, string>> {
    return goalValues(this.goal, this.#text.language);
  }

  #onInput(event: Event): void {
    const control = event.target as HTMLInputElement;
    const name = control.id as GoalField;
    // What is on its way was read from the form already: a later choice would be lost with the draft.
    if (isSaving(this.save)) control.value = this.draft[name] ?? this.#original[name];
    else this.#keep(name, control.value);
  }

  #keep(name: GoalField, value: string): void {
    this.#acts.tell('');
    this.dispatchEvent(new DraftEvent(withField(this.draft, name, value, this.#original[name])));
  }

  /** The domain is written in the words that were chosen. */
  readonly #onDomain = (name: string, words: string): void => {
    if (isSaving(this.save)) return this.requestUpdate();
    this.#acts.tell('');
    const {'domain.text': _text, ...draft} = this.draft;
    const next = withField(draft, 'domain', name, this.#original.domain);
    this.dispatchEvent(new DraftEvent('domain' in next ? {...next, 'domain.text': words} : next));
  };

  #onSubmit(event: Event): void {
    event.preventDefault();
    if (isSaving(this.save) || this.blocked) return;
    this.tried = true;
    const {words} = {...this.#original, ...this.draft};
    if (!words.trim()) this.#control('words')?.focus();
    else if (this.#control('dueDate')?.validity.badInput) this.#control('dueDate')?.focus();
    else if (Object.keys(this.draft).length === 0) this.#acts.tell(this.#text.t.plan.nothingChanged);
    else this.dispatchEvent(new SubmitEvent(this.draft));
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.#onSubmit(event);
    else this.#acts.onKey(event);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-goal-form': IspGoalForm;
  }
}
