import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {withField} from '../../app/goal-draft.ts';
import {isSaving} from '../../app/plan-view.ts';
import type {Draft, SaveState} from '../../app/state.ts';
import {FocusSoon} from '../shared/focus-soon.ts';
import {addLine} from '../shared/add-line.ts';
import {CancelEvent, DraftEvent, SubmitEvent} from '../shared/form-events.ts';
import {styles} from './isp-goal-add.styles.ts';
import {LazyElement} from '../shared/lazy-element.ts';
import {Localize} from '../shared/localize.ts';

/**
 * Adds a goal: one line in the person's words, Enter saves. Everything else is optional and opens on demand.
 *
 * @tag isp-goal-add
 * @fires {DraftEvent} isp-draft - Something was typed.
 * @fires {SubmitEvent} isp-submit - Save what the draft says.
 * @fires {CancelEvent} isp-cancel - Forget what was typed.
 */
export class IspGoalAdd extends LitElement {
  static override styles = styles;

  /** What was typed and is not yet saved. */
  @property({attribute: false}) draft: Draft = {};

  @property({attribute: false}) save: SaveState | undefined = undefined;

  /** Why no goal can be added, in words; empty when one can. */
  @property() blocked = '';

  @state() private more = false;
  @state() private tried = false;

  readonly #focusSoon = new FocusSoon(this);
  readonly #text = new Localize(this);
  readonly #form = new LazyElement(this, 'isp-goal-form', async () =>
    (await import('./define-goal-form.ts')).defineGoalForm(),
  );

  /** Puts the cursor where a goal is typed. */
  override focus(): void {
    this.#focusSoon.on('#new');
  }

  /** Back to the one line, after a save that the record confirmed. */
  settle(): void {
    this.more = false;
    this.tried = false;
  }

  /** True when more than the one line is wanted, or was filled in. */
  get #isFull(): boolean {
    return this.more || Object.keys(this.draft).some((name) => !/^(was\.)?words$/.test(name));
  }

  protected override willUpdate(): void {
    if (this.#isFull) this.#form.want();
  }

  override render(): TemplateResult {
    if (!this.#isFull || this.#form.status !== 'ready') return this.#renderLine();
    return html`<isp-goal-form
      .draft=${this.draft}
      .save=${this.save}
      .blocked=${this.blocked}
      @isp-draft=${(event: DraftEvent) => this.dispatchEvent(new DraftEvent(event.draft))}
      @isp-submit=${() => this.dispatchEvent(new SubmitEvent(this.draft))}
      @isp-cancel=${this.#onFewer}
    ></isp-goal-form>`;
  }

  #renderLine(): TemplateResult {
    const {plan: t} = this.#text.t;
    const {save, blocked} = this;
    const busy = isSaving(save);
    const words = this.draft['words'] ?? '';
    const errors = this.tried && !words.trim() ? [t.wordsMissing] : [];
    return html`<form @submit=${this.#onSubmit} novalidate>
      ${addLine({
        label: t.addLabel,
        value: words,
        busy,
        blocked,
        errors,
        act: busy ? t.saving : save?.status === 'failed' ? t.saveAgain : t.addButton,
        onInput: (event) => this.#onInput(event),
      })}
      ${this.#form.status === 'failed' ? html`<p class="wrong" role="alert">${t.formFailed}</p>` : nothing}
      ${words ? html`<isp-save-place short></isp-save-place>` : nothing}
      <isp-save-state .save=${save}></isp-save-state>
      <div>
        <button class="quiet" type="button" id="more" @click=${this.#onMore}>
          ${this.#form.status === 'loading' ? t.formLoading : t.addMore}
        </button>
      </div>
    </form>`;
  }

  #onInput(event: Event): void {
    const {value} = event.target as HTMLInputElement;
    if (!isSaving(this.save)) this.dispatchEvent(new DraftEvent(withField(this.draft, 'words', value, '')));
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    if (isSaving(this.save) || this.blocked) return;
    this.tried = true;
    if ((this.draft['words'] ?? '').trim()) this.dispatchEvent(new SubmitEvent(this.draft));
    else this.#focusSoon.on('#new');
  }

  #onMore(): void {
    this.more = true;
    this.#focusSoon.on('isp-goal-form');
    // After a failure the form is asked for again here.
    void this.#form.load();
  }

  #onFewer(): void {
    this.settle();
    this.dispatchEvent(new CancelEvent());
    this.#focusSoon.on('#more');
  }

  /** The form may still be on its way: the wish waits for it. */
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-goal-add': IspGoalAdd;
  }
}
