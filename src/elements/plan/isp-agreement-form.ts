import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {agreementsOf, wayOf} from '../../app/agreement-draft.ts';
import {isSaving} from '../../app/plan-view.ts';
import type {Draft, SaveState} from '../../app/state.ts';
import {agreementWays, type Agreement} from '../../domain/plan-detail.ts';
import {loadPlanDetailWords, type PlanDetailMessages} from '../../i18n/plan-detail-words.ts';
import {FocusSoon} from '../shared/focus-soon.ts';
import {draftActs} from '../shared/form-acts.ts';
import {DraftEvent, SubmitEvent} from '../shared/form-events.ts';
import {field} from '../shared/form-field.ts';
import {styles} from './isp-topic-form.styles.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';

/**
 * Who agreed to the plan, and how: the person, those on the team, and anybody else by name. Nobody is marked beforehand.
 *
 * @tag isp-agreement-form
 * @fires {DraftEvent} isp-draft - Something was chosen.
 * @fires {SubmitEvent} isp-submit - Save these agreements.
 * @fires {CancelEvent} isp-cancel - Give up; what was chosen goes.
 */
export class IspAgreementForm extends LitElement {
  static override styles = styles;

  /** Names of those who can agree. */
  @property({attribute: false}) names: readonly string[] = [];

  /** Agreements in the record. */
  @property({attribute: false}) known: readonly Agreement[] = [];

  /** What was chosen and is not yet saved. */
  @property({attribute: false}) draft: Draft = {};

  @property({attribute: false}) save: SaveState | undefined = undefined;

  /** Local day, YYYY-MM-DD. */
  @property() today = '';

  /** Words of the main act, where the agreements come with one; it can then be carried out without a change. */
  @property() act = '';

  /** Why it cannot be saved, in words; empty when it can. */
  @property() blocked = '';

  readonly #text = new Localize(this);
  readonly #focusSoon = new FocusSoon(this);
  readonly #words = new LazyWords(this, this.#text, loadPlanDetailWords);
  readonly #acts = draftActs(this, this.#text, () => this.act || this.#text.t.plan.save);

  /** Puts the cursor in the first field. */
  override focus(): void {
    this.#focusSoon.on('select');
  }

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    if (!t) return nothing;
    return html`<form @submit=${this.#onSubmit} @keydown=${this.#acts.onKey} novalidate>
      <fieldset>
        <legend>${t.agreement.lead}</legend>
        <p class="hint">${t.agreement.hint}</p>
        <div class="pair">
          ${this.names.map((name, at) => this.#renderWay(`way-${at}`, name, `way.${name}`, t))}
        </div>
      </fieldset>
      <div class="pair">
        ${field({
          id: 'other',
          label: t.agreement.other,
          control: html`<input
            id="other"
            autocomplete="off"
            ?readonly=${isSaving(this.save)}
            .value=${this.draft['other'] ?? ''}
            @input=${(event: Event) => this.#onInput('other', event)}
          />`,
        })}
        ${this.draft['other'] ? this.#renderWay('otherWay', t.agreement.otherWay, 'otherWay', t) : nothing}
      </div>
      <slot></slot>
      <isp-save-state .save=${this.save} .names=${t.topics}></isp-save-state>
      ${this.#acts.render()}
    </form>`;
  }

  #renderWay(id: string, label: string, name: string, t: PlanDetailMessages): TemplateResult {
    const isOther = name === 'otherWay';
    const value = isOther
      ? (this.draft['otherWay'] ?? 'verbal')
      : wayOf(name.slice('way.'.length), this.draft, this.known);
    return field({
      id,
      label,
      control: html`<select id=${id} @change=${(event: Event) => this.#onInput(name, event)}>
        ${isOther ? nothing : html`<option value="" .selected=${value === ''}>${t.agreement.choose}</option>`}
        ${
          value === 'unknown'
            ? html`<option value="unknown" .selected=${true}>${t.agreement.unknownWay}</option>`
            : nothing
        }
        ${agreementWays
          .toReversed()
          .map(
            (way) => html`<option value=${way} .selected=${way === value}>${t.agreement.way[way]}</option>`,
          )}
      </select>`,
    });
  }

  #onInput(name: string, event: Event): void {
    const {value} = event.target as HTMLInputElement;
    if (isSaving(this.save)) {
      this.requestUpdate();
      return;
    }
    this.#acts.tell('');
    const {[name]: _old, ...rest} = this.draft;
    const isOwn = name.startsWith('way.') && value === wayOf(name.slice('way.'.length), {}, this.known);
    const isNone = name === 'other' && value === '';
    this.dispatchEvent(new DraftEvent(isOwn || isNone ? rest : {...rest, [name]: value}));
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    if (isSaving(this.save) || this.blocked) return;
    if (Object.keys(this.draft).length === 0 && !this.act) {
      this.#acts.tell(this.#text.t.plan.nothingChanged);
      return;
    }
    this.dispatchEvent(new SubmitEvent(agreementsOf(this.draft, this.known, this.today)));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-agreement-form': IspAgreementForm;
  }
}
