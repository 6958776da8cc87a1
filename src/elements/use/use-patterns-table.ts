import {html, nothing, type TemplateResult} from 'lit';
import type {UseOfServices} from '../../app/state.ts';
import {edPatterns} from '../../app/use-patterns.ts';
import {PATTERN_FROM, SHIFTS, type Tally, type UsePatterns} from '../../domain/patterns.ts';
import type {ProofMessages} from '../../i18n/use-words.ts';
import type {Localize} from '../shared/localize.ts';

/** Reasons that are named; the others are added up. */
const NAMED = 6;
/** A Monday, to name the days of the week by. */
const MONDAY = '2024-01-01';

/** Where, why and when: tables from five visits on, words below that. */
export function usePatterns(
  use: UseOfServices,
  {patterns: t}: ProofMessages,
  text: Localize,
): TemplateResult {
  const patterns = edPatterns(use);
  const {format} = text;
  const {complete} = use.proof.windows.last12Months;
  const count = format.number(patterns.n);
  const said = complete ? t.of(patterns.n, count) : t.atLeast(patterns.n, count);
  if (patterns.n === 0 && complete) return html`<p class="small">${t.none}</p>`;
  if (patterns.n < PATTERN_FROM) return html`<p class="small">${said} ${t.few}</p>`;
  return html`<div class="patterns small">
    <p>${said}</p>
    <div class="tallies">
      ${tallyTable(t.site, siteLines(patterns, text), patterns.n, text)}
      ${tallyTable(t.reason, reasonLines(patterns, t, text), patterns.n, text)}
    </div>
    ${weekTable(patterns, t, text)}
  </div>`;
}

function siteLines({sites}: UsePatterns, text: Localize): readonly Tally[] {
  return sites.map(({name, n}) => ({name: name === 'unknown' ? text.t.use.unknownSite : name, n}));
}

function reasonLines(
  {reasons, reasonUnknown}: UsePatterns,
  t: ProofMessages['patterns'],
  {format}: Localize,
): readonly Tally[] {
  const named = reasons.length <= NAMED + 1 ? reasons : reasons.slice(0, NAMED);
  const others = reasons.slice(named.length);
  const rest = others.reduce((sum, {n}) => sum + n, 0);
  return [
    ...named,
    ...(others.length > 0 ? [{name: t.more(others.length, format.number(others.length)), n: rest}] : []),
    ...(reasonUnknown > 0 ? [{name: t.reasonUnknown, n: reasonUnknown}] : []),
  ];
}

/** Each line with its number, and a bar of the same length for the eye. */
function tallyTable(
  heading: string,
  lines: readonly Tally[],
  total: number,
  {format}: Localize,
): TemplateResult {
  return html`<table class="tally">
    <caption>
      ${heading}
    </caption>
    <tbody>
      ${lines.map(
        ({name, n}) =>
          html`<tr>
            <th scope="row">${name}</th>
            <td>
              <svg aria-hidden="true" width="60" height="8">
                <rect class="share" width=${Math.max(1, (60 * n) / total)} height="8"></rect>
              </svg>
            </td>
            <td class="number">${format.number(n)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function weekTable(
  {week, timeUnknown}: UsePatterns,
  t: ProofMessages['patterns'],
  {format}: Localize,
): TemplateResult {
  const most = Math.max(1, ...week.flat());
  const monday = Number(MONDAY.slice(8));
  return html`<table class="week">
      <caption>
        ${t.week}
      </caption>
      <thead>
        <tr>
          <td></td>
          ${SHIFTS.map(
            (shift) =>
              html`<th scope="col">${t.shift[shift]} <span class="muted">${t.hours[shift]}</span></th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${week.map(
          (shifts, day) =>
            html`<tr>
              <th scope="row">
                ${format.weekday(`${MONDAY.slice(0, 8)}${String(monday + day).padStart(2, '0')}`)}
              </th>
              ${shifts.map(
                (n) =>
                  html`<td>
                    ${
                      n === 0
                        ? html`<span class="none">0</span>`
                        : html`<svg aria-hidden="true" width="22" height="18">
                              <circle class="share" cx="11" cy="9" r=${2.5 + (5.5 * n) / most}></circle>
                            </svg>
                            ${format.number(n)}`
                    }
                  </td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
    ${
      timeUnknown > 0
        ? html`<p class="muted">${t.timeUnknown(timeUnknown, format.number(timeUnknown))}</p>`
        : nothing
    }`;
}
