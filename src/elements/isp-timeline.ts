import {html, LitElement, nothing, svg, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {stripOf, type Mark, type Strip} from '../app/use-strip.ts';
import type {UseRow} from '../app/use-rows.ts';
import {styles} from './isp-timeline.styles.ts';
import {Localize} from './localize.ts';
import {PickPeriodEvent, PickRowEvent} from './use-events.ts';
import {rowWords} from './use-words.ts';

/**
 * The visits of 12 or 24 months on one axis. The drawing is hidden from assistive technology: the list below holds the
 * same events. One tab stop; arrows, Home and End walk through the events, Enter goes to the event in the list.
 *
 * @tag isp-timeline
 */
export class IspTimeline extends LitElement {
  static override styles = styles;

  /** Every event, newest first; those of the period are drawn. */
  @property({attribute: false}) rows: readonly UseRow[] = [];

  /** First local day of the period. */
  @property({attribute: false}) from = '';

  /** Last local day of the period. */
  @property({attribute: false}) to = '';

  /** Index date (enrolment), or null. */
  @property({attribute: false}) index: string | null = null;

  /** Length of the period. */
  @property({attribute: false}) months: 12 | 24 = 12;

  /** Key of the event that is pointed out, or null. */
  @property({attribute: false}) picked: string | null = null;

  @state() private width = 320;

  readonly #text = new Localize(this);
  #strip: Strip | null = null;
  #drawn: readonly UseRow[] = [];
  readonly #observer = new ResizeObserver(([entry]) => {
    // Steps of 4 px: enough for the eye, and a drag of the border does not draw a hundred times.
    if (entry) this.width = Math.floor(entry.contentRect.width / 4) * 4;
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
  }

  protected override willUpdate(changed: PropertyValues): void {
    const {rows, from, to, index, width} = this;
    if (changed.has('rows') || changed.has('from') || changed.has('to')) {
      this.#drawn = rows.filter((row) => row.date >= from.slice(0, row.date.length)).reverse();
    }
    if (['rows', 'from', 'to', 'index', 'width'].some((name) => changed.has(name))) {
      this.#strip = stripOf({rows: this.#drawn, from, to, index, width});
    }
  }

  override render(): TemplateResult {
    const {use: t} = this.#text.t;
    const place = this.#drawn.findIndex(({key}) => key === this.picked);
    const row = this.#drawn[place];
    const words = row ? rowWords(row, this.#text.t, this.#text.format).join(', ') : '';
    return html`<div class="head">
        <div class="periods" role="group" aria-label=${t.period}>
          ${([12, 24] as const).map(
            (months) =>
              html`<button
                class="quiet small"
                type="button"
                aria-pressed=${this.months === months ? 'true' : 'false'}
                @click=${() => this.dispatchEvent(new PickPeriodEvent(months))}
              >
                ${t.months(this.#text.format.number(months))}
              </button>`,
          )}
        </div>
      </div>
      ${
        this.#drawn.length === 0
          ? this.#renderStrip()
          : html`<div
              class="walk"
              role="slider"
              tabindex="0"
              aria-label=${t.timeline}
              aria-description=${t.timelineHelp}
              aria-valuemin="0"
              aria-valuemax=${this.#drawn.length}
              aria-valuenow=${place + 1}
              aria-valuetext=${words || t.contacts(this.#drawn.length, this.#text.format.number(this.#drawn.length))}
              @keydown=${this.#onKey}
              @pointerdown=${this.#onPointer}
            >
              ${this.#renderStrip()}
            </div>`
      }
      <p class="said small ${words ? '' : 'muted'}" aria-hidden="true">${words || t.timelineHelp}</p>
      ${this.#renderLegend()}`;
  }

  #renderStrip(): TemplateResult | typeof nothing {
    const strip = this.#strip;
    if (!strip) return nothing;
    const {use: t} = this.#text.t;
    const bottom = strip.height - 18;
    return html`<svg aria-hidden="true" width=${strip.width} height=${strip.height}>
      ${strip.months.map(
        ({x, month, labelled, newYear}) =>
          svg`<line class=${newYear ? 'year' : 'grid'} x1=${x} x2=${x} y1="10" y2=${bottom}></line>
            ${
              labelled
                ? svg`<text class="month" x=${x + 2} y=${strip.height - 4}>${
                    newYear ? month.slice(0, 4) : this.#text.format.shortMonth(month)
                  }</text>`
                : nothing
            }`,
      )}
      ${strip.lanes.map(
        ({lane, y, height}) =>
          svg`<text class="lane" x="0" y=${y + height - 2}>${t.laneShort[lane]}</text>
            <line class="base" x1=${strip.start} x2=${strip.width} y1=${y + height + 1} y2=${y + height + 1}></line>`,
      )}
      ${
        strip.enrolment === null
          ? nothing
          : svg`<line class="enrolment" x1=${strip.enrolment} x2=${strip.enrolment} y1="0" y2=${bottom}></line>
            <text class="enrolment-word" x=${strip.enrolment + (strip.enrolment > strip.width / 2 ? -4 : 4)} y="9"
              text-anchor=${strip.enrolment > strip.width / 2 ? 'end' : 'start'}>${t.enrolment}</text>`
      }
      ${strip.ticks.map(
        ({x, y, width, height}) =>
          svg`<rect class="tick" x=${x} y=${y} width=${width} height=${height}></rect>`,
      )}
      ${strip.marks.map((mark) => this.#renderMark(mark))} ${this.#renderPicked(strip)}
    </svg>`;
  }

  #renderMark(mark: Mark): TemplateResult {
    const {x, y, width, height, shape} = mark;
    if (shape === 'visit') {
      return svg`<path class=${mark.hollow ? 'hollow' : 'solid'}
        d=${`M${x + 0.75} ${y + height - 1}L${x + width / 2} ${y + 1}L${x + width - 0.75} ${y + height - 1}Z`}></path>`;
    }
    if (shape === 'column') {
      return svg`<rect class="column" x=${x} y=${y} width=${width} height=${height}></rect>
        <text class="number" x=${x + width / 2} y=${y - 3} text-anchor="middle">${this.#text.format.number(mark.rows.length)}</text>`;
    }
    const look = shape === 'band' ? 'band' : mark.hollow ? 'hollow' : 'stay';
    return svg`<rect class=${look} x=${x + 0.5} y=${y} width=${Math.max(3, width - 1)} height=${height} rx="1.5"></rect>
      ${
        mark.ongoing
          ? svg`<path class="solid" d=${`M${x + width} ${y - 1}l5 ${height / 2 + 1}l-5 ${height / 2 + 1}Z`}></path>`
          : nothing
      }`;
  }

  #renderPicked(strip: Strip): TemplateResult | typeof nothing {
    const mark = [...strip.marks, ...strip.ticks].find(({rows}) => rows.some(({key}) => key === this.picked));
    if (!mark) return nothing;
    return svg`<rect class="picked" x=${mark.x - 3} y=${mark.y - 3} width=${mark.width + 6} height=${mark.height + 6} rx="3"></rect>`;
  }

  #renderLegend(): TemplateResult {
    const {use: t} = this.#text.t;
    return html`<p class="legend small" aria-hidden="true">
      <span
        ><svg width="11" height="11"><path class="solid" d="M0.75 10L5.5 1L10.25 10Z"></path></svg>
        ${t.kind['ed-visit']}</span
      >
      <span
        ><svg width="16" height="11">
          <rect class="stay" x="0" y="1" width="16" height="9" rx="1.5"></rect>
        </svg>
        ${t.kind.stay}</span
      >
      ${
        this.#strip?.ticks.length === 0
          ? nothing
          : html`<span
              ><svg width="6" height="11"><rect class="tick" x="2" y="0" width="2" height="11"></rect></svg>
              ${t.lane.other}</span
            >`
      }
    </p>`;
  }

  #onKey(event: KeyboardEvent): void {
    const last = this.#drawn.length - 1;
    const place = this.#drawn.findIndex(({key}) => key === this.picked);
    const next = new Map([
      ['ArrowLeft', place < 0 ? last : Math.max(0, place - 1)],
      ['ArrowDown', place < 0 ? last : Math.max(0, place - 1)],
      ['ArrowRight', Math.min(last, place + 1)],
      ['ArrowUp', Math.min(last, place + 1)],
      ['Home', 0],
      ['End', last],
      ['Enter', place],
    ]).get(event.key);
    const row = next === undefined ? undefined : this.#drawn[next];
    if (!row) return;
    event.preventDefault();
    this.dispatchEvent(new PickRowEvent(row.key, event.key === 'Enter'));
  }

  #onPointer(event: PointerEvent): void {
    const strip = this.#strip;
    const box = this.renderRoot.querySelector('svg')?.getBoundingClientRect();
    if (!strip || !box) return;
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    let best: {readonly far: number; readonly key: string} | null = null;
    for (const mark of [...strip.marks, ...strip.ticks]) {
      const dx = Math.max(mark.x - x, 0, x - mark.x - mark.width);
      const dy = Math.max(mark.y - y, 0, y - mark.y - mark.height);
      const far = Math.hypot(dx, dy);
      const key = mark.rows[0]?.key;
      if (key && far < (best?.far ?? 24)) best = {far, key};
    }
    if (best) this.dispatchEvent(new PickRowEvent(best.key, false));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-timeline': IspTimeline;
  }
}
