import {html, nothing, type TemplateResult} from 'lit';
import type {Draft} from '../../app/state.ts';
import type {Localize} from './localize.ts';

/** Fields of a draft that hold somebody's words. */
const written = ['words', 'what', 'clinical', 'dueDate', 'due', 'other', 'other.words', 'other.clinical'];

/** What was typed for something that is no longer in the list: shown, selectable, never dropped by itself. */
export function keptWords(
  draft: Draft,
  text: Localize,
  discard: () => void,
  reuse: (() => void) | null,
  {lead, saveAsNew}: {readonly lead: string; readonly saveAsNew: string} = text.t.plan.orphans,
): TemplateResult {
  const {plan: t} = text.t;
  return html`<div class="orphan" role="group" aria-label=${t.orphans.heading}>
    <h4>${t.orphans.heading}</h4>
    <p class="small">${lead}</p>
    ${written.map((name) => (draft[name] ? html`<p class="typed">${draft[name]}</p>` : nothing))}
    <div class="acts">
      <button type="button" @click=${discard}>${t.discard}</button>
      ${
        reuse && (draft['words'] ?? draft['what'])
          ? html`<button type="button" @click=${reuse}>${saveAsNew}</button>`
          : nothing
      }
    </div>
  </div>`;
}
