import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {isSaving} from '../../app/plan-view.ts';
import type {Candidate} from '../../app/action-draft.ts';
import type {Draft, SaveState} from '../../app/state.ts';
import type {Goal} from '../../domain/goal.ts';
import {loadActionWords, type ActionMessages} from '../../i18n/action-words.ts';
import {FocusSoon} from '../shared/focus-soon.ts';
import {addLine} from '../shared/add-line.ts';
import {CancelEvent, DraftEvent, SubmitEvent} from '../shared/form-events.ts';
import {styles} from './isp-action-add.styles.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';

/**
 * Adds an action: one line, Enter saves. Who, by when and for which goal open on demand, and ideas for what helps a person
 * find the way through services fill the line.
 *
 * @tag isp-action-add
 * @fires {DraftEvent} isp-draft - Something was typed.
 * @fires {SubmitEvent} isp-submit - Save what the draft says.
 * @fires {CancelEvent} isp-cancel - Forget what was typed.
 */
export class IspActionAdd extends LitElement {
  static override styles = styles;

  /** What was typed and is not yet saved. */
  @property({attribute: false}) draft: Draft = {};

  @property({attribute: false}) save: SaveState | undefined = undefined;

  @property({attribute: false}) goals: readonly Goal[] = [];

  @property({attribute: false}) people: readonly Candidate[] = [];

  /** Where it will be found, in words. */
  @property() goesTo = '';

  /** Why no action can be added, in words; empty when one can. */
  @property() blocked = '';

  @state() private more = false;
  @state() private tried = false;

  readonly #text = new Localize(this);
  readonly #words = new LazyWords(this, this.#text, loadActionWords);
  readonly #focusSoon = new FocusSoon(this);

  /** Puts the cursor where an action is typed. */
  override focus(): void {
    this.#focusSoon.on('#new');
  }

  /** Back to the one line, after a save that the record confirmed. */
  settle(): void {
    this.more = false;
    this.tried = false;
  }

  get #isFull(): boolean {
    return this.more || Object.keys(this.draft).some((name) => name !== 'what');
  }

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    if (!t) return nothing;
    if (!this.#isFull) return this.#renderLine(t);
    return html`<h4>${t.formHeading}</h4>
      <isp-action-form
        .draft=${this.draft}
        .save=${this.save}
        .goals=${this.goals}
        .people=${this.people}
        .goesTo=${this.goesTo}
        .blocked=${this.blocked}
        @isp-draft=${(event: DraftEvent) => this.dispatchEvent(new DraftEvent(event.draft))}
        @isp-submit=${() => this.dispatchEvent(new SubmitEvent(this.draft))}
        @isp-cancel=${this.#onFewer}
      ></isp-action-form>`;
  }

  #renderLine(t: ActionMessages): TemplateResult {
    const {plan: p} = this.#text.t;
    const {save, blocked} = this;
    const busy = isSaving(save);
    const what = this.draft['what'] ?? '';
    const errors = this.tried && !what.trim() ? [t.whatMissing] : [];
    return html`<form @submit=${this.#onSubmit} novalidate>
      ${addLine({
        label: t.addLabel,
        value: what,
        busy,
        blocked,
        errors,
        act: busy ? p.saving : save?.status === 'failed' ? p.saveAgain : t.add,
        onInput: (event) => this.#onInput(event),
      })}
      ${what ? html`<isp-save-place short .saves=${'Task'}></isp-save-place>` : nothing}
      <isp-save-state .save=${save} .names=${t.fields}></isp-save-state>
      <button class="quiet" type="button" id="more" @click=${() => this.#open('')}>${t.more}</button>
      <details>
        <summary>${t.ideas}</summary>
        <ul>
          ${t.idea.map(
            (words) =>
              html`<li>
                <button class="quiet" type="button" @click=${() => this.#take(words)}>${words}</button>
              </li>`,
          )}
        </ul>
      </details>
    </form>`;
  }

  #onInput(event: Event): void {
    const {value} = event.target as HTMLInputElement;
    if (!isSaving(this.save)) this.dispatchEvent(new DraftEvent(value === '' ? {} : {what: value}));
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    if (isSaving(this.save) || this.blocked) return;
    this.tried = true;
    if ((this.draft['what'] ?? '').trim()) this.dispatchEvent(new SubmitEvent(this.draft));
    else this.#focusSoon.on('#new');
  }

  /** An idea is a beginning: who does it, and by when, is asked next. */
  #take(words: string): void {
    if (isSaving(this.save)) return;
    this.dispatchEvent(new DraftEvent({what: words, category: 'navigation'}));
    this.#open('who');
  }

  #open(name: string): void {
    this.more = true;
    void this.updateComplete.then(() => this.renderRoot.querySelector('isp-action-form')?.begin(name));
  }

  #onFewer(): void {
    this.settle();
    this.dispatchEvent(new CancelEvent());
    this.#focusSoon.on('#more');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-action-add': IspActionAdd;
  }
}
