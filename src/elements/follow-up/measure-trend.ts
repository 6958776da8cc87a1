import {html, svg, type TemplateResult} from 'lit';
import type {Instrument} from '../../domain/measures/instruments.ts';
import type {Measure} from '../../domain/measures/measure.ts';
import {parseDay} from '../../domain/time.ts';
import type {MeasureMessages} from '../../i18n/measure-words.ts';
import type {Localize} from '../shared/localize.ts';

const WIDTH = 240;
const HEIGHT = 56;
const EDGE = 6;

/** The scores over time, oldest first, between the limits of the instrument; the list beside it holds the same. */
export function measureTrend(
  {min, max, cutOff}: Instrument,
  all: readonly Measure[],
  t: MeasureMessages,
  {format}: Localize,
): TemplateResult {
  const days = all.map(({date}) => parseDay(date) ?? 0);
  const [first = 0, last = 0] = [days[0], days.at(-1)];
  const x = (day: number): number =>
    last === first ? WIDTH / 2 : EDGE + ((day - first) / (last - first)) * (WIDTH - 2 * EDGE);
  const y = (score: number): number =>
    HEIGHT - EDGE - ((Math.min(max, Math.max(min, score)) - min) / (max - min)) * (HEIGHT - 2 * EDGE);
  const points = all.map(({score}, at) => [x(days[at] ?? 0), y(score)] as const);
  const line = points.map(([left, top]) => `${left.toFixed(1)},${top.toFixed(1)}`).join(' ');
  return html`<figure class="trend">
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true" preserveAspectRatio="xMinYMid meet">
      ${
        cutOff
          ? svg`<line class="limit" x1="0" x2=${WIDTH} y1=${y(cutOff.at)} y2=${y(cutOff.at)}></line>`
          : ''
      }
      <polyline points=${line}></polyline>
      ${points.map(([left, top]) => svg`<circle cx=${left} cy=${top} r="3.5"></circle>`)}
    </svg>
    <figcaption class="visually-hidden">${t.trend(format.number(all.length))}</figcaption>
  </figure>`;
}
