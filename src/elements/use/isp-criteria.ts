import {css, html, LitElement, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {criterionCards, type CriterionCard} from '../../app/use-criteria.ts';
import type {CriterionPart, UseProof} from '../../domain/use-proof.ts';
import {
  loadHistoryWords,
  loadProofWords,
  type HistoryMessages,
  type ProofMessages,
} from '../../i18n/use-words.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';
import {shared} from '../shared/shared.styles.ts';

/**
 * The named criteria: met, not met or not to be told, each with its card: source, period, what was counted, who set it.
 *
 * @tag isp-criteria
 */
export class IspCriteria extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        font-size: var(--_size-small);
        container-type: inline-size;
      }

      details {
        border-block-start: 1px solid var(--_line);
      }

      details:last-child {
        border-block-end: 1px solid var(--_line);
      }

      summary {
        padding-block: calc(var(--_space) * 1.5);
        overflow-wrap: anywhere;
      }

      b {
        font-weight: 600;
      }

      dl {
        display: grid;
        grid-template-columns: minmax(5rem, max-content) minmax(0, 1fr);
        gap: calc(var(--_space) * 1) calc(var(--_space) * 3);
        padding: 0 0 calc(var(--_space) * 3) calc(var(--_space) * 3);
        overflow-wrap: anywhere;
      }

      dt {
        color: var(--_muted);
      }

      @container (max-width: 280px) {
        dl {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  /** The proof that the numbers were drawn from. */
  @property({attribute: false}) proof: UseProof | null = null;

  readonly #text = new Localize(this);
  readonly #history = new LazyWords(this, this.#text, loadHistoryWords);
  readonly #proof = new LazyWords(this, this.#text, loadProofWords);

  override render(): TemplateResult {
    const {proof} = this;
    const history = this.#history.value;
    const words = this.#proof.value;
    if (!proof || !history || !words) return html`<p class="muted">${this.#text.t.panel.loading}</p>`;
    return html`${criterionCards(proof).map((card) => this.#renderCard(card, proof, history, words.criteria))}`;
  }

  #renderCard(
    card: CriterionCard,
    proof: UseProof,
    history: HistoryMessages,
    t: ProofMessages['criteria'],
  ): TemplateResult {
    const {standing, preset, parts, own} = card;
    return html`<details name="criterion">
      <summary>
        <b>${t[standing.said]}</b> ${this.#rule(card, t)}
        <span class="muted">
          ${history.preset[preset] ?? preset}${
            standing.said === 'cannot-tell' ? html`; ${t.why[standing.why]}` : nothing
          }
        </span>
      </summary>
      <dl>
        <dt>${t.source}</dt>
        <dd>${t.from[preset] ?? preset}</dd>
        <dt>${t.window}</dt>
        <dd>${this.#periods(parts, proof, t)}</dd>
        <dt>${t.inputs}</dt>
        <dd>${parts.map((part) => this.#found(part, t)).join(', ')}</dd>
        <dt>${t.setBy}</dt>
        <dd>${own ? t.own(proof.config.hash) : preset === 'custom' ? nothing : t.preset}</dd>
      </dl>
    </details>`;
  }

  #rule({parts, join}: CriterionCard, t: ProofMessages['criteria']): string {
    const {format} = this.#text;
    const rules = parts.map(({atLeast, measure, months}) =>
      t.rule(format.number(atLeast), this.#text.t.use[measure](atLeast), format.number(months)),
    );
    return join === null ? rules.join('; ') : rules.join(` ${join === 'any' ? t.or : t.and} `);
  }

  #found({measure, value}: CriterionPart, t: ProofMessages['criteria']): string {
    return t.found(this.#text.format.number(value), this.#text.t.use[measure](value));
  }

  #periods(parts: readonly CriterionPart[], {windows}: UseProof, t: ProofMessages['criteria']): string {
    const {format} = this.#text;
    const known = new Map([
      [12, windows.last12Months],
      [6, windows.last6Months],
    ]);
    const said = parts.map(({months}) => {
      const window = known.get(months);
      return window
        ? t.period(format.date(window.from), format.date(window.to))
        : t.months(format.number(months));
    });
    return [...new Set(said)].join('; ');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-criteria': IspCriteria;
  }
}
