import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {UseOfServices} from '../../app/state.ts';
import {beforeAfter, type MonthDots} from '../../app/use-before-after.ts';
import {readingOf} from '../../app/use-view.ts';
import type {Count} from '../../domain/completeness.ts';
import {contactGaps, type ContactGap} from '../../domain/contact-gaps.ts';
import {
  loadHistoryWords,
  loadProofWords,
  type HistoryMessages,
  type ProofMessages,
} from '../../i18n/use-words.ts';
import {styles} from './isp-use-more.styles.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';
import {usePatterns} from './use-patterns-table.ts';
import {PickPeriodEvent} from './use-events.ts';
import {countWords} from './use-words.ts';

/** Gaps that are shown before "show all". */
const SHOWN = 6;

/**
 * What the list adds up to: before and after enrolment with its guard sentence, where, why and when, and the days from
 * each discharge to the next clinic contact.
 *
 * @tag isp-use-more
 */
export class IspUseMore extends LitElement {
  static override styles = styles;

  /** The use of services that it is about. */
  @property({attribute: false}) use: UseOfServices | null = null;

  @state() private allGaps = false;

  readonly #text = new Localize(this);
  readonly #history = new LazyWords(this, this.#text, loadHistoryWords);
  readonly #proof = new LazyWords(this, this.#text, loadProofWords);
  #patternsOpen = false;
  #gapsOpen = false;

  override render(): TemplateResult | typeof nothing {
    const {use} = this;
    const t = this.#proof.value;
    const history = this.#history.value;
    if (!use || !t || !history) return nothing;
    return html`${this.#renderBeforeAfter(use, t)}
      <details ?open=${this.#patternsOpen} @toggle=${this.#onPatterns}>
        <summary>${t.patterns.heading}</summary>
        ${this.#patternsOpen ? usePatterns(use, t, this.#text) : nothing}
      </details>
      <details ?open=${this.#gapsOpen} @toggle=${this.#onGaps}>
        <summary>${t.gaps.heading}</summary>
        ${this.#gapsOpen ? this.#renderGaps(use, t, history) : nothing}
      </details>`;
  }

  #renderBeforeAfter(use: UseOfServices, t: ProofMessages): TemplateResult | typeof nothing {
    const view = beforeAfter(use);
    if (!view) return nothing;
    const {format} = this.#text;
    const {index, baseline, followUp, elapsedMonths, ofMonths} = view;
    const until = format.longDate(index);
    const before =
      ofMonths === 6 ? t.beforeAfter.before(until) : t.beforeAfter.beforeOf(format.number(ofMonths), until);
    return html`<section aria-labelledby="before-after">
      <h3 id="before-after">${t.beforeAfter.heading}</h3>
      <dl class="pair">
        <dt>${before}</dt>
        <dd>${this.#visits(baseline)} ${this.#renderDots(view.before, t)}</dd>
        <dt>${t.beforeAfter.after(format.number(elapsedMonths), format.number(ofMonths))}</dt>
        <dd>${this.#visits(followUp)} ${this.#renderDots(view.after, t)}</dd>
      </dl>
      <p class="muted small">${t.beforeAfter.guard}</p>
      <button class="quiet small" type="button" @click=${() => this.dispatchEvent(new PickPeriodEvent(24))}>
        ${t.beforeAfter.twoYears}
      </button>
    </section>`;
  }

  #visits(count: Count): TemplateResult {
    const {t, format} = this.#text;
    const number = countWords(count, t, format);
    if (readingOf(count) === 'unknown') return html`<span>${t.use.edVisits(2)} ${number}</span>`;
    return html`<span><b>${number}</b> ${t.use.edVisits(count.n)}</span>`;
  }

  /** One place a month, one dot a visit; the number beside them says the same. */
  #renderDots(months: readonly MonthDots[] | null, t: ProofMessages): TemplateResult | typeof nothing {
    if (!months) return nothing;
    const {format} = this.#text;
    return html`<ol class="dots">
      ${months.map(({to, n, begun}) => {
        const month = format.month(to.slice(0, 7));
        const said = begun
          ? t.beforeAfter.month(month, n, format.number(n))
          : `${month}, ${t.beforeAfter.notBegun}`;
        return html`<li class=${begun ? '' : 'later'}>
          <span class="visually-hidden">${said}</span>
          ${n > 6 ? html`<span aria-hidden="true">${format.number(n)}</span>` : Array.from({length: n}, () => html`<i></i>`)}
        </li>`;
      })}
    </ol>`;
  }

  #renderGaps(use: UseOfServices, {gaps: t}: ProofMessages, history: HistoryMessages): TemplateResult {
    const {from, to, complete} = use.proof.windows.last12Months;
    const {format} = this.#text;
    const found = contactGaps(use.proof, from, to);
    if (!found) return html`<p class="small">${t.noContacts}</p>`;
    if (found.gaps.length === 0) return html`<p class="small">${t.noDischarges}</p>`;
    const shown = this.allGaps ? found.gaps : found.gaps.slice(0, SHOWN);
    const without = found.without
      .filter(({of}) => of > 0)
      .map(({n, of, within}) => t.without(n, format.number(n), format.number(of), format.number(within)));
    return html`<div class="small">
      ${without.length > 0 ? html`<p>${without.join('; ')}.</p>` : nothing}
      ${complete ? nothing : html`<p>${t.incomplete}</p>`}
      <ul class="gaps">
        ${shown.map((gap) => this.#renderGap(gap, t, history))}
      </ul>
      ${
        found.gaps.length > shown.length
          ? html`<button class="quiet small" type="button" @click=${() => (this.allGaps = true)}>
              ${t.more(format.number(found.gaps.length))}
            </button>`
          : nothing
      }
      ${
        found.endUnknown > 0
          ? html`<p class="muted">${t.endUnknown(found.endUnknown, format.number(found.endUnknown))}</p>`
          : nothing
      }
    </div>`;
  }

  #renderGap(
    {event, discharged, days, elapsed}: ContactGap,
    t: ProofMessages['gaps'],
    history: HistoryMessages,
  ): TemplateResult {
    const {format} = this.#text;
    const said =
      days === null
        ? t.noneYet(elapsed, format.number(elapsed))
        : days === 0
          ? t.sameDay
          : t.days(days, format.number(days));
    return html`<li>
      <span>${t.from(history.kind[event.kind], format.longDate(discharged))}</span>
      <span>${said}</span>
    </li>`;
  }

  #onPatterns(event: Event): void {
    this.#patternsOpen = (event.target as HTMLDetailsElement).open;
    this.requestUpdate();
  }

  #onGaps(event: Event): void {
    this.#gapsOpen = (event.target as HTMLDetailsElement).open;
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-use-more': IspUseMore;
  }
}
