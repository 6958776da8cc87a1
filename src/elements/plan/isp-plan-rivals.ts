import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {toldTopics} from '../../domain/plan-changes.ts';
import type {PlanDetail} from '../../domain/plan-detail.ts';
import {loadPlanDetailWords, type PlanDetailMessages} from '../../i18n/plan-detail-words.ts';
import {styles} from './isp-plan-rivals.styles.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';
import {Select} from '../shared/select.ts';

/**
 * More than one active services plan: a warning, and the plans side by side, topic by topic. Nothing is merged and nothing
 * is chosen: which plan is in use is for people to say.
 *
 * @tag isp-plan-rivals
 */
export class IspPlanRivals extends LitElement {
  static override styles = styles;

  /** The plan that the panel shows. */
  @property({attribute: false}) plan: PlanDetail | null = null;

  /** The other active plans. */
  @property({attribute: false}) rivals: readonly PlanDetail[] = [];

  readonly #text = new Localize(this);
  readonly #words = new LazyWords(this, this.#text, loadPlanDetailWords);
  readonly #goals = new Select(this, ({goals}) => goals);

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    const {plan, rivals} = this;
    if (!t || !plan || rivals.length === 0) return nothing;
    return html`<isp-notice tone="due" heading=${t.rivals}>
        <p>${t.rivalsLead(rivals.length)}</p>
      </isp-notice>
      <details>
        <summary>${t.compare}</summary>
        ${rivals.map((rival) => this.#renderPair(plan, rival, t))}
      </details>`;
  }

  #renderPair(plan: PlanDetail, rival: PlanDetail, t: PlanDetailMessages): TemplateResult {
    const {format} = this.#text;
    const told = (one: PlanDetail): string =>
      [
        one.title,
        one.start && t.since(format.longDate(one.start)),
        one.reviewed && t.reviewed(format.longDate(one.reviewed), -1, ''),
      ]
        .filter(Boolean)
        .join(', ');
    const topics = toldTopics.filter((topic) => plan[topic] ?? rival[topic]);
    return html`<table>
      <thead>
        <tr>
          <td></td>
          <th scope="col">${t.thisPlan}<span class="small muted">${told(plan)}</span></th>
          <th scope="col">${t.otherPlan}<span class="small muted">${told(rival)}</span></th>
        </tr>
      </thead>
      <tbody>
        ${topics.map((topic) => {
          const [mine, theirs] = [plan[topic], rival[topic]];
          return html`<tr>
            <th scope="row">${t.topics[topic]}</th>
            ${
              mine && mine.text === theirs?.text
                ? html`<td colspan="2" lang=${mine.lang ?? nothing}>
                    ${mine.text} <span class="small muted">${t.same}</span>
                  </td>`
                : html`${this.#renderCell(mine, t)}${this.#renderCell(theirs, t)}`
            }
          </tr>`;
        })}
        <tr>
          <th scope="row">${this.#text.t.plan.goals}</th>
          ${this.#renderGoals(plan, t)}${this.#renderGoals(rival, t)}
        </tr>
      </tbody>
    </table>`;
  }

  /** The goals that a plan lists, each in its own words; one that could not be read is said to be without words. */
  #renderGoals({goalIds = []}: PlanDetail, t: PlanDetailMessages): TemplateResult {
    if (goalIds.length === 0) return html`<td class="muted">${t.none}</td>`;
    const goals = this.#goals.value;
    const known = goals?.status === 'ready' ? goals.value : [];
    return html`<td>
      <ul>
        ${goalIds.map((id) => {
          const words = known.find((goal) => goal.id === id)?.words;
          return html`<li lang=${words?.lang ?? nothing}>${words?.text || this.#text.t.plan.noWords}</li>`;
        })}
      </ul>
    </td>`;
  }

  #renderCell(words: PlanDetail['matters'], t: PlanDetailMessages): TemplateResult {
    if (!words) return html`<td class="muted">${t.none}</td>`;
    return html`<td lang=${words.lang ?? nothing}>${words.text}</td>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-plan-rivals': IspPlanRivals;
  }
}
