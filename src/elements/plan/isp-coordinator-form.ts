import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {coordinatorChoices, coordinatorOf, pointerTo} from '../../app/plan-coordinator.ts';
import {isSaving} from '../../app/plan-view.ts';
import type {Draft, SaveState} from '../../app/state.ts';
import type {TeamMember} from '../../domain/care-team.ts';
import type {PlanDetail} from '../../domain/plan-detail.ts';
import type {Pointer} from '../../domain/text.ts';
import {loadPlanDetailWords, type PlanDetailMessages} from '../../i18n/plan-detail-words.ts';
import {FocusSoon} from '../shared/focus-soon.ts';
import {draftActs} from '../shared/form-acts.ts';
import {DraftEvent, SubmitEvent} from '../shared/form-events.ts';
import {describedBy, field} from '../shared/form-field.ts';
import {styles} from './isp-topic-form.styles.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';
import {roleWords} from '../team/member-words.ts';

/**
 * Somebody else coordinates the plan: who does now, who shall, and what becomes of the former one are said before it is
 * saved. The plan names one person, so there are never two.
 *
 * @tag isp-coordinator-form
 * @fires {DraftEvent} isp-draft - Somebody was chosen: their key as `member`.
 * @fires {SubmitEvent} isp-submit - Make this one the coordinator.
 * @fires {CancelEvent} isp-cancel - Give up; the choice goes.
 */
export class IspCoordinatorForm extends LitElement {
  static override styles = styles;

  @property({attribute: false}) plan: Pick<PlanDetail, 'author'> | null = null;

  @property({attribute: false}) members: readonly TeamMember[] = [];

  @property({attribute: false}) draft: Draft = {};

  @property({attribute: false}) save: SaveState | undefined = undefined;

  /** Why it cannot be saved, in words; empty when it can. */
  @property() blocked = '';

  @state() private tried = false;

  readonly #text = new Localize(this);
  readonly #focusSoon = new FocusSoon(this);
  readonly #words = new LazyWords(this, this.#text, loadPlanDetailWords);
  readonly #acts = draftActs(this, this.#text, () => this.#words.value?.coordination.make ?? '');

  /** Puts the cursor in the first field. */
  override focus(): void {
    this.#focusSoon.on('select');
  }

  get #chosen(): TeamMember | undefined {
    const {member} = this.draft;
    return this.plan
      ? coordinatorChoices(this.plan, this.members).find(({key}) => key === member)
      : undefined;
  }

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    if (!t || !this.plan) return nothing;
    const {team} = this.#text.t;
    const chosen = this.#chosen;
    const choices = coordinatorChoices(this.plan, this.members);
    const errors = this.tried && !chosen ? [t.coordination.missing] : [];
    return html`<form @submit=${this.#onSubmit} @keydown=${this.#acts.onKey} novalidate>
      ${field({
        id: 'member',
        label: t.coordination.who,
        errors,
        control: html`<select
          id="member"
          ?disabled=${isSaving(this.save)}
          aria-required="true"
          aria-invalid=${errors.length > 0 ? 'true' : nothing}
          aria-describedby=${describedBy('member', null, errors)}
          @change=${this.#onChange}
        >
          <option value="" .selected=${!chosen}>${t.coordination.choose}</option>
          ${choices.map(
            (one) =>
              html`<option value=${one.key} .selected=${one === chosen}>
                ${[one.name, roleWords(one, team), one.organization].filter(Boolean).join(', ')}
              </option>`,
          )}
        </select>`,
      })}
      <p class="small" role="status">${this.#said(chosen, choices.length, t)}</p>
      <isp-save-state .save=${this.save} .names=${t.topics}></isp-save-state>
      ${this.#acts.render()}
    </form>`;
  }

  /** Who coordinates now, and what the choice makes of it. */
  #said(chosen: TeamMember | undefined, choices: number, t: PlanDetailMessages): string {
    const {coordination: c} = t;
    const current = this.plan && coordinatorOf(this.plan, this.members);
    if (choices === 0) return c.noChoice;
    const name = current?.name ?? c.unnamed;
    if (!chosen) return !current ? c.nobody : current.isNamed ? c.now(name) : c.usual(name);
    const lines = [c.from(chosen.name ?? '')];
    const isSamePerson = current?.member && current.member.key === chosen.key;
    if (current && !isSamePerson) {
      const role =
        current.member && (roleWords(current.member, this.#text.t.team) ?? this.#text.t.team.noRole);
      lines.push(c.noLonger(name), role ? c.stays(name, role) : c.notOnTeam(name));
    }
    return lines.join(' ');
  }

  #onChange(event: Event): void {
    this.#acts.tell('');
    const {value} = event.target as HTMLSelectElement;
    this.dispatchEvent(new DraftEvent(value === '' ? {} : {member: value}));
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    if (isSaving(this.save) || this.blocked) return;
    this.tried = true;
    const chosen = this.#chosen;
    if (chosen) this.dispatchEvent(new SubmitEvent<Pointer>(pointerTo(chosen)));
    else this.renderRoot.querySelector<HTMLElement>('select')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-coordinator-form': IspCoordinatorForm;
  }
}
