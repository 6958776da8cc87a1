import {html, LitElement, nothing, svg, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {laneCounts, listOf, type MonthGroup, type UseList} from '../app/use-list.ts';
import type {Lane, UseRow} from '../app/use-rows.ts';
import {styles} from './isp-visit-list.styles.ts';
import {Localize} from './localize.ts';
import {flagWords, lengthWords} from './use-words.ts';

const LANES = ['all', 'ed', 'hospital', 'other'] as const;

/**
 * Every visit, newest first, by month. The newest 150 rows are drawn; older months are headings that draw theirs when
 * opened. The search goes through the whole history.
 *
 * @tag isp-visit-list
 */
export class IspVisitList extends LitElement {
  static override styles = styles;

  /** Every event, newest first. */
  @property({attribute: false}) rows: readonly UseRow[] = [];

  /** First local day of the period on the screen. */
  @property({attribute: false}) from = '';

  /** Key of the event that is pointed out, or null. */
  @property({attribute: false}) picked: string | null = null;

  @state() private lane: Lane | null = null;
  @state() private query = '';
  @state() private earlierOpen = false;
  @state() private everything = false;
  @state() private turned: ReadonlySet<string> = new Set();

  readonly #text = new Localize(this);

  /** Opens the month of an event and gives it the focus. */
  async goTo(key: string): Promise<void> {
    const row = this.rows.find((candidate) => candidate.key === key);
    if (!row) return;
    this.lane = null;
    this.query = '';
    const month = row.date.slice(0, 7);
    const group = this.#list().months.find((candidate) => candidate.month === month);
    if (group && !this.#isOpen(group)) this.#turn(month);
    await this.updateComplete;
    const item = [...this.renderRoot.querySelectorAll<HTMLElement>('[data-key]')].find(
      (candidate) => candidate.dataset['key'] === key,
    );
    item?.focus();
  }

  override render(): TemplateResult {
    const {use: t} = this.#text.t;
    const {format} = this.#text;
    const list = this.#list();
    const counts = laneCounts(this.rows, this.from);
    const searching = this.query.trim() !== '';
    const closed = [...list.months, ...(searching ? [] : list.earlier)].some((group) => !this.#isOpen(group));
    return html`<div class="tools">
        <div class="lanes" role="group" aria-label=${t.filter}>
          ${LANES.filter((lane) => lane === 'all' || counts[lane] > 0 || lane === this.lane).map(
            (lane) =>
              html`<button
                type="button"
                aria-pressed=${(this.lane ?? 'all') === lane ? 'true' : 'false'}
                @click=${() => (this.lane = lane === 'all' ? null : lane)}
              >
                ${t.lane[lane]} <span class="muted">${format.number(counts[lane])}</span>
              </button>`,
          )}
        </div>
        <input
          type="search"
          autocomplete="off"
          aria-label=${t.search}
          placeholder=${t.searchHint}
          .value=${this.query}
          @input=${this.#onSearch}
        />
      </div>
      ${
        searching
          ? html`<p class="small muted">
              ${list.shown > 0 ? t.found(list.shown, format.number(list.shown)) : t.nothingFound}
            </p>`
          : list.shown === 0
            ? html`<p class="muted">${t.noneInPeriod}</p>`
            : nothing
      }
      ${this.#renderMonths(list.months)} ${list.before > 0 ? this.#renderEarlier(list) : nothing}
      ${
        closed
          ? html`<button class="quiet all" type="button" @click=${() => (this.everything = true)}>
              ${t.showAll}
            </button>`
          : nothing
      }`;
  }

  #renderEarlier(list: UseList): TemplateResult {
    const {use: t} = this.#text.t;
    const open = this.earlierOpen || this.everything;
    return html`<button
        class="month earlier"
        type="button"
        aria-expanded=${open ? 'true' : 'false'}
        @click=${() => {
          this.earlierOpen = !open;
          this.everything = false;
        }}
      >
        ${t.earlier(list.before, this.#text.format.number(list.before))}
      </button>
      ${open ? this.#renderMonths(list.earlier) : nothing}`;
  }

  #renderMonths(groups: readonly MonthGroup[]): TemplateResult {
    return html`${repeat(
      groups,
      ({month}) => month,
      (group) => this.#renderMonth(group),
    )}`;
  }

  #renderMonth(group: MonthGroup): TemplateResult {
    const {use: t} = this.#text.t;
    const {format} = this.#text;
    const open = this.#isOpen(group);
    const count = html`<span class="muted small"
      >${t.contacts(group.rows.length, format.number(group.rows.length))}</span
    >`;
    const name = format.month(group.month);
    return html`<div class="group">
      ${
        group.open
          ? html`<h3 class="month">${name}</h3>`
          : html`<h3>
              <button
                class="month"
                type="button"
                aria-expanded=${open ? 'true' : 'false'}
                @click=${() => this.#turn(group.month)}
              >
                ${name} ${count}
              </button>
            </h3>`
      }
      ${
        open
          ? html`<ol>
              ${repeat(
                group.rows,
                ({key}) => key,
                (row) => this.#renderRow(row),
              )}
            </ol>`
          : nothing
      }
    </div>`;
  }

  #renderRow(row: UseRow): TemplateResult {
    const {t, format} = this.#text;
    const length = lengthWords(row, t, format);
    const detail = [row.reason, row.flags.includes('lwbs') ? null : row.discharge]
      .filter(Boolean)
      .join(' · ');
    const flags = flagWords(row, t, format).join(', ');
    return html`<li data-key=${row.key} tabindex="-1" class=${row.key === this.picked ? 'picked' : ''}>
      <span class="when">
        <time datetime=${row.date}>${format.shortDate(row.date)}</time>
        ${row.time ? html`<span class="muted small">${row.time}</span>` : nothing}
      </span>
      <span class="what">
        ${glyph(row)} <span>${t.use.kind[row.kind]}</span> ${
          row.site ? html`<span class="muted">${row.site}</span>` : nothing
        }
      </span>
      <span class="length">${length ?? nothing}</span>
      ${
        detail || flags
          ? html`<span class="detail small"
              >${detail ? html`<span>${detail}</span>` : nothing}${
                flags ? html`<span class="flags">${flags}</span>` : nothing
              }</span
            >`
          : nothing
      }
    </li>`;
  }

  #list(): UseList {
    return listOf(this.rows, {lane: this.lane, query: this.query, from: this.from});
  }

  #isOpen(group: MonthGroup): boolean {
    return this.everything || group.open || this.turned.has(group.month);
  }

  #turn(month: string): void {
    const turned = new Set(this.turned);
    if (!turned.delete(month)) turned.add(month);
    this.turned = turned;
  }

  #onSearch(event: Event): void {
    this.query = (event.target as HTMLInputElement).value;
  }
}

/** The same shapes as in the drawing. */
function glyph(row: UseRow): TemplateResult {
  if (row.lane === 'ed') {
    return html`<svg aria-hidden="true" width="11" height="11">
      <path class=${row.flags.includes('lwbs') ? 'hollow' : 'solid'} d="M1 10L5.5 1.5L10 10Z"></path>
    </svg>`;
  }
  if (row.lane === 'hospital') {
    return html`<svg aria-hidden="true" width="11" height="11">
      ${svg`<rect class=${row.kind === 'stay' ? 'stay' : 'hollow'} x="0.5" y="2.5" width="10" height="7" rx="1.5"></rect>`}
    </svg>`;
  }
  return html`<svg aria-hidden="true" width="11" height="11">
    <rect class="tick" x="4.5" y="2" width="2" height="8"></rect>
  </svg>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-visit-list': IspVisitList;
  }
}
