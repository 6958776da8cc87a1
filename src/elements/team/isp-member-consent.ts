import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {Choices} from '../../app/commands/save-record.ts';
import {consentPlace} from '../../app/consent-place.ts';
import {isSaving} from '../../app/plan-view.ts';
import type {Draft, PanelState, SaveState} from '../../app/state.ts';
import type {TeamMember} from '../../domain/care-team.ts';
import {type ConsentAnswer, type ConsentChange} from '../../domain/follow-up/consent.ts';
import {consentLines, isOutside} from './consent-lines.ts';
import {loadConsentWords, type ConsentMessages} from '../../i18n/consent-words.ts';
import {loadTeamMoreWords} from '../../i18n/team-more-words.ts';
import {FocusSoon} from '../shared/focus-soon.ts';
import type {DraftEvent, SubmitEvent} from '../shared/form-events.ts';
import {styles} from './isp-member-more.styles.ts';
import {LazyElement} from '../shared/lazy-element.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';
import {Select} from '../shared/select.ts';

/**
 * Whether something may be shared with a member of the team, by the consents of the record, else by what the team says of
 * them; the place where it is recorded.
 *
 * @tag isp-member-consent
 */
export class IspMemberConsent extends LitElement {
  static override styles = styles;

  /** The member as the record holds it. */
  @property({attribute: false}) member: TeamMember | null = null;

  @state() private opened = false;

  readonly #text = new Localize(this);
  readonly #words = new LazyWords(this, this.#text, loadConsentWords);
  readonly #team = new LazyWords(this, this.#text, loadTeamMoreWords);
  readonly #state = new Select(this, (whole): PanelState => whole);
  readonly #focusSoon = new FocusSoon(this);
  readonly #form = new LazyElement(
    this,
    'isp-consent-form',
    async () => (await import('./isp-consent-form.ts')).IspConsentForm,
  );
  readonly #conflict = new LazyElement(
    this,
    'isp-conflict',
    async () => (await import('../shared/isp-conflict.ts')).IspConflict,
  );

  get #key(): string {
    return `consent:${this.member?.key ?? ''}`;
  }

  get #draft(): Draft | undefined {
    return this.#state.value?.drafts[this.#key];
  }

  /** Its own save, or that of what the team says of the member. */
  get #save(): SaveState | undefined {
    return this.#state.value?.saves[this.#key];
  }

  protected override willUpdate(): void {
    if (this.opened || this.#draft) this.#form.want();
    if (this.#save?.status === 'conflict') this.#conflict.want();
  }

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    const {member} = this;
    const whole = this.#state.value;
    if (!t || !member || !whole || member.kind === 'patient') return nothing;
    const said = consentLines(member, whole, t, this.#team.value?.noConsent ?? '', this.#text.format);
    const place = consentPlace(whole, member);
    const isClash = this.#save?.status === 'conflict';
    return html`<div class="more">
      ${said.map((line) => html`<p>${line}</p>`)}
      ${isClash ? this.#renderConflict(this.#save, t) : this.#renderForm(member, place, isOutside(member), t)}
    </div>`;
  }

  #renderForm(
    member: TeamMember,
    place: ReturnType<typeof consentPlace>,
    outside: boolean,
    t: ConsentMessages,
  ): TemplateResult | typeof nothing {
    const save = this.#save;
    if (!this.opened && !this.#draft) {
      if (!outside || place === null) return nothing;
      return html`<button
          class="quiet small"
          type="button"
          id="record"
          aria-label=${t.recordOf(member.name ?? '')}
          @click=${this.#open}
        >
          ${t.record}
        </button>
        <isp-save-state .save=${save} .names=${t.fields}></isp-save-state>`;
    }
    if (this.#form.status !== 'ready') return nothing;
    const panel = this.#state.panel;
    return html`<isp-consent-form
      .name=${member.name ?? ''}
      .draft=${this.#draft ?? {}}
      .save=${save}
      .today=${this.#state.value?.today ?? ''}
      .place=${place ?? 'record'}
      .blocked=${place === null ? this.#text.t.team.readOnly : ''}
      @isp-draft=${(event: DraftEvent) => panel?.actions.keepDraft(this.#key, event.draft)}
      @isp-cancel=${this.#close}
      @isp-submit=${(event: SubmitEvent<ConsentChange>) => void this.#record(member, event.value, t)}
    ></isp-consent-form>`;
  }

  #renderConflict(
    save: SaveState & {status: 'conflict'},
    t: ConsentMessages,
  ): TemplateResult | typeof nothing {
    const panel = this.#state.panel;
    if (save.conflict.what !== 'fields' || this.#conflict.status !== 'ready') return nothing;
    const show = (name: string, value: unknown): string | null =>
      name === 'answer' && value ? t.answer[value as ConsentAnswer] : null;
    return html`<isp-conflict
      .conflict=${save.conflict}
      .words=${{heading: t.changedMeanwhile, labels: t.fields, show, closed: ['answer']}}
      .draft=${this.#draft ?? {}}
      .save=${save}
      @isp-draft=${(event: DraftEvent) => panel?.actions.keepDraft(this.#key, event.draft)}
      @isp-submit=${(event: SubmitEvent<Choices>) =>
        void panel?.actions.wish(this.#key, 'settle', this.#key, event.value)}
    ></isp-conflict>`;
  }

  readonly #open = (): void => {
    this.opened = true;
    this.#focusSoon.on('isp-consent-form');
  };

  readonly #close = (): void => {
    this.#state.panel?.actions.discard(this.#key);
    this.opened = false;
    this.#focusSoon.on('#record');
  };

  async #record(member: TeamMember, change: ConsentChange, t: ConsentMessages): Promise<void> {
    const panel = this.#state.panel;
    const whole = this.#state.value;
    if (!panel || !whole || isSaving(this.#save)) return;
    if (consentPlace(whole, member) === 'record') {
      await panel.actions.wish(this.#key, 'recordConsent', member.key, change);
      if (panel.store.get().saves[this.#key]?.status === 'saved') this.#close();
      return;
    }
    const {answer = 'yes', until, words} = change;
    const consent = t.line(t.answer[answer], until ?? '', words ?? '');
    const key = `about:${member.key}`;
    await panel.actions.wish(key, 'changeMember', member.key, {consent}, this.#text.language);
    if (panel.store.get().saves[key]?.status === 'saved') this.#close();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-member-consent': IspMemberConsent;
  }
}
