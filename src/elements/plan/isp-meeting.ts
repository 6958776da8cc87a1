import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {Choices} from '../../app/commands/save-record.ts';
import {meetingSteps} from '../../app/meeting-draft.ts';
import {isSaving} from '../../app/plan-view.ts';
import type {Draft, PanelState} from '../../app/state.ts';
import {nearestLanguage} from '../../i18n/index.ts';
import {loadPlanDetailWords, type PlanDetailMessages} from '../../i18n/plan-detail-words.ts';
import {styles} from './isp-meeting.styles.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';
import {readBack} from './meeting-read-back.ts';
import {
  actionsScreen,
  crisisScreen,
  goalsScreen,
  mattersScreen,
  type MeetingParts,
} from './meeting-screens.ts';
import {planConflict} from './plan-conflict.ts';
import {PlanForms} from './plan-forms.ts';
import {Select} from '../shared/select.ts';

const screens = [mattersScreen, goalsScreen, actionsScreen, crisisScreen] as const;

/** The meeting is left: what was typed is kept, unless it was saved or discarded. */
export class LeaveEvent extends Event {
  constructor() {
    super('isp-leave');
  }
}

/**
 * The meeting with the person and the team: four screens in large type, read back at the end. Nothing is sent before
 * "Save everything"; closing keeps what was typed.
 *
 * @tag isp-meeting
 * @fires {LeaveEvent} isp-leave - The meeting is closed.
 */
export class IspMeeting extends LitElement {
  static override styles = styles;

  /** Why nothing can be saved, in words; empty when it can. */
  @property() blocked = '';

  @state() private screen = 0;
  @state() private asking = false;
  @state() private told = '';
  @state() private own: {readonly language: string; readonly words: PlanDetailMessages} | null = null;

  readonly #text = new Localize(this);
  readonly #words = new LazyWords(this, this.#text, loadPlanDetailWords);
  readonly #state = new Select(this, (known) => known);
  readonly #forms = new PlanForms(this, this.#text);

  protected override willUpdate(): void {
    const patient = this.#state.value?.patient;
    const language = nearestLanguage(
      (patient?.status === 'ready' && patient.value.language) || this.#text.language,
    );
    if (this.own?.language === language) return;
    // Until the person's own language has come, the read-back waits.
    void loadPlanDetailWords(language).then((words) => (this.own = {language, words}));
  }

  protected override updated(changed: PropertyValues): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
    // A private member is no key of the type, but it is one of the map.
    if ((changed as Map<string, unknown>).has('screen')) this.renderRoot.querySelector('h2')?.focus();
  }

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    const now = this.#state.value;
    const section = now?.later.plan;
    if (!t || !now || section?.status !== 'ready') return nothing;
    const draft = this.#draft;
    const save = this.#forms.save('meeting');
    const parts: MeetingParts = {
      state: now,
      details: section.value,
      draft,
      t,
      busy: isSaving(save),
      set: (name, value, original) => this.#set(name, value, original),
    };
    const last = this.screen === screens.length - 1;
    return html`<dialog aria-labelledby="heading" @cancel=${this.#onCancel}>
      <form novalidate @submit=${(event: Event) => this.#onSubmit(event, parts)}>
        <header>
          <p class="who">${t.meeting.heading(nameOf(now))}</p>
          <nav aria-label=${t.meeting.open}>
            ${t.meeting.screens.map(
              (name, at) =>
                html`<button
                  type="button"
                  class="quiet"
                  aria-current=${at === this.screen ? 'step' : nothing}
                  @click=${() => this.#go(at)}
                >
                  ${at + 1} ${name}
                </button>`,
            )}
          </nav>
        </header>
        <h2 id="heading" tabindex="-1">
          <span class="muted small">${t.meeting.step(this.screen + 1)}</span>
          ${t.meeting.screens[this.screen]}
        </h2>
        ${
          this.screen === 0
            ? html`<p class="hint">${t.meeting.lead}</p>
                <isp-meeting-agenda></isp-meeting-agenda>`
            : nothing
        }
        ${screens[this.screen]?.(parts)}
        ${last && this.own ? readBack(parts, this.#text.own.in(this.own.words), this.own.language) : nothing}
        ${this.#renderConflict(t)}
        <isp-save-state .save=${save} .names=${t.topics}></isp-save-state>
        ${this.#renderActs(t, last, parts)}
      </form>
    </dialog>`;
  }

  #renderActs(t: PlanDetailMessages, last: boolean, {busy, draft}: MeetingParts): TemplateResult {
    const {plan: p} = this.#text.t;
    if (this.asking) {
      return html`<div class="acts" role="group" aria-labelledby="ask">
        <p id="ask"><strong>${p.discardAsk}</strong></p>
        <button type="button" @click=${this.#discard}>${p.discard}</button>
        <button type="button" class="primary" @click=${() => (this.asking = false)}>${p.keepTyping}</button>
      </div>`;
    }
    const done = Object.keys(draft).filter((name) => name.startsWith('done.')).length;
    const said = this.blocked || this.told;
    return html`<div class="acts">
      <p id="said" role="status">${done > 0 ? t.meeting.progress(done, done + this.#left(t)) : ''} ${said}</p>
      ${
        Object.keys(draft).length > 0 && !busy
          ? html`<button type="button" class="quiet" @click=${() => (this.asking = true)}>
              ${t.meeting.discard}
            </button>`
          : nothing
      }
      <button type="button" aria-disabled=${busy ? 'true' : 'false'} @click=${() => this.#leave(busy)}>
        ${t.meeting.close}
      </button>
      ${
        this.screen > 0
          ? html`<button type="button" @click=${() => this.#go(this.screen - 1)}>${t.meeting.back}</button>`
          : nothing
      }
      <button
        type="submit"
        class="primary"
        aria-disabled=${last && (busy || this.blocked) ? 'true' : 'false'}
        aria-describedby=${said ? 'said' : nothing}
      >
        ${busy ? p.saving : !last ? t.meeting.next : done > 0 ? t.meeting.saveRest : t.meeting.save}
      </button>
    </div>`;
  }

  /** The plan or the crisis plan was changed by somebody else during the meeting. */
  #renderConflict(t: PlanDetailMessages): TemplateResult | typeof nothing {
    const step = ['plan', 'crisis'].find(
      (name) => this.#forms.save(`meeting-${name}`)?.status === 'conflict',
    );
    if (!step) return nothing;
    const settle = (choices: Choices): void => void this.#settle(step, choices);
    return planConflict(`meeting-${step}`, this.#forms, {blocked: this.blocked, settle}, t, this.#text);
  }

  get #draft(): Draft {
    return this.#forms.draft('meeting') ?? {};
  }

  #left(t: PlanDetailMessages): number {
    const now = this.#state.value;
    return now ? meetingSteps(this.#draft, now, t.meeting.labels, this.#text.language).length : 0;
  }

  #set(name: string, value: string, original: string): void {
    const details = this.#state.value?.later.plan;
    if (details?.status !== 'ready' || isSaving(this.#forms.save('meeting'))) return;
    this.told = '';
    const {[name]: _old, ...rest} = this.#draft;
    const {plan, crisis} = details.value;
    this.#forms.keep('meeting', value === original ? rest : {...rest, [name]: value}, {plan, crisis});
  }

  #go(screen: number): void {
    this.screen = screen;
    this.asking = false;
  }

  #onSubmit(event: Event, {busy, t}: MeetingParts): void {
    event.preventDefault();
    if (this.screen < screens.length - 1) return this.#go(this.screen + 1);
    if (busy || this.blocked) return;
    if (this.#left(t) === 0) this.told = t.meeting.nothing;
    else void this.#save(t);
  }

  async #save(t: PlanDetailMessages): Promise<void> {
    const saved = await this.#forms.wish('meeting', (actions, key) =>
      actions.wish(key, 'saveMeeting', key, t.meeting.labels, this.#text.language),
    );
    if (saved) this.dispatchEvent(new LeaveEvent());
  }

  /** What was chosen is written; the step is not to be written once more. */
  async #settle(step: string, choices: Choices): Promise<void> {
    const group = `meeting-${step}`;
    const done = await this.#forms.wish(group, (actions, key) => actions.wish(key, 'settle', key, choices));
    if (done) this.#forms.keep('meeting', {...this.#draft, [`done.${step}`]: group}, null);
  }

  readonly #onCancel = (event: Event): void => {
    event.preventDefault();
    this.#leave(isSaving(this.#forms.save('meeting')));
  };

  #leave(busy: boolean): void {
    if (!busy) this.dispatchEvent(new LeaveEvent());
  }

  readonly #discard = (): void => {
    this.#forms.cancel('meeting');
    this.dispatchEvent(new LeaveEvent());
  };
}

/** Whose meeting it is: the identity line lies under the screens. */
function nameOf({patient}: PanelState): string {
  if (patient.status !== 'ready') return '';
  const {given, family, nameText, birthDate} = patient.value;
  const name = [given, family].filter(Boolean).join(' ') || (nameText ?? '');
  return birthDate ? `${name}, ${birthDate}` : name;
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-meeting': IspMeeting;
  }
}
