import {html, nothing, type TemplateResult} from 'lit';
import {describedBy} from './form-field.ts';

/** One line in which something new is typed, with its button beside it. */
export interface AddLine {
  readonly label: string;
  readonly value: string;
  readonly busy: boolean;
  /** Why nothing can be added, in words; empty when it can. */
  readonly blocked: string;
  readonly errors: readonly string[];
  /** Words of the button. */
  readonly act: string;
  onInput(event: Event): void;
}

/** The line, and below it what is wrong with it or why it cannot be used. The input is found by `#new`. */
export function addLine({label, value, busy, blocked, errors, act, onInput}: AddLine): TemplateResult {
  return html`<div class="field">
      <label for="new">${label}</label>
      <div class="line">
        <input
          id="new"
          autocomplete="off"
          ?readonly=${busy}
          aria-invalid=${errors.length > 0 ? 'true' : nothing}
          aria-describedby=${describedBy('new', blocked, errors)}
          .value=${value}
          @input=${onInput}
        />
        <button
          class="primary"
          type="submit"
          aria-disabled=${busy || blocked ? 'true' : 'false'}
          aria-describedby=${blocked ? 'new-hint' : nothing}
        >
          ${act}
        </button>
      </div>
    </div>
    ${errors.length > 0 ? html`<p class="wrong" id="new-wrong">${errors}</p>` : nothing}
    ${blocked ? html`<p class="hint" id="new-hint">${blocked}</p>` : nothing}`;
}
