import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {proofText, proofView, type ProofView} from '../../app/proof-view.ts';
import type {CountedEvent, ExcludedRecord, UseProof} from '../../domain/use-proof.ts';
import {
  loadHistoryWords,
  loadProofWords,
  type HistoryMessages,
  type ProofMessages,
} from '../../i18n/use-words.ts';
import {Copier} from '../shared/copier.ts';
import {styles} from './isp-counting-proof.styles.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';
import {saveFile} from '../shared/save-file.ts';

/**
 * How the numbers came about: what was counted, what was not and why, by which rules, and what other definitions give;
 * the same as a file.
 *
 * @tag isp-counting-proof
 */
export class IspCountingProof extends LitElement {
  static override styles = styles;

  /** The proof that the numbers were drawn from. */
  @property({attribute: false}) proof: UseProof | null = null;

  readonly #text = new Localize(this);
  readonly #history = new LazyWords(this, this.#text, loadHistoryWords);
  readonly #words = new LazyWords(this, this.#text, loadProofWords);
  readonly #copier = new Copier(this);

  #wish: 'edVisits' | 'stays' | null = null;

  /** Gives the list of a measure the focus, as soon as it stands. */
  goTo(measure: 'edVisits' | 'stays'): void {
    this.#wish = measure;
    this.requestUpdate();
  }

  protected override updated(): void {
    const heading = this.#wish && this.renderRoot.querySelector<HTMLElement>(`#${this.#wish}`);
    if (!heading) return;
    this.#wish = null;
    heading.focus();
  }

  override render(): TemplateResult {
    const {proof} = this;
    const words = this.#words.value;
    const history = this.#history.value;
    if (!words || !history || !proof) return html`<p class="muted">${this.#text.t.panel.loading}</p>`;
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
            ${events.map((event) => this.#renderEvent(event, history))}
          </ul>`,
          measure,
        ),
      )}
      ${this.#renderPart(words.notCounted, view.excluded.length, this.#renderExcluded(view.excluded, words))}
      ${this.#renderElsewhere(view, words)} ${this.#renderUnread(words, proof)}
      ${this.#renderRules(words, view)} ${this.#renderOthers(words, view)} ${this.#renderTake(words, proof)}
    </div>`;
  }

  #renderEvent(event: CountedEvent, history: HistoryMessages): TemplateResult {
    const {t, format} = this.#text;
    const joined =
      event.registrations > 1 ? `${history.registrations(format.number(event.registrations))}, ` : '';
    return html`<li>
      <span>${format.date(event.localDate)}</span>
      <span
        >${event.site === 'unknown' ? t.use.unknownSite : event.site}
        <span class="muted">${joined}${event.resources.join(', ')} ${event.rules.join(' ')}</span></span
      >
    </li>`;
  }

  #renderExcluded(records: readonly ExcludedRecord[], words: ProofMessages): TemplateResult {
    const {format} = this.#text;
    return html`<ul>
      ${records.map(
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
    </ul>`;
  }

  #renderElsewhere({excludedElsewhere}: ProofView, words: ProofMessages): TemplateResult | typeof nothing {
    const n = excludedElsewhere.length;
    if (n === 0) return nothing;
    return html`<details>
      <summary>${words.otherPeriods} <span class="muted">${this.#text.format.number(n)}</span></summary>
      ${this.#renderExcluded(excludedElsewhere, words)}
    </details>`;
  }

  #renderPart(heading: string, n: number, list: TemplateResult, id?: string): TemplateResult {
    return html`<div>
      <h3 id=${id ?? nothing} tabindex=${id ? '-1' : nothing}>
        ${heading} <span class="muted">${this.#text.format.number(n)}</span>
      </h3>
      ${n > 0 ? list : html`<p class="muted">${this.#words.value?.none}</p>`}
    </div>`;
  }

  #renderUnread(words: ProofMessages, {unplaced, unreadable}: UseProof): TemplateResult {
    const part = (
      heading: string,
      lines: readonly (readonly [string, string])[],
    ): TemplateResult | typeof nothing =>
      lines.length === 0
        ? nothing
        : this.#renderPart(
            heading,
            lines.length,
            html`<ul>
              ${lines.map(([what, rest]) => html`<li><span>${what}</span><span class="muted">${rest}</span></li>`)}
            </ul>`,
          );
    return html`${part(
      words.unplaced,
      unplaced.map(({resource, rule}) => [resource, rule]),
    )}
    ${part(
      words.unreadable,
      unreadable.map(({resource, path}) => [resource, path]),
    )}`;
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

  #renderOthers(words: ProofMessages, {alternatives, complete}: ProofView): TemplateResult {
    const {format} = this.#text;
    return html`<div>
      <h3>${words.others}</h3>
      <p class="muted">${complete ? words.othersLead : words.othersAtLeast}</p>
      <ul class="others">
        ${alternatives.map(
          ([name, n]) =>
            html`<li><span>${format.number(n)}</span><span>${words.alternative[name]}</span></li>`,
        )}
      </ul>
    </div>`;
  }

  #renderTake(words: ProofMessages, proof: UseProof): TemplateResult {
    const {status} = this.#copier;
    return html`<div>
      <p class="muted hash">${words.hash(proof.config.hash)}</p>
      <p class="take">
        <button type="button" @click=${() => download(proof)}>${words.download}</button>
        <button type="button" @click=${() => void this.#copier.copy(proofText(proof))}>${words.copy}</button>
      </p>
      <p role="status">
        ${status === 'copied' ? words.copied : status === 'by-hand' ? words.notCopied : nothing}
      </p>
      ${this.#copier.renderBox(words.copy)}
    </div>`;
  }
}

/** Hands the proof over as a file. The name holds no name of the person. */
function download(proof: UseProof): void {
  saveFile(`use-of-services-${proof.asOf}.json`, 'application/json', proofText(proof));
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-counting-proof': IspCountingProof;
  }
}
