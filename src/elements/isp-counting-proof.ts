import {css, html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {proofView, type ProofView} from '../app/proof-view.ts';
import type {CountedEvent, UseProof} from '../domain/use-proof.ts';
import {loadProofWords, type ProofMessages} from '../i18n/index.ts';
import {Localize} from './localize.ts';
import {shared} from './shared.styles.ts';

/**
 * How the numbers came about: what was counted, what was not and why, by which rules, and what other definitions give.
 *
 * @tag isp-counting-proof
 */
export class IspCountingProof extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        font-size: var(--_size-small);
        container-type: inline-size;
      }

      .parts {
        display: grid;
        gap: calc(var(--_space) * 4);
        padding-inline-start: calc(var(--_space) * 3);
        border-inline-start: 2px solid var(--_line);
      }

      li {
        display: grid;
        grid-template-columns: 6.5rem minmax(0, 1fr);
        gap: 0 calc(var(--_space) * 3);
        padding-block: calc(var(--_space) * 0.75);
        overflow-wrap: anywhere;
      }

      .rules li {
        grid-template-columns: 2.5rem minmax(0, 1fr);
      }

      .others li {
        grid-template-columns: 2.5rem minmax(0, 1fr);
      }

      .others li > :first-child {
        text-align: end;
      }

      @container (max-width: 280px) {
        li {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  /** The proof that the numbers were drawn from. */
  @property({attribute: false}) proof: UseProof | null = null;

  @state() private words: ProofMessages | null = null;

  readonly #text = new Localize(this);
  #language = '';

  protected override willUpdate(_changed: PropertyValues): void {
    const language = this.#text.language;
    if (language === this.#language) return;
    this.#language = language;
    void loadProofWords(language).then((words) => {
      if (language === this.#language) this.words = words;
    });
  }

  override render(): TemplateResult {
    const {words, proof} = this;
    if (!words || !proof) return html`<p class="muted">${this.#text.t.panel.loading}</p>`;
    const {format} = this.#text;
    const view = proofView(proof);
    return html`<div class="parts">
      <p class="muted">
        ${words.lead(format.date(view.from), format.date(view.to))}
        ${words.configuration(proof.config.criterion, proof.zone)}
      </p>
      ${view.counted.map(({measure, events}) =>
        this.#renderPart(
          words.counted(this.#text.t.use[measure](2)),
          events.length,
          html`<ul>
            ${events.map((event) => this.#renderEvent(event))}
          </ul>`,
        ),
      )}
      ${this.#renderPart(
        words.notCounted,
        proof.excluded.length,
        html`<ul>
          ${proof.excluded.map(
            (record) =>
              html`<li>
                <span>${record.localDate ? format.date(record.localDate) : words.dateUnknown}</span>
                <span
                  >${words.reason[record.reason]}
                  <span class="muted"
                    >${record.resource} ${record.of ? words.sameAs(record.of) : nothing} ${record.rule}</span
                  ></span
                >
              </li>`,
          )}
        </ul>`,
      )}
      ${this.#renderUnread(words, proof)} ${this.#renderRules(words, view)}
      <div>
        <h3>${words.others}</h3>
        <p class="muted">${words.othersLead}</p>
        <ul class="others">
          ${view.alternatives.map(
            ([name, n]) =>
              html`<li><span>${format.number(n)}</span><span>${words.alternative[name]}</span></li>`,
          )}
        </ul>
      </div>
    </div>`;
  }

  #renderEvent(event: CountedEvent): TemplateResult {
    const {t, format} = this.#text;
    const joined =
      event.registrations > 1 ? `${t.use.registrations(format.number(event.registrations))}, ` : '';
    return html`<li>
      <span>${format.date(event.localDate)}</span>
      <span
        >${event.site === 'unknown' ? t.use.unknownSite : event.site}
        <span class="muted">${joined}${event.resources.join(', ')} ${event.rules.join(' ')}</span></span
      >
    </li>`;
  }

  #renderPart(heading: string, n: number, list: TemplateResult): TemplateResult {
    return html`<div>
      <h3>${heading} <span class="muted">${this.#text.format.number(n)}</span></h3>
      ${n > 0 ? list : html`<p class="muted">${this.words?.none}</p>`}
    </div>`;
  }

  #renderUnread(words: ProofMessages, proof: UseProof): TemplateResult {
    const lines = (rows: readonly {resource: string; rest: string}[]): TemplateResult =>
      html`<ul>
        ${rows.map(({resource, rest}) => html`<li><span>${resource}</span><span class="muted">${rest}</span></li>`)}
      </ul>`;
    return html`${
      proof.unplaced.length > 0
        ? this.#renderPart(
            words.unplaced,
            proof.unplaced.length,
            lines(proof.unplaced.map(({resource, rule}) => ({resource, rest: rule}))),
          )
        : nothing
    }
    ${
      proof.unreadable.length > 0
        ? this.#renderPart(
            words.unreadable,
            proof.unreadable.length,
            lines(proof.unreadable.map(({resource, path}) => ({resource, rest: path}))),
          )
        : nothing
    }`;
  }

  #renderRules(words: ProofMessages, view: ProofView): TemplateResult | typeof nothing {
    const rules = view.rules.flatMap((rule) => {
      const said = words.rule[rule];
      return said ? [[rule, said] as const] : [];
    });
    if (rules.length === 0) return nothing;
    return html`<div>
      <h3>${words.rules}</h3>
      <ul class="rules">
        ${rules.map(([rule, said]) => html`<li><span class="muted">${rule}</span><span>${said}</span></li>`)}
      </ul>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-counting-proof': IspCountingProof;
  }
}
