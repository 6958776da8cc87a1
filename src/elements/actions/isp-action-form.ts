import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import {
  actionPaths,
  actionValues,
  openStates,
  OTHER,
  type ActionField,
  type Candidate,
} from '../../app/action-draft.ts';
import {isSaving, objections} from '../../app/plan-view.ts';
import type {Draft, SaveState} from '../../app/state.ts';
import {actionCategories, stageOf, type Action} from '../../domain/action.ts';
import {isOpenGoal, type Goal} from '../../domain/goal.ts';
import {loadActionWords, type ActionMessages} from '../../i18n/action-words.ts';
import {ownerWords} from './action-facts.ts';
import {draftActs} from '../shared/form-acts.ts';
import {DraftEvent, SubmitEvent} from '../shared/form-events.ts';
import {describedBy, field} from '../shared/form-field.ts';
import {styles} from '../goals/isp-goal-form.styles.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';

/**
 * An action as a form: only what is to be done is required. What is typed is told at once, so that it survives whatever
 * happens.
 *
 * @tag isp-action-form
 * @fires {DraftEvent} isp-draft - Something was typed.
 * @fires {SubmitEvent} isp-submit - Save what the draft says.
 * @fires {CancelEvent} isp-cancel - Give up; what was typed goes.
 */
export class IspActionForm extends LitElement {
  static override styles = styles;

  /** The action as the record holds it; null for a new one. */
  @property({attribute: false}) action: Action | null = null;

  /** What was typed and is not yet saved. */
  @property({attribute: false}) draft: Draft = {};

  @property({attribute: false}) save: SaveState | undefined = undefined;

  @property({attribute: false}) goals: readonly Goal[] = [];

  @property({attribute: false}) people: readonly Candidate[] = [];

  /** Where a new one will be found, in words. */
  @property() goesTo = '';

  /** Why it cannot be saved, in words; empty when it can. */
  @property() blocked = '';

  @state() private tried = false;

  readonly #text = new Localize(this);
  readonly #words = new LazyWords(this, this.#text, loadActionWords);
  readonly #acts = draftActs(this, this.#text, () => this.#text.t.plan.save, {saves: 'Task'});
  #soon = '';

  /** Puts the cursor in a field, as soon as it stands; in the first one when none is named. */
  begin(name = ''): void {
    this.#soon = name || 'what';
    this.requestUpdate();
  }

  protected override updated(): void {
    const control = this.#soon === '' ? null : this.#control(this.#soon);
    if (!control) return;
    this.#soon = '';
    control.focus();
  }

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    if (!t) return nothing;
    const values = {...actionValues(this.action), ...this.draft};
    const errors = this.#errors(values, t);
    const date = this.action?.due && this.action.due.length < 10 ? this.action.due : null;
    const dueHint = date ? t.dueIsPartial(this.#text.format.longDate(date)) : null;
    return html`<form @submit=${this.#onSubmit} @keydown=${this.#onKey} novalidate>
      ${field({
        id: 'what',
        label: t.whatLabel,
        errors: errors('what'),
        control: html`<textarea
          id="what"
          rows="2"
          lang=${this.action?.what.lang ?? nothing}
          aria-required="true"
          ?readonly=${isSaving(this.save)}
          aria-invalid=${errors('what').length > 0 ? 'true' : nothing}
          aria-describedby=${describedBy('what', null, errors('what'))}
          .value=${live(values.what)}
          @input=${this.#onInput}
        ></textarea>`,
      })}
      <div class="pair">
        ${this.#renderSelect('who', t.whoLabel, values.who, this.#people(t), errors('who'))}
        ${
          values.who === OTHER
            ? this.#renderInput('other', t.whoOtherLabel, values.other, 'text', null, errors('other'))
            : nothing
        }
        ${this.#renderInput('due', t.dueLabel, date && this.draft['due'] === undefined ? '' : values.due, 'date', dueHint, errors('due'))}
        ${this.#renderSelect('category', t.kind, values.category, [['', t.kindNone], ...actionCategories.map((name) => [name, t.category[name]] as const)], errors('category'))}
        ${
          this.action && stageOf(this.action.state) === 'open'
            ? this.#renderSelect(
                'state',
                t.state,
                values.state,
                openStates(this.action).map((code) => [code, t.states[code]] as const),
                errors('state'),
              )
            : nothing
        }
      </div>
      ${this.#renderSelect('goal', t.goalLabel, values.goal, this.#goals(values.goal, t), errors('goal'))}
      ${this.action ? nothing : html`<p class="hint">${t.minimum} ${this.goesTo}</p>`}
      <isp-save-state
        .save=${this.save}
        .names=${t.fields}
        .paths=${actionPaths}
        .shownFields=${['what', 'who', 'due', 'category', 'state', 'goal']}
      ></isp-save-state>
      ${this.#acts.render()}
    </form>`;
  }

  #renderInput(
    id: ActionField,
    label: string,
    value: string,
    type: 'text' | 'date',
    hint: string | null,
    errors: readonly string[],
  ): TemplateResult {
    return field({
      id,
      label,
      hint,
      errors,
      control: html`<input
        id=${id}
        type=${type}
        autocomplete="off"
        ?readonly=${isSaving(this.save)}
        aria-invalid=${errors.length > 0 ? 'true' : nothing}
        aria-describedby=${describedBy(id, hint, errors)}
        .value=${live(value)}
        @input=${this.#onInput}
      />`,
    });
  }

  #renderSelect(
    id: ActionField,
    label: string,
    value: string,
    options: readonly (readonly [string, string])[],
    errors: readonly string[],
  ): TemplateResult {
    return field({
      id,
      label,
      errors,
      control: html`<select
        id=${id}
        aria-invalid=${errors.length > 0 ? 'true' : nothing}
        aria-describedby=${describedBy(id, null, errors)}
        @change=${this.#onInput}
      >
        ${options.map(
          ([code, words]) => html`<option value=${code} .selected=${code === value}>${words}</option>`,
        )}
      </select>`,
    });
  }

  #people(t: ActionMessages): readonly (readonly [string, string])[] {
    const known = this.people.map(({value, owner}) => [value, ownerWords(owner, t)] as const);
    return [['', t.whoNone], ...known, [OTHER, t.whoOther]];
  }

  /** The open goals, and the one that it serves now, whatever became of it. */
  #goals(chosen: string, t: ActionMessages): readonly (readonly [string, string])[] {
    const open = this.goals.filter((goal) => isOpenGoal(goal) || goal.id === chosen);
    const known = open.map(({id, words}) => [id, words.text] as const);
    const lost = chosen !== '' && !open.some(({id}) => id === chosen);
    return [['', t.goalNone], ...known, ...(lost ? [[chosen, t.otherGoal] as const] : [])];
  }

  #errors(values: Record<ActionField, string>, t: ActionMessages): (name: string) => readonly string[] {
    const said = this.save?.status === 'failed' ? objections(this.save.problem, actionPaths) : {};
    const own: Readonly<Record<string, string | false>> = {
      what: this.tried && !values.what.trim() && t.whatMissing,
      other: this.tried && values.who === OTHER && !values.other.trim() && t.whoOtherMissing,
      due: this.tried && (this.#date()?.validity.badInput ?? false) && this.#text.t.plan.dueWrong,
    };
    return (name) => [...(own[name] ? [own[name]] : []), ...(said[name] ?? [])];
  }

  #control(id: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`#${id}`);
  }

  #date(): HTMLInputElement | null {
    return this.renderRoot.querySelector<HTMLInputElement>('#due');
  }

  #onInput(event: Event): void {
    const control = event.target as HTMLInputElement;
    if (isSaving(this.save)) {
      // What is on its way was read from the form already: a later choice would be lost with the draft.
      this.requestUpdate();
      return;
    }
    this.#acts.tell('');
    const original = actionValues(this.action)[control.id as ActionField];
    const {[control.id]: _old, ...rest} = this.draft;
    const next = control.value === original ? rest : {...rest, [control.id]: control.value};
    if (control.id === 'who' && control.value !== OTHER) delete (next as Record<string, string>)['other'];
    this.dispatchEvent(new DraftEvent(next));
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    if (isSaving(this.save) || this.blocked) return;
    this.tried = true;
    const values = {...actionValues(this.action), ...this.draft};
    if (!values.what.trim()) this.#control('what')?.focus();
    else if (values.who === OTHER && !values.other.trim()) this.#control('other')?.focus();
    else if (this.#date()?.validity.badInput) this.#date()?.focus();
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
    'isp-action-form': IspActionForm;
  }
}
