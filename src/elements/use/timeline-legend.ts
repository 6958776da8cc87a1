import {html, nothing, svg, type TemplateResult} from 'lit';
import type {Mark, Strip} from '../../app/use-strip.ts';
import type {HistoryMessages} from '../../i18n/use-words.ts';

/** What the shapes mean: only those that are in the drawing. */
export function legend(strip: Strip, t: HistoryMessages): TemplateResult {
  const has = (test: (mark: Mark) => boolean): boolean => strip.marks.some(test);
  const visits = has(({shape, rows}) => shape === 'visit' && rows[0]?.lane === 'ed');
  const lwbs = has(({shape, hollow}) => shape === 'visit' && hollow);
  return html`<p class="legend small" aria-hidden="true">
    ${visits ? line(11, svg`<path class="solid" d="M0.75 10L5.5 1L10.25 10Z"></path>`, t.kind['ed-visit']) : nothing}
    ${lwbs ? line(12, svg`<path class="hollow" d="M1 10L6 1L11 10Z"></path>`, t.flag.lwbs) : nothing}
    ${
      has(({shape}) => shape === 'column')
        ? line(11, svg`<rect class="column" x="1" y="1" width="9" height="10"></rect>`, t.columns)
        : nothing
    }
    ${
      has(({shape, hollow}) => shape === 'bar' && !hollow)
        ? line(
            16,
            svg`<rect class="stay" x="0" y="1.5" width="16" height="8.5" rx="1.5"></rect>`,
            t.kind.stay,
          )
        : nothing
    }
    ${
      has(({shape, hollow, ongoing}) => shape === 'bar' && !hollow && ongoing)
        ? line(9, svg`<path class="solid" d="M1 1l7 4.5l-7 4.5Z"></path>`, t.flag.ongoing)
        : nothing
    }
    ${
      has(({shape, hollow}) => shape === 'tick' && !hollow)
        ? line(6, svg`<rect class="tick" x="2" y="0" width="2" height="11"></rect>`, t.lane.other)
        : nothing
    }
    ${
      has(({shape, hollow}) => shape === 'tick' && hollow)
        ? line(
            6,
            svg`<rect class="tick hollow" x="1.5" y="0.5" width="3" height="10"></rect>`,
            t.lane.unclassified,
          )
        : nothing
    }
    ${
      has(({shape}) => shape === 'band')
        ? line(
            16,
            svg`<rect class="band" x="0.7" y="1.5" width="14.6" height="8" rx="1.5"></rect>`,
            t.flag['date-uncertain'],
          )
        : nothing
    }
    ${
      strip.enrolment?.side === null
        ? line(5, svg`<line class="enrolment" x1="2.5" x2="2.5" y1="0" y2="11"></line>`, t.enrolment)
        : nothing
    }
    ${
      strip.reviews.length > 0
        ? line(9, svg`<path class="review" d="M4.5 1l4 4.5l-4 4.5l-4-4.5Z"></path>`, t.review)
        : nothing
    }
  </p>`;
}

function line(width: number, shape: TemplateResult, words: string): TemplateResult {
  return html`<span><svg width=${width} height="11">${shape}</svg> ${words}</span>`;
}
