import {html, svg, type TemplateResult} from 'lit';
import type {UseRow} from '../../app/use-rows.ts';

/** The same shapes as in the drawing: shape before colour, and never alone. */
export function glyph(row: Pick<UseRow, 'lane' | 'kind' | 'flags'>): TemplateResult {
  return html`<svg aria-hidden="true" width="11" height="11">${shape(row)}</svg>`;
}

function shape({lane, kind, flags}: Pick<UseRow, 'lane' | 'kind' | 'flags'>): TemplateResult {
  if (lane === 'ed') {
    const look = flags.includes('lwbs') ? 'hollow' : 'solid';
    return svg`<path class=${look} d="M1 10L5.5 1.5L10 10Z"></path>`;
  }
  if (lane === 'hospital') {
    const look = kind === 'stay' ? 'stay' : 'hollow';
    return svg`<rect class=${look} x="0.6" y="2.5" width="9.8" height="7" rx="1.5"></rect>`;
  }
  const look = lane === 'other' ? 'tick' : 'tick hollow';
  return svg`<rect class=${look} x="4" y="1.5" width="3" height="9"></rect>`;
}
