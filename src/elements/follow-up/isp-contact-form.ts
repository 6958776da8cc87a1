import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import {
  contactOf,
  OTHER_PARTY,
  rhythms,
  typedContact,
  type PartyChoice,
  type TypedContact,
} from '../../app/contact-draft.ts';
import {isSaving} from '../../app/plan-view.ts';
import type {Draft, SaveState} from '../../app/state.ts';
import {contactFaults, contactModes, type NewContact} from '../../domain/follow-up/contact.ts';
import {loadFollowUpWords, type FollowUpMessages} from '../../i18n/follow-up-words.ts';
import {FocusSoon} from '../shared/focus-soon.ts';
import {draftActs} from '../shared/form-acts.ts';
import {DraftEvent, SubmitEvent} from '../shared/form-events.ts';
import {describedBy, field} from '../shared/form-field.ts';
import {styles} from './isp-contact-form.styles.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';

/** A goal that a contact may be about. */
export interface GoalChoice {
  readonly id: string;
  readonly words: string;
}

/**
 * One contact to be recorded: how, whether somebody was reached, and what was said; with whom, about which goal and what
 * comes next when there is something to say about it.
 *
 * @tag isp-contact-form
 * @fires {DraftEvent} isp-draft - Something was typed or chosen.
 * @fires {SubmitEvent} isp-submit - Record the contact.
 * @fires {CancelEvent} isp-cancel - Give up; what was typed goes.
 */
export class IspContactForm extends LitElement {
  static override styles = styles;

  /** What was typed and is not yet saved. */
  @property({attribute: false}) draft: Draft = {};

  @property({attribute: false}) save: SaveState | undefined = undefined;

  @property({attribute: false}) parties: readonly PartyChoice[] = [];

  @property({attribute: false}) goals: readonly GoalChoice[] = [];

  /** Local day of the site, YYYY-MM-DD. */
  @property() today = '';

  /** Where it will be found, in words; empty where that is as everybody expects. */
  @property() goesTo = '';

  /** Why it cannot be saved, in words; empty when it can. */
  @property() blocked = '';

  @state() private tried = false;

  readonly #text = new Localize(this);
  readonly #words = new LazyWords(this, this.#text, loadFollowUpWords);
  readonly #focusSoon = new FocusSoon(this);
  readonly #acts = draftActs(this, this.#text, () => this.#words.value?.save ?? '', {
    saves: 'Communication',
    // The way alone is what the form was opened with.
    isTyped: (draft) => Object.keys(draft).some((name) => name !== 'mode'),
  });

  get #typed(): TypedContact {
    return typedContact(this.draft, this.parties, this.today);
  }

  /** Puts the cursor on the first thing that has to be said. */
  override focus(): void {
    this.#focusSoon.on('#yes');
  }

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    if (!t) return nothing;
    const {mode} = this.#typed;
    return html`<form aria-labelledby="heading" novalidate @submit=${this.#onSubmit} @keydown=${this.#onKey}>
      <h3 id="heading">${t.recordNew(t.mode[mode])}</h3>
      ${this.#renderOutcome(t)}
      ${field({
        id: 'note',
        label: t.note,
        control: html`<textarea
          id="note"
          rows="2"
          ?readonly=${isSaving(this.save)}
          .value=${live(this.draft['note'] ?? '')}
          @input=${this.#onInput}
        ></textarea>`,
      })}
      <div class="pair">${this.#renderParty(t)} ${this.#renderGoal(t)}</div>
      <div class="pair">
        ${this.#renderInput('next', t.next, 'text', '')}
        ${this.#renderInput('nextDay', t.nextDay, 'date', '')}
      </div>
      <div class="pair">
        ${this.#renderEvery(t)} ${this.#renderMode(t)} ${this.#renderInput('day', t.day, 'date', this.today)}
      </div>
      <isp-save-state .save=${this.save} .names=${t.fields}></isp-save-state>
      <p class="hint">${this.goesTo} ${t.saveHint}</p>
      ${this.#acts.render()}
    </form>`;
  }

  #renderOutcome(t: FollowUpMessages): TemplateResult {
    const errors = this.#errors('reached', t);
    const choice = (value: 'yes' | 'no', words: string): TemplateResult =>
      html`<label class="choice">
        <input
          type="radio"
          name="reached"
          id=${value}
          .value=${value}
          aria-describedby=${describedBy('reached', null, errors)}
          .checked=${live(this.draft['reached'] === value)}
          @change=${this.#onInput}
        />
        <span>${words}</span>
      </label>`;
    return html`<fieldset class="field">
      <legend>${t.outcome}</legend>
      <div class="choices">${choice('yes', t.reached)} ${choice('no', t.notReached)}</div>
      ${errors.length > 0 ? html`<p class="wrong" id="reached-wrong">${errors}</p>` : nothing}
    </fieldset>`;
  }

  #renderParty(t: FollowUpMessages): TemplateResult {
    const chosen = this.draft['party'] ?? '';
    const people = this.parties.map(({value, party}) => [value, party.name ?? t.thePerson] as const);
    return html`<div class="field">
      ${this.#renderSelect('party', t.party, chosen, [...people, [OTHER_PARTY, t.otherParty]])}
      ${chosen === OTHER_PARTY ? this.#renderInput('partyName', t.partyName, 'text', '') : nothing}
    </div>`;
  }

  #renderGoal(t: FollowUpMessages): TemplateResult | typeof nothing {
    if (this.goals.length === 0) return nothing;
    const goals = this.goals.map(({id, words}) => [id, words] as const);
    return this.#renderSelect('goal', t.goal, this.draft['goal'] ?? '', [['', t.noGoal], ...goals]);
  }

  #renderEvery(t: FollowUpMessages): TemplateResult {
    const {format} = this.#text;
    const every = String(this.#typed.every ?? '');
    const days = rhythms.map((n) => [String(n), t.everyDays(n, format.number(n))] as const);
    return this.#renderSelect('every', t.every, every, [['', t.everyAsNow], ...days]);
  }

  #renderMode(t: FollowUpMessages): TemplateResult {
    const modes = contactModes.map((mode) => [mode, t.mode[mode]] as const);
    return this.#renderSelect('mode', t.way, this.#typed.mode, modes);
  }

  #renderSelect(
    id: string,
    label: string,
    chosen: string,
    options: readonly (readonly [value: string, words: string])[],
  ): TemplateResult {
    return field({
      id,
      label,
      control: html`<select id=${id} @change=${this.#onInput}>
        ${options.map(
          ([value, words]) => html`<option value=${value} .selected=${value === chosen}>${words}</option>`,
        )}
      </select>`,
    });
  }

  #renderInput(id: string, label: string, type: 'text' | 'date', original: string): TemplateResult {
    const t = this.#words.value;
    const errors = t ? this.#errors(id === 'partyName' ? 'party' : id, t) : [];
    return field({
      id,
      label,
      errors,
      control: html`<input
        id=${id}
        type=${type}
        autocomplete="off"
        max=${id === 'day' ? this.today : nothing}
        min=${id === 'nextDay' ? this.today : nothing}
        ?readonly=${isSaving(this.save)}
        aria-invalid=${errors.length > 0 ? 'true' : nothing}
        aria-describedby=${describedBy(id, null, errors)}
        .value=${live(this.draft[id] ?? original)}
        @input=${this.#onInput}
      />`,
    });
  }

  #errors(name: string, t: FollowUpMessages): readonly string[] {
    if (!this.tried) return [];
    return contactFaults(this.#typed, this.today)
      .filter(({field: at}) => at === name)
      .map(({field: at, why}) => t.wrong[`${at} ${why}`] ?? '');
  }

  #control(id: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`[id="${id}"]`);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.#submit();
    } else this.#acts.onKey(event);
  };

  #onInput(event: Event): void {
    const control = event.target as HTMLInputElement;
    if (isSaving(this.save)) {
      // What is on its way was read from the form already: a later choice would be lost with the draft.
      this.requestUpdate();
      return;
    }
    this.#acts.tell('');
    const name = control.type === 'radio' ? control.name : control.id;
    const {[name]: _old, ...rest} = this.draft;
    const original = name === 'day' ? this.today : '';
    this.dispatchEvent(new DraftEvent(control.value === original ? rest : {...rest, [name]: control.value}));
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    this.#submit();
  }

  #submit(): void {
    if (isSaving(this.save) || this.blocked) return;
    this.tried = true;
    const typed = this.#typed;
    const [fault] = contactFaults(typed, this.today);
    if (fault) {
      const first = {reached: 'yes', party: 'partyName'}[fault.field as string] ?? fault.field;
      void this.updateComplete.then(() => this.#control(first)?.focus());
      return;
    }
    this.dispatchEvent(new SubmitEvent<NewContact>(contactOf(typed, this.draft, this.#text.language)));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-contact-form': IspContactForm;
  }
}
