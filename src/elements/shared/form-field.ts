import {html, nothing, type TemplateResult} from 'lit';

/** What stands around one control of a form; the control itself must have the same id and `describedBy(…)`. */
export interface FieldParts {
  readonly id: string;
  readonly label: string;
  readonly control: TemplateResult;
  readonly hint?: string | null;
  /** What is wrong with it, in words; the server's own words come after ours. */
  readonly errors?: readonly string[];
}

/** Label above, hint and errors below, all in one shadow root so that the control can name them. */
export function field({id, label, control, hint, errors = []}: FieldParts): TemplateResult {
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${control} ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    ${
      errors.length > 0
        ? html`<p class="wrong" id="${id}-wrong">${errors.map((error) => html`<span>${error}</span> `)}</p>`
        : nothing
    }
  </div>`;
}

/** The value of `aria-describedby` of a control, or nothing. */
export function describedBy(id: string, hint: unknown, errors: readonly string[]): string | typeof nothing {
  const ids = [hint ? `${id}-hint` : '', errors.length > 0 ? `${id}-wrong` : ''].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : nothing;
}
