import {html, nothing, type TemplateResult} from 'lit';

/** A question before something ends: one tap on a reason answers it. */
export interface ReasonAsk {
  readonly question: string;
  /** Each with its words, in the order in which they are offered. */
  readonly reasons: readonly (readonly [reason: string, words: string])[];
  /** Why it cannot be answered, in words; empty when it can. */
  readonly why: string;
  readonly busy: boolean;
  /** Words of the way out. */
  readonly cancel: string;
  onPick(reason: string, words: string): void;
  onCancel(): void;
}

/** The question with its reasons; Escape is the way out too. The first reason is found by `.reason`. */
export function reasonAsk({
  question,
  reasons,
  why,
  busy,
  cancel,
  onPick,
  onCancel,
}: ReasonAsk): TemplateResult {
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onCancel();
  };
  return html`<div class="ask" role="group" aria-labelledby="ask" @keydown=${onKey}>
    <p id="ask"><strong>${question}</strong></p>
    ${why ? html`<p id="why" class="small">${why}</p>` : nothing}
    <div class="reasons">
      ${reasons.map(
        ([reason, words]) =>
          html`<button
            type="button"
            class="reason"
            aria-disabled=${busy || why ? 'true' : nothing}
            aria-describedby=${why ? 'why' : nothing}
            @click=${() => busy || why || onPick(reason, words)}
          >
            ${words}
          </button>`,
      )}
      <button type="button" class="quiet" @click=${onCancel}>${cancel}</button>
    </div>
  </div>`;
}
