import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {isSaving, type Blocked} from '../../app/plan-view.ts';
import type {Conflict, Draft, SaveState} from '../../app/state.ts';
import type {ContactPoint, MembershipEnd, TeamMember} from '../../domain/care-team.ts';
import {mailHref, telHref} from '../shared/contact-link.ts';
import {FocusSoon} from '../shared/focus-soon.ts';
import {CancelEvent, DraftEvent, SubmitEvent} from '../shared/form-events.ts';
import {styles} from './isp-member-row.styles.ts';
import {LazyElement} from '../shared/lazy-element.ts';
import {Localize} from '../shared/localize.ts';
import {roleWords} from './member-words.ts';

/**
 * One member of the team: name, role, organization, how to reach them; the row opens to end the membership.
 *
 * @tag isp-member-row
 * @fires {DraftEvent} isp-draft - Something was typed.
 * @fires {SubmitEvent} isp-submit - End the membership so.
 * @fires {CancelEvent} isp-cancel - Forget what was typed.
 */
export class IspMemberRow extends LitElement {
  static override styles = styles;

  /** The member as the record holds it. */
  @property({attribute: false}) member: TeamMember | null = null;

  /** Local day (YYYY-MM-DD). */
  @property() today = '';

  @property({attribute: false}) draft: Draft | undefined = undefined;

  @property({attribute: false}) save: SaveState | undefined = undefined;

  /** Why the team cannot be changed here, or null. */
  @property() blocked: Blocked | null = null;

  @state() private opened = false;

  readonly #focusSoon = new FocusSoon(this);
  readonly #text = new Localize(this);
  readonly #form = new LazyElement(
    this,
    'isp-member-end-form',
    async () => (await import('./isp-member-end-form.ts')).IspMemberEndForm,
  );

  /** Puts the focus on the member. */
  override focus(): void {
    this.#focusSoon.on('.name');
  }

  /** Closes the form after a save that the record confirmed. */
  settle(): void {
    this.opened = false;
  }

  get #isOpen(): boolean {
    return (this.opened || this.draft !== undefined) && this.save?.status !== 'conflict';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.#isOpen) this.#form.want();
    // The form goes when another version turns up: who was in it is taken to the comparison.
    const conflict = this.save?.status === 'conflict';
    const isNew = changed.has('save') && changed.get('save')?.status !== 'conflict';
    if (conflict && isNew && this.matches(':focus-within')) this.#focusSoon.on('#conflict');
  }

  override render(): TemplateResult | typeof nothing {
    const {member} = this;
    if (!member) return nothing;
    const {plan: t} = this.#text.t;
    const conflict = this.save?.status === 'conflict' ? this.save.conflict : null;
    return html`<div class="row ${member.ended ? 'past' : ''}">
      ${this.#renderLine(member)}
      ${
        member.readOnly && !this.blocked
          ? html`<p class="muted small">${t.readOnly[member.readOnly]}</p>`
          : nothing
      }
      ${this.#isOpen ? this.#renderForm(member) : nothing}
      ${this.save && !this.#isOpen ? html`<isp-save-state .save=${this.save}></isp-save-state>` : nothing}
      ${conflict?.what === 'member' ? this.#renderConflict(conflict) : nothing}
    </div>`;
  }

  #renderLine(member: TeamMember): TemplateResult {
    const {team: t} = this.#text.t;
    const {format} = this.#text;
    const kind = t.kinds[member.kind];
    const ended = member.until ? t.ended(format.longDate(member.until)) : t.endedNoDate;
    const facts = [
      // The person on their own team needs no role beside it.
      member.kind === 'patient' ? null : (roleWords(member, t) ?? t.noRole),
      member.organization,
      kind,
      member.ended ? ended : null,
      !member.ended && member.until ? t.endsOn(format.longDate(member.until)) : null,
    ].filter((fact) => fact !== null && fact !== undefined && fact !== '');
    return html`<div class="line">
      <div class="who">
        <span class="name" tabindex="-1">${member.name ?? t.noName}</span>
        <span class="muted">${facts.join(', ')}</span>
        ${member.ended && member.endReason ? html`<p class="muted small">${t.reason(member.endReason)}</p>` : nothing}
        ${member.ended ? nothing : this.#renderContacts(member)}
      </div>
      ${member.ended ? nothing : html`<isp-member-more .member=${member}></isp-member-more>`}
      ${this.#renderActs(member)}
    </div>`;
  }

  #renderContacts(member: TeamMember): TemplateResult | typeof nothing {
    const {team: t} = this.#text.t;
    if (member.kind === 'patient') return nothing;
    const hasPhone = member.contacts.some((contact) => contact.kind === 'phone');
    return html`<ul class="contacts">
      ${member.contacts.map((contact) => html`<li>${this.#renderContact(contact, member.name ?? t.noName)}</li>`)}
      ${hasPhone ? nothing : html`<li class="muted">${t.noPhone}</li>`}
    </ul>`;
  }

  #renderContact({kind, value, use}: ContactPoint, name: string): TemplateResult {
    const {team: t} = this.#text.t;
    const href = kind === 'phone' ? telHref(value) : kind === 'email' ? mailHref(value) : null;
    const label = kind === 'phone' ? t.call(name, value) : t.write(name, value);
    const about = [kind === 'sms' ? t.sms : null, use ? t.uses[use] : null].filter((word) => word !== null);
    return html`${href ? html`<a href=${href} aria-label=${label}>${value}</a>` : html`<span>${value}</span>`}${
      about.length > 0 ? html`<span class="muted">${about.join(', ')}</span>` : nothing
    }`;
  }

  #renderActs(member: TeamMember): TemplateResult | typeof nothing {
    if (member.ended || member.readOnly || this.blocked || this.#isOpen || this.save?.status === 'conflict') {
      return nothing;
    }
    const {team: t} = this.#text.t;
    return html`<button
      type="button"
      class="quiet"
      id="end"
      aria-label=${t.endOf(member.name ?? t.noName)}
      aria-disabled=${isSaving(this.save) ? 'true' : nothing}
      @pointerenter=${() => void this.#form.load()}
      @click=${this.#onOpen}
    >
      ${t.end}
    </button>`;
  }

  #renderForm(member: TeamMember): TemplateResult {
    const {plan: t, panel} = this.#text.t;
    if (this.#form.status === 'failed') {
      return html`<isp-notice role="alert" tone="error">
        <p>${t.formFailed}</p>
        <button slot="action" type="button" @click=${() => void this.#form.load()}>${panel.retry}</button>
      </isp-notice>`;
    }
    if (this.#form.status !== 'ready') return html`<p class="muted small">${t.formLoading}</p>`;
    const readOnly = member.readOnly ? t.readOnly[member.readOnly] : '';
    return html`<isp-member-end-form
      .member=${member}
      .today=${this.today}
      .draft=${this.draft ?? {}}
      .save=${this.save}
      .blocked=${this.blocked ? t.blocked[this.blocked] : readOnly}
      @isp-draft=${(event: DraftEvent) => this.dispatchEvent(new DraftEvent(event.draft))}
      @isp-submit=${(event: SubmitEvent<MembershipEnd>) => this.dispatchEvent(new SubmitEvent(event.value))}
      @isp-cancel=${this.#onCancel}
    ></isp-member-end-form>`;
  }

  #renderConflict({mine, theirs}: Conflict & {what: 'member'}): TemplateResult {
    const {team: t} = this.#text.t;
    const {format} = this.#text;
    const words = (date: string, reason: string | null): string =>
      [t.ended(format.longDate(date)), reason ? t.reason(reason) : ''].filter(Boolean).join('. ');
    const theirWords = theirs?.until ? words(theirs.until, theirs.endReason) : t.conflict.stillOn;
    return html`<div class="conflict" role="group" aria-labelledby="conflict">
      <h4 id="conflict" tabindex="-1">${t.conflict.heading}</h4>
      <dl>
        <dt>${t.conflict.mine}</dt>
        <dd>${words(mine.date, mine.reason)}</dd>
        <dt>${t.conflict.theirs}</dt>
        <dd>${theirs ? theirWords : t.conflict.gone}</dd>
      </dl>
      <div class="acts">
        <button type="button" @click=${this.#onCancel}>${t.conflict.keepTheirs}</button>
        ${
          theirs && !this.blocked
            ? html`<button type="button" @click=${() => this.dispatchEvent(new SubmitEvent(mine))}>
                ${t.conflict.endAnyway}
              </button>`
            : nothing
        }
      </div>
    </div>`;
  }

  #onOpen(): void {
    if (isSaving(this.save)) return;
    this.opened = true;
    this.#focusSoon.on('isp-member-end-form');
  }

  #onCancel(): void {
    if (isSaving(this.save)) return;
    this.opened = false;
    this.dispatchEvent(new CancelEvent());
    this.#focusSoon.on(this.member?.ended ? '.name' : '#end');
  }

  /** What is to be focused may only stand after the section has answered: the wish waits for it. */
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-member-row': IspMemberRow;
  }
}
