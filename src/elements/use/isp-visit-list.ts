import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {listOf, prepareSearch, type MonthGroup, type UseList} from '../../app/use-list.ts';
import type {UseOfServices} from '../../app/state.ts';
import {useRows, type Lane, type UseRow} from '../../app/use-rows.ts';
import {loadHistoryWords, type HistoryMessages} from '../../i18n/use-words.ts';
import {styles} from './isp-visit-list.styles.ts';
import {LazyElement} from '../shared/lazy-element.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';
import {RovingRows} from '../shared/roving-rows.ts';
import {foundWords, visitTools} from './visit-list-tools.ts';
import {rowLine} from './visit-row.ts';
import {WhenPrinted} from '../shared/when-printed.ts';

/** Rows whose search is prepared in one go. */
const SLICE = 1000;

/**
 * Every visit, newest first, by month. The newest 150 rows are drawn; older months are headings that draw theirs when
 * opened. The search goes through the whole history. Arrow keys walk from row to row; a row opens to its details.
 *
 * @tag isp-visit-list
 */
export class IspVisitList extends LitElement {
  static override styles = styles;

  /** The use of services whose events are listed. */
  @property({attribute: false}) use: UseOfServices | null = null;

  /** First local day of the period on the screen. */
  @property({attribute: false}) from = '';

  /** Key of the event that is pointed out, or null. */
  @property({attribute: false}) picked: string | null = null;

  /** Birth date of the person, for what depends on the age. */
  @property({attribute: false}) birthDate: string | null = null;

  @state() private lane: Lane | null = null;
  @state() private query = '';
  @state() private earlierOpen = false;
  @state() private everything = false;
  @state() private turned: ReadonlySet<string> = new Set();
  @state() private opened: ReadonlySet<string> = new Set();

  readonly #text = new Localize(this);
  readonly #words = new LazyWords(this, this.#text, loadHistoryWords);
  readonly #rows = new RovingRows(this);
  readonly #detail = new LazyElement(
    this,
    'isp-visit-detail',
    async () => (await import('./isp-visit-detail.ts')).IspVisitDetail,
  );

  constructor() {
    super();
    // Paper shows everything; the browser waits for nothing, so it is drawn at once.
    this.addController(
      new WhenPrinted((printing) => {
        this.everything = printing;
        this.performUpdate();
      }),
    );
  }

  /** Opens the month of an event and gives the event the focus. */
  async goTo(key: string): Promise<void> {
    const row = this.#all.find((candidate) => candidate.key === key);
    if (row) await this.#show(row.date.slice(0, 7), row, key);
  }

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    if (!t) return nothing;
    const list = this.#list();
    const closed = [...list.months, ...list.earlier].some((group) => !this.#isOpen(group));
    const {format} = this.#text;
    const isWhole = this.use?.historyComplete === true;
    const found = foundWords(list, this.query.trim() !== '', isWhole, t, format);
    return html`${visitTools(
        {
          rows: this.#all,
          from: this.from,
          lane: this.lane,
          query: this.query,
          onLane: (lane) => (this.lane = lane),
          onQuery: (query) => (this.query = query),
          onSearching: () => this.#prepare(0),
          onMonth: (month) => void this.#goToMonth(month),
        },
        t,
        format,
      )}
      <p class="found small muted" role="status">${found}</p>
      <div class="months" @keydown=${this.#rows.onKey} @focusin=${this.#rows.onFocus}>
        ${this.#renderMonths(list.months, t)} ${list.before > 0 ? this.#renderEarlier(list, t) : nothing}
      </div>
      ${
        closed
          ? html`<button class="quiet all" type="button" @click=${() => (this.everything = true)}>
              ${t.showAll}
            </button>`
          : nothing
      }`;
  }

  #renderEarlier(list: UseList, t: HistoryMessages): TemplateResult {
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
      ${open ? this.#renderMonths(list.earlier, t) : nothing}`;
  }

  #renderMonths(groups: readonly MonthGroup[], t: HistoryMessages): TemplateResult {
    return html`${repeat(
      groups,
      ({month}) => month,
      (group) => this.#renderMonth(group, t),
    )}`;
  }

  #renderMonth(group: MonthGroup, t: HistoryMessages): TemplateResult {
    const {format} = this.#text;
    const open = this.#isOpen(group);
    const name = format.month(group.month);
    return html`<div class=${open && !group.open ? 'group older' : 'group'}>
      ${
        group.open
          ? html`<h3 class="month">${name}</h3>`
          : html`<h3>
              <button
                class="month"
                type="button"
                aria-expanded=${open ? 'true' : 'false'}
                @click=${() => this.#turn(group)}
              >
                ${name}
                <span class="muted small"
                  >${t.contacts(group.rows.length, format.number(group.rows.length))}</span
                >
              </button>
            </h3>`
      }
      ${
        open
          ? html`<ol>
              ${repeat(
                group.rows,
                ({key}) => key,
                (row) => this.#renderRow(row, t),
              )}
            </ol>`
          : nothing
      }
    </div>`;
  }

  #renderRow(row: UseRow, t: HistoryMessages): TemplateResult {
    const open = this.opened.has(row.key);
    const {panel} = this.#text.t;
    return html`<li class=${row.key === this.picked ? 'picked' : ''}>
      ${rowLine(row, open, t, this.#text.format, () => this.#toggle(row.key))}
      ${
        !open
          ? nothing
          : this.#detail.status === 'ready'
            ? html`<isp-visit-detail
                .use=${this.use}
                .key=${row.key}
                .birthDate=${this.birthDate}
              ></isp-visit-detail>`
            : html`<p class="small muted">
                ${this.#detail.status === 'failed' ? panel.couldNotLoad : panel.loading}
              </p>`
      }
    </li>`;
  }

  get #all(): readonly UseRow[] {
    return this.use ? useRows(this.use) : [];
  }

  #list(): UseList {
    const {lane, query, from} = this;
    const discharged = this.#words.value?.discharged;
    return listOf(this.#all, {lane, query, from, ...(discharged && {discharged})});
  }

  #isOpen(group: MonthGroup): boolean {
    return this.everything || group.open || this.turned.has(idOf(group));
  }

  #turn(group: MonthGroup): void {
    this.turned = turnedOver(this.turned, idOf(group));
  }

  #toggle(key: string): void {
    this.opened = turnedOver(this.opened, key);
    void this.#detail.load();
  }

  /** Makes sure that the rows of a month, or one of them, are drawn. */
  #openMonth(month: string, row: UseRow | null): void {
    const list = this.#list();
    const isIt = (one: MonthGroup): boolean => one.month === month && (!row || one.rows.includes(row));
    const inPeriod = list.months.find(isIt);
    const group = inPeriod ?? list.earlier.find(isIt);
    if (!group) return;
    if (!inPeriod) this.earlierOpen = true;
    if (!this.#isOpen(group)) this.#turn(group);
  }

  async #goToMonth(month: string): Promise<void> {
    const first = this.#all.find(({date}) => date.startsWith(month));
    if (first) await this.#show(month, null, first.key);
  }

  async #show(month: string, row: UseRow | null, focus: string): Promise<void> {
    this.lane = null;
    this.query = '';
    this.#openMonth(month, row);
    await this.updateComplete;
    this.#rows.focus(focus);
  }

  /** In slices, so that the page answers in between. */
  #prepare(from: number): void {
    if (from >= this.#all.length || !this.isConnected) return;
    prepareSearch(this.#all, from, from + SLICE, this.#words.value?.discharged);
    setTimeout(() => this.#prepare(from + SLICE));
  }
}

/** A month at the edge of the period stands in both parts of the list. */
function idOf({month, rows}: MonthGroup): string {
  return `${month} ${rows[0]?.key ?? ''}`;
}

function turnedOver(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-visit-list': IspVisitList;
  }
}
