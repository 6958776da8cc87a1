import {html, nothing, svg, type TemplateResult} from 'lit';
import type {Mark, Strip} from '../../app/use-strip.ts';
import type {Format} from '../../i18n/format.ts';
import type {HistoryMessages} from '../../i18n/use-words.ts';

/** Room below the lanes for the names of the months, in px. */
const AXIS = 18;

/** The strip as a picture; `picked` is the key of the event that is pointed out. */
export function drawing(
  strip: Strip,
  picked: string | null,
  t: HistoryMessages,
  format: Format,
): TemplateResult {
  return html`<svg aria-hidden="true" width=${strip.width} height=${strip.height}>
    ${months(strip, format)} ${lanes(strip, t)} ${enrolment(strip, t)}
    ${strip.marks.map((mark) => shapeOf(mark, format))} ${reviews(strip)} ${frame(strip, picked)}
  </svg>`;
}

function months(strip: Strip, format: Format): readonly TemplateResult[] {
  return strip.months.map(
    ({x, month, labelled, newYear}) =>
      svg`<line class=${newYear ? 'year' : 'grid'} x1=${x} x2=${x} y1="12" y2=${strip.height - AXIS}></line>
        ${
          labelled
            ? svg`<text class="month" x=${x + 2} y=${strip.height - 4}>${
                newYear ? month.slice(0, 4) : format.shortMonth(month)
              }</text>`
            : nothing
        }`,
  );
}

function lanes(strip: Strip, t: HistoryMessages): readonly TemplateResult[] {
  return strip.lanes.map(
    ({lane, y, height}) =>
      svg`<text class="lane" x="0" y=${y + height - 2}>${t.laneShort[lane]}</text>
        <line class="base" x1=${strip.start} x2=${strip.width} y1=${y + height + 0.5} y2=${y + height + 0.5}></line>`,
  );
}

function enrolment({enrolment: line, height}: Strip, t: HistoryMessages): TemplateResult | typeof nothing {
  if (!line) return nothing;
  const {x, side} = line;
  return svg`<line class="enrolment" x1=${x} x2=${x} y1="0" y2=${height - AXIS}></line>
    ${
      side === null
        ? nothing
        : svg`<text class="enrolment-word" x=${x + (side === 'left' ? -5 : 5)} y="9"
            text-anchor=${side === 'left' ? 'end' : 'start'}>${t.enrolment}</text>`
    }`;
}

/** A diamond on the upper edge for each review. */
function reviews(strip: Strip): readonly TemplateResult[] {
  return strip.reviews.map((x) => svg`<path class="review" d=${`M${x} 0.5l4 4.5l-4 4.5l-4-4.5Z`}></path>`);
}

function shapeOf(mark: Mark, format: Format): TemplateResult {
  const {x, y, width, height, shape, hollow, ongoing} = mark;
  if (shape === 'visit') {
    const triangle = `M${x + 0.75} ${y + height - 1}L${x + width / 2} ${y + 1}L${x + width - 0.75} ${y + height - 1}Z`;
    return svg`<path class=${hollow ? 'hollow' : 'solid'} d=${triangle}></path>
      ${ongoing ? now(x + width, y + 1, height - 2) : nothing}`;
  }
  if (shape === 'column') {
    return svg`<rect class="column" x=${x} y=${y} width=${width} height=${height}></rect>
      <text class="number" x=${x + width / 2} y=${y - 3} text-anchor="middle">${format.number(mark.rows.length)}</text>`;
  }
  if (shape === 'tick') {
    const look = hollow ? 'tick hollow' : 'tick';
    return svg`<rect class=${look} x=${x} y=${y} width=${hollow ? 3 : width} height=${height}></rect>`;
  }
  const look = shape === 'band' ? 'band' : hollow ? 'hollow' : 'stay';
  return svg`<rect class=${look} x=${x + 0.5} y=${y} width=${Math.max(3, width - 1)} height=${height} rx="1.5"></rect>
    ${ongoing ? now(x + width, y - 1, height + 2) : nothing}`;
}

/** What goes on points beyond today. */
function now(x: number, y: number, height: number): TemplateResult {
  return svg`<path class="solid" d=${`M${x} ${y}l5 ${height / 2}l-5 ${height / 2}Z`}></path>`;
}

function frame(strip: Strip, picked: string | null): TemplateResult | typeof nothing {
  const mark = picked && strip.marks.find(({rows}) => rows.some(({key}) => key === picked));
  if (!mark) return nothing;
  return svg`<rect class="picked" x=${mark.x - 3} y=${mark.y - 3} width=${mark.width + 6} height=${mark.height + 6} rx="3"></rect>`;
}
