import {html, type TemplateResult} from 'lit';
import {guard} from 'lit/directives/guard.js';
import {laneCounts, lanesOf, type UseList} from '../../app/use-list.ts';
import type {Lane, UseRow} from '../../app/use-rows.ts';
import type {Format} from '../../i18n/format.ts';
import type {HistoryMessages} from '../../i18n/use-words.ts';
import {jumpMenu} from './visit-row.ts';

/** What the list shows, and what is done when a person wants something else. */
export interface VisitTools {
  readonly rows: readonly UseRow[];
  readonly from: string;
  readonly lane: Lane | null;
  readonly query: string;
  readonly onLane: (lane: Lane | null) => void;
  readonly onQuery: (query: string) => void;
  /** The search is about to be used. */
  readonly onSearching: () => void;
  readonly onMonth: (month: string) => void;
}

/** Filters by lane, the search, and the months that can be gone to. */
export function visitTools(tools: VisitTools, t: HistoryMessages, format: Format): TemplateResult {
  const {rows} = tools;
  const counts = laneCounts(rows, tools.from);
  return html`<div class="tools">
    <div class="lanes" role="group" aria-label=${t.filter}>
      ${lanesOf(rows).map(
        (lane) =>
          html`<button
            type="button"
            aria-pressed=${(tools.lane ?? 'all') === lane ? 'true' : 'false'}
            @click=${() => tools.onLane(lane === 'all' ? null : lane)}
          >
            ${t.lane[lane]} <span class="muted">${format.number(counts[lane])}</span>
          </button>`,
      )}
    </div>
    <div class="find">
      <input
        type="search"
        autocomplete="off"
        aria-label=${t.search}
        placeholder=${t.searchHint}
        .value=${tools.query}
        @focus=${tools.onSearching}
        @input=${(event: Event) => tools.onQuery((event.target as HTMLInputElement).value)}
      />
      ${guard([rows, t], () => jumpMenu(rows, t, format, tools.onMonth))}
    </div>
  </div>`;
}

/** What a search found, and in how much of the history; or that the period is empty. */
export function foundWords(
  {shown}: UseList,
  searching: boolean,
  isWhole: boolean,
  t: HistoryMessages,
  format: Format,
): string {
  if (!searching) return shown === 0 ? t.noneInPeriod : '';
  if (shown === 0) return isWhole ? t.nothingFound : t.nothingFoundSoFar;
  return (isWhole ? t.found : t.foundSoFar)(shown, format.number(shown));
}
