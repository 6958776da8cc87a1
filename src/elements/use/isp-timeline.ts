import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {UseRow} from '../../app/use-rows.ts';
import {stripOf, type Mark, type Strip} from '../../app/use-strip.ts';
import {loadHistoryWords, type HistoryMessages} from '../../i18n/use-words.ts';
import {styles} from './isp-timeline.styles.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';
import {drawing} from './timeline-drawing.ts';
import {legend} from './timeline-legend.ts';
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

  /** Local days on which the plan was reviewed. */
  @property({attribute: false}) reviews: readonly string[] = [];

  /** Length of the period. */
  @property({attribute: false}) months: 12 | 24 = 12;

  /** Key of the event that is pointed out, or null. */
  @property({attribute: false}) picked: string | null = null;

  @state() private width = 320;

  readonly #text = new Localize(this);
  readonly #words = new LazyWords(this, this.#text, loadHistoryWords);
  #strip: Strip | null = null;
  #drawn: readonly UseRow[] = [];
  readonly #observer = new ResizeObserver(() => {
    // In the next frame: a drawing of another height may not change what is being observed.
    requestAnimationFrame(() => this.#measure());
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
  }

  /** Takes the focus, and with it comes into sight. */
  goTo(): void {
    this.renderRoot.querySelector<HTMLElement>('.walk')?.focus();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.hasUpdated) this.#measure();
    const {rows, from, to, index, reviews, width} = this;
    if (changed.has('rows') || changed.has('from') || changed.has('to')) {
      this.#drawn = rows.filter((row) => row.date >= from.slice(0, row.date.length)).reverse();
    }
    if (['rows', 'from', 'to', 'index', 'reviews', 'width'].some((name) => changed.has(name))) {
      this.#strip = stripOf({rows: this.#drawn, from, to, index, reviews, width});
    }
  }

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    const strip = this.#strip;
    if (!t || !strip) return nothing;
    const {format} = this.#text;
    const place = this.#drawn.findIndex(({key}) => key === this.picked);
    const said = this.#saidOf(this.#drawn[place], strip, t);
    const picture = drawing(strip, this.picked, t, format);
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
                ${t.months(format.number(months))}
              </button>`,
          )}
        </div>
      </div>
      ${
        this.#drawn.length === 0
          ? picture
          : html`<div
              class="walk"
              role="slider"
              tabindex="0"
              aria-label=${t.timeline}
              aria-description=${t.timelineHelp}
              aria-valuemin="0"
              aria-valuemax=${this.#drawn.length}
              aria-valuenow=${place + 1}
              aria-valuetext=${said || t.contacts(this.#drawn.length, format.number(this.#drawn.length))}
              @keydown=${this.#onKey}
              @pointerdown=${this.#onPointer}
            >
              ${picture}
            </div>`
      }
      <p class="said small ${said ? '' : 'muted'}" aria-hidden="true">
        ${said || (this.#drawn.length > 0 ? t.timelineHelp : t.noneInPeriod)}
      </p>
      ${legend(strip, t)}`;
  }

  /** Steps of 4 px: enough for the eye, and a drag of the border does not draw a hundred times. */
  #measure(): void {
    const width = Math.floor(this.clientWidth / 4) * 4;
    if (width > 0) this.width = width;
  }

  /** The event that is pointed out, in words; of a column also how many it stands for. */
  #saidOf(row: UseRow | undefined, strip: Strip, t: HistoryMessages): string {
    if (!row) return '';
    const {format} = this.#text;
    const words = rowWords(row, t, format).join(', ');
    const mark = strip.marks.find(({rows}) => rows.includes(row));
    if (mark?.shape !== 'column') return words;
    const {length} = mark.rows;
    return `${t.inColumn(format.month(row.date.slice(0, 7)), length, format.number(length))}. ${words}`;
  }

  #onKey(event: KeyboardEvent): void {
    const last = this.#drawn.length - 1;
    const place = this.#drawn.findIndex(({key}) => key === this.picked);
    const back = place < 0 ? last : Math.max(0, place - 1);
    const on = Math.min(last, place + 1);
    const next = new Map([
      ['ArrowLeft', back],
      ['ArrowDown', back],
      ['ArrowRight', on],
      ['ArrowUp', on],
      ['Home', 0],
      ['End', last],
      ['Enter', place],
    ]).get(event.key);
    const row = next === undefined ? undefined : this.#drawn[next];
    if (!row) return;
    event.preventDefault();
    this.dispatchEvent(new PickRowEvent(row.key, event.key === 'Enter'));
  }

  /** The nearest mark within a finger's reach. */
  #onPointer(event: PointerEvent): void {
    const strip = this.#strip;
    const box = this.renderRoot.querySelector('svg')?.getBoundingClientRect();
    if (!strip || !box) return;
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    let best: {readonly far: number; readonly mark: Mark} | null = null;
    for (const mark of strip.marks) {
      const dx = Math.max(mark.x - x, 0, x - mark.x - mark.width);
      const dy = Math.max(mark.y - y, 0, y - mark.y - mark.height);
      const far = Math.hypot(dx, dy);
      if (far < (best?.far ?? 24)) best = {far, mark};
    }
    const row = best?.mark.rows.at(-1);
    if (row) this.dispatchEvent(new PickRowEvent(row.key, false));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-timeline': IspTimeline;
  }
}
