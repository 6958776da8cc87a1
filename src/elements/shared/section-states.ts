import {html, nothing, type TemplateResult} from 'lit';
import type {Gap} from '../../domain/completeness.ts';
import type {Problem} from '../../domain/problem.ts';
import type {Localize} from './localize.ts';

/** A list on its way: grey lines in its place, and words for those who do not see them. */
export function skeleton(words: string): TemplateResult {
  return html`<div class="skeleton" aria-busy="true">
    <p class="visually-hidden">${words}</p>
    <span></span><span></span><span></span><span></span>
  </div>`;
}

/** A list that may not or could not be read: never shown as empty. */
export function failure(
  words: {readonly notAllowed: string; readonly couldNotLoad: string},
  problem: Problem,
  text: Localize,
  retry: () => void,
): TemplateResult {
  // The rights of an account do not change by asking again.
  if (problem.kind === 'forbidden') return html`<isp-notice heading=${words.notAllowed}></isp-notice>`;
  return html`<isp-notice tone="error" heading=${words.couldNotLoad} .problem=${problem} advised>
    <button slot="action" type="button" @click=${retry}>${text.t.panel.retry}</button>
  </isp-notice>`;
}

/** A part whose code could not be fetched, named, so that nobody takes what is missing for what there is not. */
export function notFetched(
  part: 'plan' | 'use' | 'later',
  text: Localize,
  code: {load(): Promise<void>},
): TemplateResult {
  const {layout, panel} = text.t;
  return html`<isp-notice tone="error" heading=${layout.notFetched[part]}>
    <p>${layout.notFetchedAdvice}</p>
    <button slot="action" type="button" @click=${() => void code.load()}>${panel.retry}</button>
  </isp-notice>`;
}

/** A list of which something is known to be missing. */
export function partial(gaps: readonly Gap[], text: Localize): TemplateResult | typeof nothing {
  if (gaps.length === 0) return nothing;
  const {gaps: t, plan} = text.t;
  const reasons = new Set(
    gaps.map((gap) =>
      gap.reason === 'quarantined' && gap.count !== undefined
        ? t.quarantined(gap.count, text.format.number(gap.count))
        : t.gap[gap.reason],
    ),
  );
  return html`<isp-notice tone="due" heading=${plan.partial}>
    ${[...reasons].map((reason) => html`<p>${reason}</p>`)}
  </isp-notice>`;
}
