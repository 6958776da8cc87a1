import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {partyChoices} from '../../app/contact-draft.ts';
import {newContactPlace, whyNotWithdraw} from '../../app/contact-places.ts';
import {dueView} from '../../app/due-view.ts';
import {isSaving, listGoals, whyBlocked} from '../../app/plan-view.ts';
import type {Draft} from '../../app/state.ts';
import {
  contactModes,
  type Contact,
  type ContactMode,
  type NewContact,
} from '../../domain/follow-up/contact.ts';
import {contactMonths, type ContactMonth} from '../../domain/follow-up/contact-log.ts';
import {loadFollowUpWords, type FollowUpMessages} from '../../i18n/follow-up-words.ts';
import {contactRow, type ContactActs} from './contact-row.ts';
import {offerPart} from './follow-up-desk.ts';
import {contactSummary} from './contact-summary.ts';
import {FocusSoon} from '../shared/focus-soon.ts';
import type {DraftEvent, SubmitEvent} from '../shared/form-events.ts';
import {styles} from './isp-contacts.styles.ts';
import {LazyElement} from '../shared/lazy-element.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';
import {failure, partial, skeleton} from '../shared/section-states.ts';
import {Select} from '../shared/select.ts';

const newKey = 'contact:new';

/** Months that stand open; the others are folded together. */
const shownMonths = 2;

/**
 * The contacts of case management by month, and the shortest way to record one: the way opens the form, the outcome is one
 * choice, and the third click records it.
 *
 * @tag isp-contacts
 */
export class IspContacts extends LitElement {
  static override styles = styles;

  /** The way whose form stands open before anything was typed. */
  @state() private adding: ContactMode | null = null;

  /** The contact that is about to be marked as a mistake, until the second step. */
  @state() private withdrawing = '';

  readonly #text = new Localize(this);
  readonly #words = new LazyWords(this, this.#text, loadFollowUpWords);
  readonly #contacts = new Select(this, ({later}) => later.contacts);
  readonly #due = new Select(this, dueView);
  readonly #goals = new Select(this, ({goals}) => (goals.status === 'ready' ? goals.value : null));
  readonly #team = new Select(this, ({team}) => (team.status === 'ready' ? team.value.members : null));
  readonly #context = new Select(this, ({context}) => context);
  readonly #today = new Select(this, ({today}) => today);
  readonly #saves = new Select(this, ({saves}) => saves);
  readonly #draft = new Select(this, ({drafts}): Draft | undefined => drafts[newKey]);
  readonly #place = new Select(this, (state) => newContactPlace(state).kind);
  readonly #why = new Select(this, (state) =>
    whyBlocked(state.abilities[newContactPlace(state).act], state.halted),
  );
  readonly #abilities = new Select(this, ({abilities}) => abilities);
  readonly #halted = new Select(this, ({halted}) => halted);
  readonly #form = new LazyElement(
    this,
    'isp-contact-form',
    async () => (await import('./isp-contact-form.ts')).IspContactForm,
  );
  readonly #focusSoon = new FocusSoon(this);

  get #isAdding(): boolean {
    return this.adding !== null || this.#draft.value !== undefined;
  }

  #withdrawOffer: (() => void) | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#withdrawOffer?.();
    this.#withdrawOffer = null;
  }

  protected override willUpdate(): void {
    const {panel} = this.#contacts;
    if (panel && !this.#withdrawOffer) {
      this.#withdrawOffer = offerPart(panel, 'contact', () => void this.#open(this.adding ?? 'phone'));
    }
    if (this.#isAdding) this.#form.want();
  }

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    const contacts = this.#contacts.value;
    if (!t) return nothing;
    return html`<section aria-labelledby="heading">
      <div class="head"><h2 id="heading" tabindex="-1">${t.heading}</h2></div>
      <isp-hand-off></isp-hand-off>
      ${!contacts || contacts.status === 'loading' ? skeleton(t.loading) : nothing}
      ${contacts?.status === 'failed' ? this.#renderFailure(contacts.problem, t) : nothing}
      ${
        contacts?.status === 'ready'
          ? html`${partial(contacts.gaps, this.#text)} ${this.#renderAdd(t)}
            ${this.#renderList(contacts.value, t)}`
          : this.#isAdding
            ? this.#renderAdd(t)
            : nothing
      }
      <isp-appointments></isp-appointments>
    </section>`;
  }

  #renderFailure(problem: Parameters<typeof failure>[1], t: FollowUpMessages): TemplateResult {
    if (problem.kind === 'unsupported' || problem.kind === 'not-found') {
      return html`<p class="said">${t.notKept} ${t.instead}</p>`;
    }
    return failure(t, problem, this.#text, () => void this.#contacts.panel?.actions.refresh());
  }

  #renderList(contacts: readonly Contact[], t: FollowUpMessages): TemplateResult {
    if (contacts.length === 0) return html`<p class="said">${t.none}</p>`;
    const months = contactMonths(contacts);
    const older = months.slice(shownMonths);
    const {format} = this.#text;
    return html`${contactSummary(contacts, this.#due.value ?? null, this.#today.value ?? '', t, this.#text.format)}
    ${months.slice(0, shownMonths).map((month) => this.#renderMonth(month, t))}
    ${
      older.length > 0
        ? html`<details>
            <summary>${t.older(older.length, format.number(older.length))}</summary>
            ${older.map((month) => this.#renderMonth(month, t))}
          </details>`
        : nothing
    }`;
  }

  #renderMonth({month, contacts, reached}: ContactMonth, t: FollowUpMessages): TemplateResult {
    const {format} = this.#text;
    return html`<div class="month">
      <h3>
        ${format.month(month)} <span class="muted small">${t.month(reached, format.number(reached))}</span>
      </h3>
      <ul>
        ${repeat(
          contacts,
          ({id}) => id,
          (contact) => contactRow(contact, t, this.#text, this.#rowActs),
        )}
      </ul>
    </div>`;
  }

  get #rowActs(): ContactActs {
    return {
      withdrawing: this.withdrawing,
      canWithdraw: (contact) =>
        this.#abilities.value !== undefined &&
        whyNotWithdraw(contact, {abilities: this.#abilities.value, halted: this.#halted.value ?? null}) ===
          null,
      saves: this.#saves.value ?? {},
      user: this.#context.value?.user ?? null,
      goal: (id) => this.#goals.value?.find((goal) => goal.id === id)?.words.text ?? null,
      nameOf: (reference) =>
        (reference !== null && this.#team.value?.find((member) => member.reference === reference)?.name) ||
        null,
      ask: (id) => {
        this.withdrawing = id;
        this.#focusSoon.on(id ? '#keep' : '#heading');
      },
      withdraw: (id) => void this.#withdraw(id),
    };
  }

  #renderAdd(t: FollowUpMessages): TemplateResult {
    const why = this.#why.value;
    const blocked = why ? `${t.noAdd} ${this.#text.t.plan.blocked[why]} ${t.instead}` : '';
    if (!this.#isAdding) {
      if (blocked) return html`<p class="said small">${blocked}</p>`;
      return html`<div class="ways" role="group" aria-labelledby="record">
        <p id="record" class="small">${t.record}</p>
        ${contactModes.map(
          (mode) =>
            html`<button type="button" id=${`add-${mode}`} @click=${() => void this.#open(mode)}>
              ${t.mode[mode]}
            </button>`,
        )}
        <isp-save-state .save=${this.#saves.value?.[newKey]} .names=${t.fields}></isp-save-state>
      </div>`;
    }
    if (this.#form.status !== 'ready') return skeleton(t.loading);
    const draft = this.#draft.value ?? (this.adding === null ? {} : {mode: this.adding});
    const open = listGoals(this.#goals.value ?? []).open;
    return html`<isp-contact-form
      .draft=${draft}
      .save=${this.#saves.value?.[newKey]}
      .parties=${partyChoices(this.#context.value?.patientId ?? '', this.#team.value ?? [])}
      .goals=${open.map(({id, words}) => ({id, words: words.text}))}
      .today=${this.#today.value ?? ''}
      .goesTo=${this.#goesTo(t)}
      .blocked=${blocked}
      @isp-draft=${(event: DraftEvent) => this.#contacts.panel?.actions.keepDraft(newKey, event.draft)}
      @isp-cancel=${() => this.#close(true)}
      @isp-submit=${(event: SubmitEvent<NewContact>) => void this.#add(event.value)}
    ></isp-contact-form>`;
  }

  /** Said only where it is not where everybody looks for it. */
  #goesTo(t: FollowUpMessages): string {
    const place = this.#place.value;
    return !place || place === 'communication' ? '' : t.goesTo[place];
  }

  async #open(mode: ContactMode): Promise<void> {
    if (this.#why.value) return this.#focusSoon.on('#heading');
    this.adding = mode;
    await this.#form.load();
    await this.updateComplete;
    this.renderRoot.querySelector('isp-contact-form')?.focus();
  }

  #close(discard: boolean): void {
    if (discard) this.#contacts.panel?.actions.discard(newKey);
    this.adding = null;
    this.#focusSoon.on('#add-phone');
  }

  async #add(contact: NewContact): Promise<void> {
    const panel = this.#contacts.panel;
    if (!panel || isSaving(this.#saves.value?.[newKey])) return;
    await panel.actions.wish(newKey, 'addContact', contact, this.#text.language);
    if (panel.store.get().saves[newKey]?.status === 'saved') this.#close(false);
  }

  async #withdraw(id: string): Promise<void> {
    const panel = this.#contacts.panel;
    const key = `contact:${id}`;
    if (!panel || isSaving(this.#saves.value?.[key])) return;
    await panel.actions.wish(key, 'withdrawContact', id, this.#text.language);
    this.withdrawing = '';
    this.#focusSoon.on('#heading');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-contacts': IspContacts;
  }
}
