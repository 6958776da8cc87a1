import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import {handOverOf, OTHER, type Candidate} from '../../app/action-draft.ts';
import {withField} from '../../app/goal-draft.ts';
import {isSaving} from '../../app/plan-view.ts';
import type {Draft, SaveState} from '../../app/state.ts';
import type {Action, ActionChange} from '../../domain/action.ts';
import {loadActionWords} from '../../i18n/action-words.ts';
import {ownerWords} from '../actions/action-facts.ts';
import {FocusSoon} from '../shared/focus-soon.ts';
import {draftActs} from '../shared/form-acts.ts';
import {DraftEvent, SubmitEvent} from '../shared/form-events.ts';
import {describedBy, field} from '../shared/form-field.ts';
import {styles} from '../plan/isp-topic-form.styles.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';

/**
 * Hands an action over to somebody else, with the reason.
 *
 * @tag isp-hand-over
 * @fires {DraftEvent} isp-draft - Something was typed.
 * @fires {SubmitEvent} isp-submit - Hand it over so.
 * @fires {CancelEvent} isp-cancel - Give up; what was typed goes.
 */
export class IspHandOver extends LitElement {
  static override styles = styles;

  @property({attribute: false}) action: Action | null = null;

  @property({attribute: false}) people: readonly Candidate[] = [];

  /** What was typed and is not yet saved: `who`, `other`, `why`. */
  @property({attribute: false}) draft: Draft = {};

  @property({attribute: false}) save: SaveState | undefined = undefined;

  /** Why it cannot be saved, in words; empty when it can. */
  @property() blocked = '';

  @state() private tried = false;

  readonly #text = new Localize(this);
  readonly #words = new LazyWords(this, this.#text, loadActionWords);
  readonly #focusSoon = new FocusSoon(this);
  readonly #acts = draftActs(this, this.#text, () => this.#words.value?.handOver ?? '');

  /** Puts the cursor in the first field. */
  override focus(): void {
    this.#focusSoon.on('select');
  }

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    const {action} = this;
    if (!t || !action) return nothing;
    const others = this.people.filter(({owner}) => !isSame(owner, action.who));
    const who = this.draft['who'] ?? '';
    const missing = this.tried ? this.#missing : '';
    const wrong = missing === 'who' ? [t.handToMissing] : [];
    return html`<form
      aria-label=${t.handOverOf(action.what.text)}
      novalidate
      @submit=${this.#onSubmit}
      @keydown=${this.#acts.onKey}
    >
      <div class="pair">
        ${field({
          id: 'who',
          label: t.handTo,
          errors: wrong,
          control: html`<select
            id="who"
            aria-required="true"
            aria-invalid=${wrong.length > 0 ? 'true' : nothing}
            aria-describedby=${describedBy('who', null, wrong)}
            @change=${this.#onInput}
          >
            <option value="" .selected=${who === ''}>${t.handToChoose}</option>
            ${others.map(
              ({value, owner}) =>
                html`<option value=${value} .selected=${value === who}>${ownerWords(owner, t)}</option>`,
            )}
            <option value=${OTHER} .selected=${who === OTHER}>${t.whoOther}</option>
          </select>`,
        })}
        ${who === OTHER ? this.#renderInput('other', t.whoOtherLabel, missing === 'other' ? [t.whoOtherMissing] : []) : nothing}
        ${this.#renderInput('why', t.handWhy, [])}
      </div>
      <isp-save-state .save=${this.save} .names=${t.fields}></isp-save-state>
      ${this.#acts.render()}
    </form>`;
  }

  #renderInput(id: 'other' | 'why', label: string, errors: readonly string[]): TemplateResult {
    return field({
      id,
      label,
      errors,
      control: html`<input
        id=${id}
        autocomplete="off"
        ?readonly=${isSaving(this.save)}
        aria-invalid=${errors.length > 0 ? 'true' : nothing}
        aria-describedby=${describedBy(id, null, errors)}
        .value=${live(this.draft[id] ?? '')}
        @input=${this.#onInput}
      />`,
    });
  }

  get #missing(): 'who' | 'other' | '' {
    const {who = '', other = ''} = this.draft;
    return who === '' ? 'who' : who === OTHER && other.trim() === '' ? 'other' : '';
  }

  #onInput(event: Event): void {
    const {id, value} = event.target as HTMLInputElement;
    if (isSaving(this.save)) {
      // What is on its way was read from the form already: a later choice would be lost with the draft.
      this.requestUpdate();
      return;
    }
    this.#acts.tell('');
    this.dispatchEvent(new DraftEvent(withField(this.draft, id, value, '')));
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    if (!this.action || isSaving(this.save) || this.blocked) return;
    this.tried = true;
    if (this.#missing) this.renderRoot.querySelector<HTMLElement>(`#${this.#missing}`)?.focus();
    else {
      const change: ActionChange = handOverOf(this.action, this.draft, this.people);
      this.dispatchEvent(new SubmitEvent(change));
    }
  }
}

function isSame(a: Candidate['owner'], b: Action['who']): boolean {
  return b !== null && a.reference === b.reference && (a.reference !== null || a.name === b.name);
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-hand-over': IspHandOver;
  }
}
