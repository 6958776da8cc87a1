import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {memberView, type CarriedAction, type MemberView} from '../../app/member-view.ts';
import {isSaving, whyBlocked} from '../../app/plan-view.ts';
import type {Draft} from '../../app/state.ts';
import {aboutTopics, type MemberChange, type TeamMember} from '../../domain/care-team.ts';
import {loadTeamMoreWords, type TeamMoreMessages} from '../../i18n/team-more-words.ts';
import {FocusSoon} from '../shared/focus-soon.ts';
import type {DraftEvent, SubmitEvent} from '../shared/form-events.ts';
import {styles} from './isp-member-more.styles.ts';
import {LazyElement} from '../shared/lazy-element.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';
import {memberConflict} from './member-conflict.ts';
import {Select} from '../shared/select.ts';

/**
 * What the team says of a member beside the membership (hours, substitute, consent, limits), the last contact with them, and
 * what they carry; the place where it is changed.
 *
 * @tag isp-member-more
 */
export class IspMemberMore extends LitElement {
  static override styles = styles;

  /** The member as the record holds it. */
  @property({attribute: false}) member: TeamMember | null = null;

  @state() private opened = false;

  readonly #text = new Localize(this);
  readonly #words = new LazyWords(this, this.#text, loadTeamMoreWords);
  readonly #later = new Select(this, ({later}) => later);
  readonly #goals = new Select(this, ({goals}) => goals);
  readonly #today = new Select(this, ({today}) => today);
  readonly #saves = new Select(this, ({saves}) => saves);
  readonly #drafts = new Select(this, ({drafts}) => drafts);
  readonly #why = new Select(this, ({abilities, halted}) => whyBlocked(abilities.updateCareTeam, halted));
  readonly #focusSoon = new FocusSoon(this);
  readonly #form = new LazyElement(
    this,
    'isp-member-about-form',
    async () => (await import('./isp-member-about-form.ts')).IspMemberAboutForm,
  );
  readonly #conflict = new LazyElement(
    this,
    'isp-conflict',
    async () => (await import('../shared/isp-conflict.ts')).IspConflict,
  );

  get #key(): string {
    return `about:${this.member?.key ?? ''}`;
  }

  get #draft(): Draft | undefined {
    return this.#drafts.value?.[this.#key];
  }

  protected override willUpdate(): void {
    const inConflict = this.#saves.value?.[this.#key]?.status === 'conflict';
    if (inConflict) this.#conflict.want();
    else if (this.opened || this.#draft) this.#form.want();
  }

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    const {member} = this;
    const [later, goals] = [this.#later.value, this.#goals.value];
    if (!t || !member || member.kind === 'patient' || !later || !goals) return nothing;
    const save = this.#saves.value?.[this.#key];
    const view = memberView(member, {later, goals, today: this.#today.value ?? ''});
    return html`<div class="more">
      ${this.#renderSaid(member, t)}
      <isp-member-consent .member=${member}></isp-member-consent>
      ${this.#renderView(view, t)}
      ${
        save?.status === 'conflict'
          ? memberConflict(
              this.#key,
              save,
              this.#draft ?? {},
              this.#conflict.status === 'ready',
              t,
              this.#text,
              {
                keep: (draft) => this.#later.panel?.actions.keepDraft(this.#key, draft),
                settle: (choices) =>
                  void this.#later.panel?.actions.wish(this.#key, 'settle', this.#key, choices),
              },
            )
          : this.#renderForm(member, t)
      }
    </div>`;
  }

  #renderSaid({about}: TeamMember, t: TeamMoreMessages): TemplateResult {
    const lines = aboutTopics
      .filter((topic) => topic !== 'phones' && about?.[topic])
      .map((topic) => t.said(t.topic[topic], about?.[topic] ?? ''));
    return html`${lines.map((line) => html`<p>${line}</p>`)}`;
  }

  #renderView({last, carries}: MemberView, t: TeamMoreMessages): TemplateResult {
    const {format} = this.#text;
    return html`${
      last === undefined
        ? nothing
        : html`<p class="muted">
            ${
              last === null
                ? t.noContact
                : t.lastContact(last.days, format.number(last.days), format.longDate(last.contact.day))
            }
          </p>`
    }
    ${
      carries && carries.length > 0
        ? html`<details>
            <summary>${t.carries(carries.length, format.number(carries.length))}</summary>
            <ul>
              ${carries.map((one) => html`<li>${carriedWords(one, t)}</li>`)}
            </ul>
          </details>`
        : nothing
    }`;
  }

  #renderForm(member: TeamMember, t: TeamMoreMessages): TemplateResult | typeof nothing {
    const why = this.#why.value;
    const save = this.#saves.value?.[this.#key];
    if (!this.opened && !this.#draft) {
      if (why || member.readOnly) return nothing;
      return html`<button
          class="quiet small"
          type="button"
          id="edit"
          aria-label=${t.editOf(member.name ?? '')}
          @click=${this.#open}
        >
          ${t.edit}
        </button>
        <isp-save-state
          .save=${save}
          .names=${{...t.topic, role: t.role, organization: this.#text.t.team.organizationLabel}}
        ></isp-save-state>`;
    }
    if (this.#form.status !== 'ready') return nothing;
    return html`<isp-member-about-form
      .member=${member}
      .draft=${this.#draft ?? {}}
      .save=${save}
      .blocked=${why ? this.#text.t.plan.blocked[why] : ''}
      @isp-draft=${(event: DraftEvent) => this.#later.panel?.actions.keepDraft(this.#key, event.draft)}
      @isp-cancel=${this.#close}
      @isp-submit=${(event: SubmitEvent<MemberChange>) => void this.#save(event.value)}
    ></isp-member-about-form>`;
  }

  readonly #open = (): void => {
    this.opened = true;
    this.#focusSoon.on('isp-member-about-form');
  };

  readonly #close = (): void => {
    this.#later.panel?.actions.discard(this.#key);
    this.opened = false;
    this.#focusSoon.on('#edit');
  };

  async #save(change: MemberChange): Promise<void> {
    const panel = this.#later.panel;
    const {member} = this;
    const key = this.#key;
    if (!panel || !member || isSaving(this.#saves.value?.[key])) return;
    await panel.actions.wish(key, 'changeMember', member.key, change, this.#text.language);
    if (panel.store.get().saves[key]?.status !== 'saved') return;
    this.opened = false;
    this.#focusSoon.on('#edit');
  }
}

function carriedWords({action, overdue, goals}: CarriedAction, t: TeamMoreMessages): string {
  const parts = [
    action.what.text,
    ...goals.map(({words}) => t.forGoal(words.text)),
    ...(overdue ? [t.overdue] : []),
  ];
  return parts.join(', ');
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-member-more': IspMemberMore;
  }
}
