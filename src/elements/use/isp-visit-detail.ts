import {css, html, LitElement, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {UseOfServices} from '../../app/state.ts';
import {useDetail, type DetailSource, type UseDetail} from '../../app/use-detail.ts';
import {
  loadHistoryWords,
  loadProofWords,
  type HistoryMessages,
  type ProofMessages,
} from '../../i18n/use-words.ts';
import {NavigateEvent} from '../panel/host-events.ts';
import {HostOffers} from '../panel/host-offers.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';
import {Select} from '../shared/select.ts';
import {shared} from '../shared/shared.styles.ts';
import {PickRowEvent} from './use-events.ts';
import {dischargedTo, flagWords, lengthWords, rowWords} from './use-words.ts';

/**
 * Everything that is known of one event: when, where, why, how it ended, how it was classified and by which rules, the
 * records that it is made of, and what it is linked to.
 *
 * @tag isp-visit-detail
 */
export class IspVisitDetail extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        font-size: var(--_size-small);
        container-type: inline-size;
      }

      dl {
        display: grid;
        grid-template-columns: minmax(4.6rem, max-content) minmax(0, 1fr);
        gap: calc(var(--_space) * 1) calc(var(--_space) * 3);
        padding-inline-start: calc(var(--_space) * 3);
        border-inline-start: 2px solid var(--_line);
        overflow-wrap: anywhere;
      }

      dt {
        color: var(--_muted);
      }

      button.quiet {
        min-height: 24px;
        padding: 0;
        font-size: inherit;
        text-align: start;
      }

      @container (max-width: 300px) {
        dl {
          grid-template-columns: minmax(0, 1fr);
        }

        dd + dt {
          margin-block-start: calc(var(--_space) * 1);
        }
      }
    `,
  ];

  /** The use of services that the event is of. */
  @property({attribute: false}) use: UseOfServices | null = null;

  /** Key of the event. */
  @property({attribute: false}) key = '';

  /** Birth date of the person, for what depends on the age. */
  @property({attribute: false}) birthDate: string | null = null;

  readonly #text = new Localize(this);
  readonly #history = new LazyWords(this, this.#text, loadHistoryWords);
  readonly #proof = new LazyWords(this, this.#text, loadProofWords);
  readonly #diagnoses = new Select(this, ({later}) => later.diagnoses);
  readonly #host = new HostOffers(this);
  #asked = '';

  protected override updated(): void {
    const ids = this.#detail()?.conditionIds ?? [];
    const wanted = ids.join(' ');
    if (wanted === '' || wanted === this.#asked) return;
    this.#asked = wanted;
    void this.#diagnoses.panel?.actions.readDiagnoses(ids);
  }

  override render(): TemplateResult | typeof nothing {
    const t = this.#history.value;
    const proof = this.#proof.value;
    const detail = this.#detail();
    if (!t || !proof || !detail) return nothing;
    const {detail: words} = proof;
    const {format} = this.#text;
    const {row} = detail;
    const facts: readonly (readonly [string, unknown])[] = [
      [words.arrived, this.#when(detail.start)],
      [words.left, this.#left(detail, t, words)],
      [words.length, lengthWords(row, t, format)],
      [words.site, row.site || this.#text.t.use.unknownSite],
      [words.reason, row.reason],
      [words.type, detail.types],
      [words.admittedFrom, detail.admitCode ? proof.admitted[detail.admitCode] : detail.admittedFrom],
      [words.discharge, dischargedTo(row, t)],
      [words.classified, this.#classified(detail, t, words)],
      [words.rules, this.#rules(detail, proof)],
      [words.linked, this.#linked(detail, t)],
      [words.sources, this.#sources(detail, words)],
    ];
    return html`<dl>
      ${facts.map(([name, said]) =>
        said === null || said === undefined || said === ''
          ? nothing
          : html`<dt>${name}</dt>
              <dd>${said}</dd>`,
      )}
    </dl>`;
  }

  #detail(): UseDetail | null {
    const codes = this.#diagnoses.value;
    const conditions = codes?.status === 'ready' ? codes.value : {};
    return this.use && useDetail(this.use, this.key, this.birthDate, conditions);
  }

  #when(start: string): string {
    const time = start.length > 10 ? ` ${start.slice(11, 16)}` : '';
    return `${this.#text.format.longDate(start.slice(0, 10))}${time}`;
  }

  #left({row, end}: UseDetail, t: HistoryMessages, words: ProofMessages['detail']): string | null {
    if (row.flags.includes('ongoing')) return t.flag.ongoing;
    if (row.lane !== 'ed' && row.lane !== 'hospital') return end && this.#when(end);
    return end ? this.#when(end) : words.leftUnknown;
  }

  #classified(
    {row, coded, sensitive, conditionIds}: UseDetail,
    t: HistoryMessages,
    words: ProofMessages['detail'],
  ): TemplateResult {
    const kind = t.kind[row.kind];
    const code = coded && [coded.code, coded.display].filter(Boolean).join(' – ');
    const how = !code
      ? words.noClass(kind)
      : row.kind === 'unclassified'
        ? words.byClassNotKnown(kind, code)
        : words.byClass(kind, code);
    // That it goes on stands where it would say when it ended.
    const ended = {...row, flags: row.flags.filter((flag) => flag !== 'ongoing')};
    const flags = flagWords(ended, t, this.#text.format);
    const isUnread = conditionIds.length > 0 && this.#diagnoses.value?.status === 'failed';
    const marked = sensitive && words.sensitive(words.group[sensitive.group], sensitive.code);
    return html`${how}${flags.length > 0 && !row.suggestion ? `; ${flags.join(', ')}` : nothing}.
    ${row.suggestion ? words.suggestion(t.kind[row.suggestion]) : nothing}
    ${marked ? html`<br />${marked}${sensitive.unlessCardiacProcedure ? `, ${words.sensitiveUnless}` : ''}.` : nothing}
    ${isUnread ? html`<br />${words.diagnosesUnread}` : nothing}`;
  }

  #rules({rules}: UseDetail, {rule}: ProofMessages): TemplateResult | null {
    const said = rules.flatMap((number) => (rule[number] ? [[number, rule[number]] as const] : []));
    if (said.length === 0) return null;
    return html`<ul>
      ${said.map(([number, words]) => html`<li><span class="muted">${number}</span> ${words}</li>`)}
    </ul>`;
  }

  #linked({linked}: UseDetail, t: HistoryMessages): TemplateResult | null {
    if (linked.length === 0) return null;
    return html`<ul>
      ${linked.map(
        (row) =>
          html`<li>
            <button
              class="quiet"
              type="button"
              @click=${() => this.dispatchEvent(new PickRowEvent(row.key, true))}
            >
              ${rowWords(row, t, this.#text.format).join(', ')}
            </button>
          </li>`,
      )}
    </ul>`;
  }

  #sources({sources}: UseDetail, words: ProofMessages['detail']): TemplateResult {
    const line = ({resource, source, role}: DetailSource): string =>
      [resource, source, words.role[role]].filter(Boolean).join(', ');
    return html`<ul>
      ${sources.map((source) => html`<li>${line(source)} ${this.#open(source.resource, words)}</li>`)}
    </ul>`;
  }

  /** The way into the record, where its system opens it. */
  #open(resource: string, words: ProofMessages['detail']): TemplateResult | typeof nothing {
    if (!this.#host.has('open-record')) return nothing;
    const open = (): unknown => this.dispatchEvent(new NavigateEvent('open-record', resource));
    return html`<button
      class="quiet"
      type="button"
      aria-label=${words.openRecordNamed(resource)}
      @click=${open}
    >
      ${words.openRecord}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-visit-detail': IspVisitDetail;
  }
}
