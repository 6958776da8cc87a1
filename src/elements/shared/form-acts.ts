import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {isSaving} from '../../app/plan-view.ts';
import type {Draft, SaveState} from '../../app/state.ts';
import type {WritableType} from '../../domain/abilities.ts';
import {CancelEvent} from './form-events.ts';
import type {Localize} from './localize.ts';

/** What a form says about itself to its acts. */
interface FormState {
  /** True when something typed would be lost. */
  readonly dirty: boolean;
  readonly busy: boolean;
  /** Why it cannot be saved, in words; empty when it can. */
  readonly blocked: string;
  /** Words of the main act. */
  readonly save: string;
  /** Type of the record that it saves, when that is no part of the plan. */
  readonly saves?: WritableType;
}

interface FormHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/**
 * The end of every form: Cancel and Save, and the question before something typed is thrown away. Escape closes a form
 * in which nothing was typed; otherwise it only says that nothing is saved yet.
 */
export class FormActs {
  readonly #host: FormHost;
  readonly #text: Localize;
  readonly #state: () => FormState;
  readonly #cancel: () => void;
  #asking = false;
  #told = '';

  constructor(host: FormHost, text: Localize, state: () => FormState, cancel: () => void) {
    this.#host = host;
    this.#text = text;
    this.#state = state;
    this.#cancel = cancel;
  }

  /** Says one sentence beside the acts; the next key typed takes it away. */
  tell(words: string): void {
    if (words === this.#told) return;
    this.#told = words;
    this.#host.requestUpdate();
  }

  render(): TemplateResult {
    const {plan: t} = this.#text.t;
    const {busy, blocked, save, saves = 'CarePlan'} = this.#state();
    if (this.#asking) {
      return html`<div class="acts" role="group" aria-labelledby="ask">
        <p id="ask"><strong>${t.discardAsk}</strong></p>
        <button type="button" @click=${this.#discard}>${t.discard}</button>
        <button class="primary" type="button" id="keep" @click=${this.#keep}>${t.keepTyping}</button>
      </div>`;
    }
    const said = blocked || this.#told;
    return html`<div class="acts">
      <isp-save-place short .saves=${saves}></isp-save-place>
      <p id="said" role="status">${said}</p>
      <button type="button" id="cancel" @click=${this.#onCancel}>${t.cancel}</button>
      <button
        class="primary"
        type="submit"
        aria-disabled=${busy || blocked ? 'true' : 'false'}
        aria-describedby=${said ? 'said' : nothing}
      >
        ${busy ? t.saving : save}
      </button>
    </div>`;
  }

  /** For `keydown` on the form. */
  readonly onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    const {dirty, busy} = this.#state();
    if (this.#asking) this.#keep();
    else if (dirty || busy) this.tell(this.#text.t.plan.escapeKept);
    else this.#cancel();
  };

  readonly #onCancel = (): void => {
    const {dirty, busy} = this.#state();
    // What is on its way can no longer be called back: the answer decides.
    if (busy) return;
    if (!dirty) this.#cancel();
    else this.#ask(true, 'keep');
  };

  readonly #keep = (): void => this.#ask(false, 'cancel');

  readonly #discard = (): void => {
    this.#asking = false;
    this.#cancel();
  };

  #ask(asking: boolean, focus: string): void {
    this.#asking = asking;
    this.#told = '';
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() =>
      this.#host.renderRoot.querySelector<HTMLElement>(`#${focus}`)?.focus(),
    );
  }
}

/** A form that is given its draft, the state of its save, and why it cannot be saved. */
interface DraftForm extends FormHost {
  readonly draft: Draft;
  readonly save: SaveState | undefined;
  readonly blocked: string;
}

/** What else the acts of a form of one draft are made with. */
interface DraftActs {
  /** Type of the record that it saves; the plan when absent. */
  readonly saves?: WritableType;
  /** Whether the draft holds something that would be lost; any field does when absent. */
  readonly isTyped?: (draft: Draft) => boolean;
}

/** The acts of a form of one draft. `words`: of the main act; after a failure it is "Save again". */
export function draftActs(
  form: DraftForm,
  text: Localize,
  words: () => string,
  {saves, isTyped = (draft) => Object.keys(draft).length > 0}: DraftActs = {},
): FormActs {
  return new FormActs(
    form,
    text,
    () => ({
      dirty: isTyped(form.draft),
      busy: isSaving(form.save),
      blocked: form.blocked,
      save: form.save?.status === 'failed' ? text.t.plan.saveAgain : words(),
      ...(saves && {saves}),
    }),
    () => form.dispatchEvent(new CancelEvent()),
  );
}
