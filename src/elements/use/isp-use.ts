import {html, LitElement, nothing, type TemplateResult} from 'lit';
import type {Section, UseOfServices} from '../../app/state.ts';
import {
  readingOf,
  useView,
  type Figure,
  type Measure,
  type ReadyUse,
  type UseView,
} from '../../app/use-view.ts';
import type {Gap} from '../../domain/completeness.ts';
import {styles} from './isp-use.styles.ts';
import type {IspUseHistory} from './isp-use-history.ts';
import {LazyElement} from '../shared/lazy-element.ts';
import {Localize} from '../shared/localize.ts';
import {notFetched} from '../shared/section-states.ts';
import {Select} from '../shared/select.ts';
import {countedWords, countWords, keepTogether} from './use-words.ts';

/**
 * The use of services: the numbers with their windows and what they leave out; then, in code that comes after them, the
 * drawing, the list, and the proof.
 *
 * @tag isp-use
 */
export class IspUse extends LitElement {
  static override styles = styles;

  readonly #use = new Select(this, (state) => state.use);
  readonly #reviewed = new Select(this, ({plan}) =>
    plan.status === 'ready' ? (plan.value.plan?.reviewed ?? null) : null,
  );
  readonly #birthDate = new Select(this, ({patient}) =>
    patient.status === 'ready' ? patient.value.birthDate : null,
  );
  readonly #text = new Localize(this);
  readonly #history = new LazyElement(this, 'isp-use-history', async () =>
    (await import('./define-history.ts')).defineHistory(),
  );

  /** The numbers first: what stands below them is asked for once they are on the screen. */
  protected override updated(): void {
    if (this.#use.value?.status === 'ready') this.#history.want();
  }

  override render(): TemplateResult {
    const {use: t} = this.#text.t;
    const use = this.#use.value;
    return html`<section aria-labelledby="heading" aria-busy=${use?.status === 'loading' ? 'true' : 'false'}>
      <h2 id="heading">${t.heading}</h2>
      ${
        use?.status === 'ready'
          ? this.#renderReady(use)
          : use?.status === 'failed'
            ? this.#renderFailed(use)
            : this.#renderLoading()
      }
    </section>`;
  }

  #renderReady(use: ReadyUse): TemplateResult {
    const view = useView(use);
    return html`${this.#renderFigures(view)} ${this.#renderGaps(view.coverage.gaps)}
      <div class="lines small muted">${this.#renderAsides(view)} ${this.#renderCoverage(view)}</div>
      ${view.empty ? html`<p>${this.#text.t.use.none}</p>` : nothing} ${this.#renderHistory(use)}`;
  }

  #renderFigures(view: UseView): TemplateResult {
    const {use: t} = this.#text.t;
    // Older months still on their way are no reason to lay the table out anew twice.
    const isPartial = view.coverage.gaps.some(({reason}) => reason !== 'loading');
    return html`<table class=${isPartial ? 'figures partial' : 'figures'}>
      <thead>
        <tr>
          <th scope="col" colspan="2" class="window">${t.window(this.#text.format.longDate(view.asOf))}</th>
          <th scope="col">${t.sixMonths}</th>
          <th scope="col">${t.yearBefore}</th>
        </tr>
      </thead>
      <tbody>
        ${view.figures.map((figure) => this.#renderFigure(figure))}
      </tbody>
    </table>`;
  }

  #renderFigure({measure, last12, last6, previous12}: Figure): TemplateResult {
    const {t, format} = this.#text;
    const reading = readingOf(last12);
    return html`<tr>
      <td class="figure">
        <span class="said">
          ${
            reading === 'unknown'
              ? html`<span class="small">${t.use.notAvailable}</span>`
              : html`${reading === 'at-least' ? html`<span class="small">${t.use.atLeast}</span>` : nothing}
                  <button
                    type="button"
                    aria-label=${t.use.openProof(countedWords(last12, t.use[measure], t, format))}
                    @click=${() => this.#onNumber(measure)}
                  >
                    ${format.number(last12.n)}
                  </button>`
          }
        </span>
      </td>
      <th scope="row">${t.use[measure](last12.n)}</th>
      <td><span class="in">${t.use.sixMonths}</span> ${countWords(last6, t, format)}</td>
      <td><span class="in">${t.use.yearBefore}</span> ${countWords(previous12, t, format)}</td>
    </tr>`;
  }

  #renderGaps(gaps: readonly Gap[]): TemplateResult | typeof nothing {
    if (gaps.length === 0) return nothing;
    const {gaps: t} = this.#text.t;
    const words = (gap: Gap): string =>
      gap.reason === 'records-start' && gap.since
        ? t.recordsStart(this.#text.format.longDate(gap.since))
        : gap.reason === 'quarantined' && gap.count
          ? t.quarantined(gap.count, this.#text.format.number(gap.count))
          : t.gap[gap.reason];
    return html`<isp-notice>
      <p>
        ${gaps.every(({reason}) => reason === 'loading') ? nothing : html`<strong>${t.partly}</strong>`}
        ${gaps.map(words).join(' ')}
      </p>
    </isp-notice>`;
  }

  #renderAsides(view: UseView): TemplateResult {
    const {use: t} = this.#text.t;
    const {format} = this.#text;
    const parts = view.asides.map(({what, n}) => t.aside[what](n, format.number(n)));
    const sites = view.sites.map(({site, n}) =>
      keepTogether(t.site(site === 'unknown' ? t.unknownSite : site, format.number(n))),
    );
    return html`${sites.length > 0 ? html`<p>${t.sites(sites.join(', '))}</p>` : nothing}
    ${parts.length > 0 ? html`<p>${parts.join('; ')}.</p>` : nothing}
    ${view.suggestions.map(({kind, n}) => html`<p class="ink">${t.suggestion(kind, n, format.number(n))}</p>`)}`;
  }

  #renderCoverage({coverage}: UseView): TemplateResult {
    const {use: t} = this.#text.t;
    const date = coverage.oldest ? this.#text.format.longDate(coverage.oldest) : null;
    const read = coverage.complete
      ? date
        ? t.coverage.complete(date)
        : t.coverage.completeEmpty
      : date
        ? t.coverage.incomplete(date)
        : '';
    return html`<p>${read} ${t.coverage.other}</p>`;
  }

  #renderHistory(use: ReadyUse): TemplateResult {
    switch (this.#history.status) {
      case 'ready':
        return html`<isp-use-history
          .section=${use}
          .reviewed=${this.#reviewed.value ?? null}
          .birthDate=${this.#birthDate.value ?? null}
        ></isp-use-history>`;
      case 'failed':
        return notFetched('use', this.#text, this.#history);
      default:
        return useView(use).empty ? html`` : this.#renderSkeleton();
    }
  }

  #renderLoading(): TemplateResult {
    return html`<div class="bar numbers" aria-hidden="true"></div>
      <div class="bar line" aria-hidden="true"></div>
      ${this.#renderSkeleton()}
      <p class="visually-hidden">${this.#text.t.panel.loading}</p>`;
  }

  #renderSkeleton(): TemplateResult {
    return html`<div class="bar strip" aria-hidden="true"></div>
      <div class="bar rows" aria-hidden="true"></div>`;
  }

  #renderFailed({problem}: Extract<Section<UseOfServices>, {status: 'failed'}>): TemplateResult {
    const {panel: t} = this.#text.t;
    const refused = problem.kind === 'forbidden';
    return html`<isp-notice
      tone=${refused ? 'plain' : 'error'}
      heading=${refused ? t.notAllowed : t.couldNotLoad}
      .problem=${problem}
    >
      ${
        refused
          ? nothing
          : html`<button slot="action" type="button" @click=${() => void this.#use.panel?.actions.refresh()}>
              ${t.retry}
            </button>`
      }
    </isp-notice>`;
  }

  /** R22: a number opens the list that it counts, with what was left out and why. */
  #onNumber(measure: Measure): void {
    const history = this.renderRoot.querySelector<IspUseHistory>('isp-use-history');
    void history?.openProof(measure === 'edVisits' ? 'edVisits' : 'stays');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-use': IspUse;
  }
}
