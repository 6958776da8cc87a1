import {html, nothing, type TemplateResult} from 'lit';
import {yearsOf} from '../../app/use-list.ts';
import type {UseRow} from '../../app/use-rows.ts';
import type {Format} from '../../i18n/format.ts';
import type {HistoryMessages} from '../../i18n/use-words.ts';
import {glyph} from './use-glyph.ts';
import {dischargedTo, flagWords, lengthWords} from './use-words.ts';

/** One event in two lines; it opens to its details. The tab stop is moved by the list. */
export function rowLine(
  row: UseRow,
  open: boolean,
  t: HistoryMessages,
  format: Format,
  toggle: () => void,
): TemplateResult {
  // The month stands above in words; a date that is no more than that says so in numbers.
  const isDay = row.date.length === 10;
  const length = lengthWords(row, t, format);
  const detail = [row.reason, row.flags.includes('lwbs') ? null : dischargedTo(row, t)]
    .filter(Boolean)
    .join(' · ');
  const flags = flagWords(row, t, format).join(', ');
  return html`<button
    class="row"
    type="button"
    tabindex="-1"
    data-key=${row.key}
    aria-expanded=${open ? 'true' : 'false'}
    @click=${toggle}
  >
    <span class="when">
      <time datetime=${row.date}>${isDay ? format.shortDate(row.date) : format.date(row.date)}</time>
      ${row.time ? html`<span class="muted small">${row.time}</span>` : nothing}
    </span>
    <span class="what">
      ${glyph(row)} <span class="kind">${t.kind[row.kind]}</span>
      ${row.site ? html`<span class="muted">${row.site}</span>` : nothing}
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
  </button>`;
}

/** The months that have something, by year; choosing one goes there and leaves the menu as it was. */
export function jumpMenu(
  rows: readonly UseRow[],
  t: HistoryMessages,
  format: Format,
  go: (month: string) => void,
): TemplateResult | typeof nothing {
  const years = yearsOf(rows);
  if (years.reduce((sum, {months}) => sum + months.length, 0) < 3) return nothing;
  return html`<select
    aria-label=${t.jumpTo}
    .value=${''}
    @change=${(event: Event) => {
      const menu = event.target as HTMLSelectElement;
      const month = menu.value;
      menu.value = '';
      go(month);
    }}
  >
    <option value="">${t.jump}</option>
    ${years.map(
      ({year, months}) =>
        html`<optgroup label=${year}>
          ${months.map((month) => html`<option value=${month}>${format.month(month)}</option>`)}
        </optgroup>`,
    )}
  </select>`;
}
