import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {state} from 'lit/decorators.js';
import type {Section, UseOfServices} from '../app/state.ts';
import {useRows} from '../app/use-rows.ts';
import {readingOf, useView, type Figure, type UseView} from '../app/use-view.ts';
import type {Count, Gap} from '../domain/completeness.ts';
import {styles} from './isp-use.styles.ts';
import {LazyElement} from './lazy-element.ts';
import {Localize} from './localize.ts';
import {Select} from './select.ts';
import type {PickPeriodEvent, PickRowEvent} from './use-events.ts';

type Ready = Extract<Section<UseOfServices>, {status: 'ready'}>;

/**
 * The use of services: the numbers with their windows and what they leave out, the drawing, the list, and the proof.
 *
 * @tag isp-use
 */
export class IspUse extends LitElement {
  static override styles = styles;

  @state() private months: 12 | 24 = 12;
  @state() private picked: string | null = null;
  @state() private proofOpen = false;

  readonly #use = new Select(this, (state) => state.use);
  readonly #text = new Localize(this);
  readonly #proof = new LazyElement(
    this,
    'isp-counting-proof',
    async () => (await import('./isp-counting-proof.ts')).IspCountingProof,
  );

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

  #renderReady(use: Ready): TemplateResult {
    const {use: t} = this.#text.t;
    const view = useView(use);
    const rows = useRows(use.value);
    const from = this.months === 12 ? view.from12 : view.from24;
    return html`${this.#renderFigures(view)} ${this.#renderGaps(view.coverage.gaps)}
      <div class="lines small">${this.#renderAsides(view)} ${this.#renderCoverage(view)}</div>
      ${
        view.empty
          ? html`<p>${t.none}</p>`
          : html`<isp-timeline
                .rows=${rows}
                .from=${from}
                .to=${view.asOf}
                .index=${view.beforeAfter?.index ?? null}
                .months=${this.months}
                .picked=${this.picked}
                @isp-pick-row=${this.#onPick}
                @isp-pick-period=${this.#onPeriod}
              ></isp-timeline>
              ${this.#renderCriterion(view)}
              <isp-visit-list .rows=${rows} .from=${from} .picked=${this.picked}></isp-visit-list>`
      }
      ${this.#renderBeforeAfter(view)}
      <div class="proof">
        <button type="button" aria-expanded=${this.proofOpen ? 'true' : 'false'} @click=${this.#onProof}>
          ${t.howCounted}
        </button>
        ${this.proofOpen ? this.#renderProof(use.value) : nothing}
      </div>`;
  }

  #renderFigures(view: UseView): TemplateResult {
    const {use: t} = this.#text.t;
    return html`<table class="figures">
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
    const {use: t} = this.#text.t;
    const reading = readingOf(last12);
    return html`<tr>
      <td class="figure">
        ${
          reading === 'unknown'
            ? html`<span class="small">${t.notAvailable}</span>`
            : html`${reading === 'at-least' ? html`<span class="small">${t.atLeast}</span> ` : nothing}<b
                  >${this.#text.format.number(last12.n)}</b
                >`
        }
      </td>
      <th scope="row">${t[measure](last12.n)}</th>
      <td>${this.#count(last6)}</td>
      <td>${this.#count(previous12)}</td>
    </tr>`;
  }

  /** A count in words: never a bare number that may be short, and never 0 for "not read". */
  #count(count: Count): string {
    const {use: t} = this.#text.t;
    const reading = readingOf(count);
    if (reading === 'unknown') return t.notAvailable;
    const number = this.#text.format.number(count.n);
    return reading === 'at-least' ? `${t.atLeast} ${number}` : number;
  }

  #renderGaps(gaps: readonly Gap[]): TemplateResult | typeof nothing {
    if (gaps.length === 0) return nothing;
    const {panel: t} = this.#text.t;
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

  #renderAsides(view: UseView): TemplateResult | typeof nothing {
    const {use: t} = this.#text.t;
    const {format} = this.#text;
    const parts = view.asides.map(({what, n}) => t.aside[what](n, format.number(n)));
    const sites = view.sites.map(({site, n}) =>
      t.site(site === 'unknown' ? t.unknownSite : site, format.number(n)),
    );
    if (parts.length + sites.length === 0) return nothing;
    return html`${sites.length > 0 ? html`<p class="muted">${t.sites(sites.join(', '))}</p>` : nothing}
    ${parts.length > 0 ? html`<p class="muted">${parts.join('; ')}.</p>` : nothing}`;
  }

  #renderCriterion(view: UseView): TemplateResult | typeof nothing {
    if (!view.criterion) return nothing;
    const {use: t} = this.#text.t;
    const {format} = this.#text;
    const {preset, met, parts} = view.criterion;
    const name = t.preset[preset] ?? preset;
    const said = !view.criterionCertain ? 'unknown' : met ? 'met' : 'notMet';
    const evidence = parts.map((part) =>
      t.criterion.part(
        format.number(part.value),
        t[part.measure](part.value),
        format.number(part.atLeast),
        format.number(part.months),
      ),
    );
    return html`<p class="small">
      ${t.criterion[said](name)}
      <span class="muted">${evidence.join('; ')}.</span>
    </p>`;
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
    return html`<p class="muted">${read} ${t.coverage.other}</p>`;
  }

  #renderBeforeAfter({beforeAfter}: UseView): TemplateResult | typeof nothing {
    if (!beforeAfter) return nothing;
    const {use: t} = this.#text.t;
    const {format} = this.#text;
    const {index, baseline, followUp, elapsedMonths, ofMonths} = beforeAfter;
    const value = (count: Count): string => `${this.#count(count)} ${t.edVisits(count.n)}`;
    return html`<div class="small">
      <h3>${t.beforeAfter.heading}</h3>
      <dl class="pair">
        <dt>${t.beforeAfter.before(format.longDate(index))}</dt>
        <dd>${value(baseline)}</dd>
        <dt>${t.beforeAfter.after(format.number(elapsedMonths), format.number(ofMonths))}</dt>
        <dd>${value(followUp)}</dd>
      </dl>
      <p class="muted">${t.beforeAfter.guard}</p>
    </div>`;
  }

  #renderProof({proof}: UseOfServices): TemplateResult {
    const {panel: t} = this.#text.t;
    if (this.#proof.status === 'ready')
      return html`<isp-counting-proof .proof=${proof}></isp-counting-proof>`;
    return html`<p class="muted">${this.#proof.status === 'failed' ? t.couldNotLoad : t.loading}</p>`;
  }

  #renderLoading(): TemplateResult {
    return html`<div class="bar numbers" aria-hidden="true"></div>
      <div class="bar line" aria-hidden="true"></div>
      <div class="bar strip" aria-hidden="true"></div>
      <div class="bar rows" aria-hidden="true"></div>
      <p class="visually-hidden">${this.#text.t.panel.loading}</p>`;
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

  #onPick(event: PickRowEvent): void {
    this.picked = event.key;
    if (event.go) void this.renderRoot.querySelector('isp-visit-list')?.goTo(event.key);
  }

  #onPeriod(event: PickPeriodEvent): void {
    this.months = event.months;
  }

  #onProof(): void {
    this.proofOpen = !this.proofOpen;
    if (this.proofOpen) void this.#proof.load();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-use': IspUse;
  }
}
