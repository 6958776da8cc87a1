import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import {withField} from '../../app/goal-draft.ts';
import {isSaving} from '../../app/plan-view.ts';
import type {Draft, SaveState} from '../../app/state.ts';
import {
  aboutTopics,
  mayActFor,
  type AboutTopic,
  type MemberChange,
  type TeamMember,
} from '../../domain/care-team.ts';
import {roles, rolesFor, type RoleKey} from '../../domain/roles.ts';
import {loadTeamMoreWords, type TeamMoreMessages} from '../../i18n/team-more-words.ts';
import {FocusSoon} from '../shared/focus-soon.ts';
import {draftActs} from '../shared/form-acts.ts';
import {CancelEvent, DraftEvent, SubmitEvent} from '../shared/form-events.ts';
import {describedBy, field} from '../shared/form-field.ts';
import {form} from '../shared/form.styles.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';
import {roleWords} from './member-words.ts';
import {shared} from '../shared/shared.styles.ts';

/**
 * What a team says of a member: the role, more phones, hours, substitute, consent and limits. Only what was changed is
 * written.
 *
 * @tag isp-member-about-form
 * @fires {DraftEvent} isp-draft - Something was typed.
 * @fires {SubmitEvent} isp-submit - Save the change.
 * @fires {CancelEvent} isp-cancel - Give up; what was typed goes.
 */
export class IspMemberAboutForm extends LitElement {
  static override styles = [shared, form];

  @property({attribute: false}) member: TeamMember | null = null;

  /** What was typed and is not yet saved. */
  @property({attribute: false}) draft: Draft = {};

  @property({attribute: false}) save: SaveState | undefined = undefined;

  /** Why it cannot be saved, in words; empty when it can. */
  @property() blocked = '';

  readonly #text = new Localize(this);
  readonly #words = new LazyWords(this, this.#text, loadTeamMoreWords);
  readonly #focusSoon = new FocusSoon(this);
  readonly #acts = draftActs(this, this.#text, () => this.#words.value?.save ?? '', {saves: 'CareTeam'});

  /** Puts the cursor in the first field. */
  override focus(): void {
    this.#focusSoon.on('input, select');
  }

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    const {member} = this;
    if (!t || !member) return nothing;
    return html`<form
      aria-labelledby="heading"
      novalidate
      @submit=${this.#onSubmit}
      @keydown=${this.#acts.onKey}
    >
      <h4 id="heading">${t.heading(member.name ?? this.#text.t.team.noName)}</h4>
      ${this.#renderRole(member, t)}
      ${mayActFor(member) ? this.#renderText('organization', this.#text.t.team.organizationLabel, null) : nothing}
      ${aboutTopics.map((topic) => this.#renderText(topic, t.topic[topic], t.hint[topic]))}
      <isp-save-state
        .save=${this.save}
        .names=${{...t.topic, role: t.role, organization: this.#text.t.team.organizationLabel}}
      ></isp-save-state>
      ${this.#acts.render()}
    </form>`;
  }

  #renderRole(member: TeamMember, t: TeamMoreMessages): TemplateResult | typeof nothing {
    const {kind} = member;
    const offered =
      kind === 'relative' || kind === 'organization'
        ? rolesFor(kind)
        : kind === 'team'
          ? []
          : rolesFor('practitioner');
    if (offered.length === 0) return nothing;
    const {team} = this.#text.t;
    const chosen = this.draft['role'] ?? '';
    return field({
      id: 'role',
      label: t.role,
      control: html`<select id="role" @change=${this.#onInput}>
        <option value="" .selected=${chosen === ''}>${roleWords(member, team) ?? team.noRole}</option>
        ${offered.map(
          (key) => html`<option value=${key} .selected=${key === chosen}>${team.roles[key]}</option>`,
        )}
      </select>`,
    });
  }

  #renderText(id: AboutTopic | 'organization', label: string, hint: string | null): TemplateResult {
    return field({
      id,
      label,
      hint,
      control: html`<input
        id=${id}
        autocomplete="off"
        ?readonly=${isSaving(this.save)}
        aria-describedby=${describedBy(id, hint, [])}
        .value=${live(this.draft[id] ?? this.#original(id))}
        @input=${this.#onInput}
      />`,
    });
  }

  #original(name: string): string {
    if (name === 'organization') return this.member?.organization ?? '';
    return this.member?.about?.[name as AboutTopic] ?? '';
  }

  #onInput(event: Event): void {
    const control = event.target as HTMLInputElement;
    if (isSaving(this.save)) {
      // What is on its way was read from the form already: a later choice would be lost with the draft.
      this.requestUpdate();
      return;
    }
    this.#acts.tell('');
    this.dispatchEvent(
      new DraftEvent(withField(this.draft, control.id, control.value, this.#original(control.id))),
    );
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    if (isSaving(this.save) || this.blocked) return;
    const change: {-readonly [name in keyof MemberChange]: MemberChange[name]} = {};
    for (const topic of ['organization', ...aboutTopics] as const) {
      const typed = this.draft[topic];
      if (typed !== undefined)
        change[topic] = typed.trim() === '' ? null : typed.trim().replace(/\s+/gu, ' ');
    }
    const role = this.draft['role'] as RoleKey | undefined;
    if (role) change.role = {coded: roles[role].coded, text: this.#text.t.team.roles[role]};
    // Nothing to write: the form closes as it was opened.
    if (Object.keys(change).length === 0) this.dispatchEvent(new CancelEvent());
    else this.dispatchEvent(new SubmitEvent<MemberChange>(change));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-member-about-form': IspMemberAboutForm;
  }
}
