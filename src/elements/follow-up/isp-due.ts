import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {state} from 'lit/decorators.js';
import {canAccept, candidates} from '../../app/action-draft.ts';
import {whyNotChange} from '../../app/action-places.ts';
import {dueView, type DueView} from '../../app/due-view.ts';
import {loadDueWords, type DueMessages} from '../../i18n/follow-up-words.ts';
import {isSaving} from '../../app/plan-view.ts';
import type {Action, ActionChange, ActionState} from '../../domain/action.ts';
import type {DueItem} from '../../domain/follow-up/due.ts';
import {dueWords} from './due-words.ts';
import {FocusSoon} from '../shared/focus-soon.ts';
import {openPart} from './follow-up-desk.ts';
import {styles} from './isp-due.styles.ts';
import type {DraftEvent, SubmitEvent} from '../shared/form-events.ts';
import {goToPlan} from '../plan/go-to-plan.ts';
import {LazyElement} from '../shared/lazy-element.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';
import {Select} from '../shared/select.ts';
import {UndoOffer} from '../shared/undo-offer.ts';

/** Items that stand open; the others are folded. */
const shown = 1;

/**
 * What is due for this person, in words, the most urgent first: one line that unfolds, each item with the act that settles
 * it. It never opens by itself, and nothing in it marks the person.
 *
 * @tag isp-due
 */
export class IspDue extends LitElement {
  static override styles = styles;

  readonly #text = new Localize(this);
  readonly #words = new LazyWords(this, this.#text, loadDueWords);
  readonly #due = new Select(this, dueView);
  readonly #saves = new Select(this, ({saves}) => saves);
  readonly #abilities = new Select(this, ({abilities}) => abilities);
  readonly #drafts = new Select(this, ({drafts}) => drafts);
  readonly #halted = new Select(this, ({halted}) => halted);
  readonly #team = new Select(this, ({team}) => (team.status === 'ready' ? team.value.members : null));
  readonly #patient = new Select(this, ({context}) => context?.patientId ?? null);
  readonly #undo = new UndoOffer(this, '#heading');
  readonly #focusSoon = new FocusSoon(this);
  readonly #form = new LazyElement(
    this,
    'isp-hand-over',
    async () => (await import('./isp-hand-over.ts')).IspHandOver,
  );

  /** Key of the action that is about to be handed over. */
  @state() private handing = '';

  protected override willUpdate(): void {
    const isTyped = Object.keys(this.#drafts.value ?? {}).some((key) => key.startsWith('hand:'));
    if (isTyped) this.#form.want();
  }

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    const view = this.#due.value;
    if (!t || !view || view.died) return nothing;
    const {items, loading} = view;
    if (loading) return html`<p class="muted small" aria-busy="true">${t.loading}</p>`;
    const rest = items.length - shown;
    return html`<section aria-labelledby="heading">
      <h2 id="heading" tabindex="-1" class="visually-hidden">${t.heading}</h2>
      ${this.#undo.render(this.#text.t.plan.undo)}
      ${items.length === 0 ? this.#renderNone(view, t) : this.#renderList(items.slice(0, shown), t)}
      ${
        rest > 0
          ? html`<details>
              <summary>${t.more(rest, this.#text.format.number(rest))}</summary>
              ${this.#renderList(items.slice(shown), t)}
            </details>`
          : nothing
      }
      ${items.length > 0 ? this.#renderMissing(view, t) : nothing}
      <isp-plan-answer></isp-plan-answer>
    </section>`;
  }

  #renderList(items: readonly DueItem[], t: DueMessages): TemplateResult {
    return html`<ul>
      ${items.map((item) => {
        const {what, detail} = dueWords(item, t, this.#text.format);
        const act = t.act[item.kind];
        return html`<li>
          <p><b>${what}</b>${detail ? html` <span class="detail">${detail}</span>` : nothing}</p>
          <div class="acts">
            ${item.kind === 'action' ? this.#renderActs(item.action, item.own, t) : nothing}
            <button class="quiet small" type="button" @click=${() => this.#settle(item)}>${act}</button>
          </div>
          ${item.kind === 'action' ? this.#renderSave(item.action) : nothing}
        </li>`;
      })}
    </ul>`;
  }

  /** What can be changed is done, accepted or handed over from here; what is done or accepted is taken back with a click. */
  #renderActs(action: Action, own: boolean, t: DueMessages): TemplateResult | typeof nothing {
    if (this.#whyNot(action)) return nothing;
    const key = saveKey(action);
    // What is being typed about it would go with the save: then the form is the place.
    if (this.#drafts.value?.[key] || this.#isHanding(action)) return nothing;
    const saving = isSaving(this.#saves.value?.[key]);
    const act = (name: string, label: string, run: () => void): TemplateResult =>
      html`<button
        class="quiet small"
        type="button"
        aria-label=${label}
        aria-disabled=${saving ? 'true' : nothing}
        @click=${() => saving || run()}
      >
        ${name}
      </button>`;
    const {text} = action.what;
    return html`${act(t.done, t.doneOf(text), () => void this.#set(action, 'completed', t.saidDone(text)))}
    ${
      own && canAccept(action)
        ? act(t.accept, t.acceptOf(text), () => void this.#set(action, 'accepted', t.saidAccepted(text)))
        : nothing
    }
    ${act(t.handOver, t.handOverOf(text), () => this.#hand(action))}`;
  }

  /** What became of a change; the form in which an action is handed over stands in its row. */
  #renderSave(action: Action): TemplateResult {
    const key = handKey(action);
    const save = this.#saves.value?.[saveKey(action)];
    if (!this.#isHanding(action) || this.#form.status !== 'ready') {
      return html`<isp-save-state .save=${save}></isp-save-state>`;
    }
    const {panel} = this.#due;
    const people = candidates(this.#patient.value ?? '', this.#team.value ?? [], action.who);
    return html`<isp-hand-over
      .action=${action}
      .people=${people}
      .draft=${this.#drafts.value?.[key] ?? {}}
      .save=${save}
      .blocked=${this.#whyNot(action)}
      @isp-draft=${(event: DraftEvent) => panel?.actions.keepDraft(key, event.draft)}
      @isp-cancel=${() => this.#keep(action)}
      @isp-submit=${(event: SubmitEvent<ActionChange>) => void this.#handOver(action, event.value)}
    ></isp-hand-over>`;
  }

  #isHanding(action: Action): boolean {
    return this.handing === action.key || this.#drafts.value?.[handKey(action)] !== undefined;
  }

  /** Why an action cannot be changed here, in words; empty when it can. */
  #whyNot(action: Action): string {
    const abilities = this.#abilities.value;
    const {plan} = this.#text.t;
    if (action.readOnly) return plan.readOnly[action.readOnly];
    const why = abilities && whyNotChange(action.place, {abilities, halted: this.#halted.value ?? null});
    return why ? plan.blocked[why] : '';
  }

  #hand(action: Action): void {
    this.handing = action.key;
    void this.#form.load();
    this.#focusSoon.on('isp-hand-over');
  }

  #keep(action: Action): void {
    this.handing = '';
    this.#due.panel?.actions.discard(handKey(action));
    this.#focusSoon.on('#heading');
  }

  async #handOver(action: Action, change: ActionChange): Promise<void> {
    if (await this.#change(action, change)) this.#keep(action);
  }

  async #set(action: Action, to: ActionState, said: string): Promise<void> {
    if (!(await this.#change(action, {state: to}))) return;
    const {state: before, reason} = action;
    // A state that is not known cannot be put back.
    if (before !== 'unrecognized') {
      this.#undo.show(said, () => void this.#change(action, {state: before, reason}));
      await this.updateComplete;
    }
    const place = this.renderRoot.querySelector<HTMLElement>('#undo');
    (place ?? this.renderRoot.querySelector<HTMLElement>('#heading'))?.focus();
  }

  /** True when the record has confirmed it. */
  async #change(action: Action, change: ActionChange): Promise<boolean> {
    const {panel} = this.#due;
    const key = saveKey(action);
    if (!panel || isSaving(panel.store.get().saves[key])) return false;
    await panel.actions.wish(key, 'changeAction', action.key, change, this.#text.language);
    return panel.store.get().saves[key]?.status === 'saved';
  }

  /** That nothing is due is only said when everything was read. */
  #renderNone({missing}: DueView, t: DueMessages): TemplateResult {
    return html`<p class="none">${missing.length === 0 ? t.nothing : t.unknown(this.#parts(missing, t))}</p>`;
  }

  #renderMissing({missing}: DueView, t: DueMessages): TemplateResult | typeof nothing {
    if (missing.length === 0) return nothing;
    return html`<p class="small muted">${t.missing(this.#parts(missing, t))}</p>`;
  }

  #parts(missing: DueView['missing'], t: DueMessages): string {
    return new Intl.ListFormat(this.#text.language).format(missing.map((part) => t.part[part]));
  }

  #settle(item: DueItem): void {
    const {panel} = this.#due;
    if (!panel) return;
    switch (item.kind) {
      case 'discharge':
      case 'contact':
        return openPart(panel, 'contact');
      case 'measures':
        return openPart(panel, 'measure');
      default:
        return goToPlan(this);
    }
  }
}

function saveKey({key}: Action): string {
  return `action:${key}`;
}

function handKey({key}: Action): string {
  return `hand:${key}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-due': IspDue;
  }
}
