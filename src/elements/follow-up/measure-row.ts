import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {PanelState} from '../../app/state.ts';
import {cutOffOf, isMet, type Instrument} from '../../domain/measures/instruments.ts';
import type {Measure} from '../../domain/measures/measure.ts';
import type {MeasureCell, MeasureRow} from '../../domain/measures/measure-grid.ts';
import type {MeasureMessages} from '../../i18n/measure-words.ts';
import type {Localize} from '../shared/localize.ts';
import {measureTrend} from './measure-trend.ts';

/** What a row needs of the section it stands in. */
export interface MeasureActs {
  /** Id of the score that is about to be marked as a mistake. */
  readonly withdrawing: string;
  readonly canWithdraw: boolean;
  readonly saves: PanelState['saves'];
  ask(id: string): void;
  withdraw(id: string): void;
}

/** One instrument: its time points, or its newest score when the start is not known, and all scores below a fold. */
export function measureRow(
  row: MeasureRow,
  t: MeasureMessages,
  text: Localize,
  acts: MeasureActs,
): TemplateResult {
  const {instrument, cells, all, newest, old} = row;
  return html`<div class="row">
    <h3>${t.instrument[instrument.name]}</h3>
    ${
      cells.length > 0
        ? html`<dl class="points">
            ${cells.map(
              (cell, at) =>
                html`<div>
                  <dt>${t.point[at]}</dt>
                  ${renderCell(cell, instrument, t, text)}
                </div>`,
            )}
          </dl>`
        : html`<p>${scoreWords(instrument, newest, t, text)}</p>
            <p class="small muted">${facts(instrument, newest, '', t, text)}</p>`
    }
    ${old ? html`<p class="small muted">${t.oldLong}</p>` : nothing}
    <details>
      <summary>${t.all(all.length, text.format.number(all.length))}</summary>
      ${all.length > 1 ? measureTrend(instrument, all, t, text) : nothing}
      <p class="small muted">${t.better[instrument.better]}</p>
      <ul class="all">
        ${repeat(
          all.toReversed(),
          ({id}) => id,
          (measure) => renderScore(instrument, measure, t, text, acts),
        )}
      </ul>
    </details>
  </div>`;
}

function renderCell(
  cell: MeasureCell,
  instrument: Instrument,
  t: MeasureMessages,
  text: Localize,
): TemplateResult {
  if (cell.kind === 'score') {
    return html`<dd>${scoreWords(instrument, cell.measure, t, text)}</dd>
      <dd class="small muted">
        ${facts(instrument, cell.measure, cell.timing === 'on-time' ? '' : t.timing[cell.timing], t, text)}
      </dd>`;
  }
  const {state, from, to} = cell;
  const said =
    state === 'not-done'
      ? t.notDone
      : state === 'due'
        ? t.due(text.format.longDate(to))
        : t.toCome(text.format.longDate(from));
  return html`<dd class=${state === 'due' ? '' : 'muted'}>${said}</dd>`;
}

/** `2/6 (≥ 2)`: the value, its maximum, and what it is compared with. */
function scoreWords(
  instrument: Instrument,
  measure: Measure,
  t: MeasureMessages,
  {format}: Localize,
): TemplateResult {
  const {max, scale} = instrument;
  const {score} = measure;
  const cutOff = cutOffOf(instrument, measure);
  const value = format.number(score);
  const told = scale === 't-score' ? t.tScore(value) : t.score(value, format.number(max));
  if (!cutOff) return html`<b>${told}</b>`;
  return html`<b>${told}</b> ${t.cutOff(cutOff.is === '>' ? '>' : '≥', format.number(cutOff.at))}`;
}

/** Whether the cut-off is met, the day, whether that was on time, and who recorded it. */
function facts(
  instrument: Instrument,
  measure: Measure,
  timing: string,
  t: MeasureMessages,
  {format}: Localize,
): string {
  const {score, date, by, fromQuestionnaire} = measure;
  const met = isMet({cutOff: cutOffOf(instrument, measure)}, score);
  const said = met === null ? '' : met ? t.met : t.notMet;
  const source = fromQuestionnaire ? t.fromQuestionnaire : '';
  return [said, format.longDate(date), timing, by ? t.by(by) : t.noBy, source].filter(Boolean).join(', ');
}

function renderScore(
  instrument: Instrument,
  measure: Measure,
  t: MeasureMessages,
  text: Localize,
  acts: MeasureActs,
): TemplateResult {
  const {id, readOnly, date} = measure;
  const answered = instrument.parts.filter(({code, kind}) => kind === 'score' && code in measure.parts);
  const yes = instrument.parts.filter(({code, kind}) => kind === 'flag' && measure.parts[code] === 1);
  const parts = [
    ...answered.map(({code}) => `${t.part[code]} ${text.format.number(measure.parts[code] ?? 0)}`),
    ...yes.map(({code}) => t.part[code]),
  ];
  const label = t.withdrawOf(text.format.number(measure.score), text.format.longDate(date));
  return html`<li>
    <p>${scoreWords(instrument, measure, t, text)}</p>
    <p class="small muted">${facts(instrument, measure, '', t, text)}</p>
    ${parts.length > 0 ? html`<p class="small">${parts.join(', ')}</p>` : nothing}
    ${
      acts.withdrawing === id
        ? html`<div class="ask" role="group" aria-label=${label}>
            <p class="small">${t.withdrawAsk}</p>
            <button type="button" @click=${() => acts.withdraw(id)}>${t.withdrawYes}</button>
            <button type="button" id="keep" @click=${() => acts.ask('')}>${t.withdrawNo}</button>
          </div>`
        : acts.canWithdraw && readOnly === null && !measure.fromQuestionnaire
          ? html`<button class="quiet small" type="button" aria-label=${label} @click=${() => acts.ask(id)}>
              ${t.withdraw}
            </button>`
          : nothing
    }
    <isp-save-state .save=${acts.saves[`measure:${id}`]}></isp-save-state>
  </li>`;
}
