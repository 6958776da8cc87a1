import {css, html, LitElement, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {ownCriterion, type CriterionCard} from '../../app/use-criteria.ts';
import {useRows} from '../../app/use-rows.ts';
import {sinceReview} from '../../app/use-since.ts';
import {useView, type ReadyUse} from '../../app/use-view.ts';
import {loadHistoryWords, type HistoryMessages} from '../../i18n/use-words.ts';
import type {IspCountingProof} from './isp-counting-proof.ts';
import {LazyElement} from '../shared/lazy-element.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';
import {shared} from '../shared/shared.styles.ts';
import type {PickPeriodEvent, PickRowEvent} from './use-events.ts';
import {countedWords} from './use-words.ts';

type Fold = 'criteria' | 'proof';

/**
 * Below the numbers: what is new since the last review, the drawing, the criterion, the list, and what can be made of
 * them. Loaded after the numbers.
 *
 * @tag isp-use-history
 */
export class IspUseHistory extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: calc(var(--_space) * 4);
        min-width: 0;
      }

      p {
        max-width: 75ch;
      }

      p button.quiet {
        min-height: 24px;
        padding: 0;
        font-size: inherit;
      }

      .fold {
        display: grid;
        gap: calc(var(--_space) * 3);
        justify-items: start;
      }

      .fold > :not(button) {
        width: 100%;
      }
    `,
  ];

  /** The section of the state, in its ready state. */
  @property({attribute: false}) section: ReadyUse | null = null;

  /** Local day of the last review of the plan, or null. */
  @property({attribute: false}) reviewed: string | null = null;

  /** Birth date of the person, for what depends on the age. */
  @property({attribute: false}) birthDate: string | null = null;

  @state() private months: 12 | 24 = 12;
  @state() private picked: string | null = null;
  @state() private open: ReadonlySet<Fold> = new Set();

  readonly #text = new Localize(this);
  readonly #words = new LazyWords(this, this.#text, loadHistoryWords);
  readonly #more = new LazyElement(
    this,
    'isp-use-more',
    async () => (await import('./isp-use-more.ts')).IspUseMore,
  );
  readonly #criteria = new LazyElement(
    this,
    'isp-criteria',
    async () => (await import('./isp-criteria.ts')).IspCriteria,
  );
  readonly #proof = new LazyElement(
    this,
    'isp-counting-proof',
    async () => (await import('./isp-counting-proof.ts')).IspCountingProof,
  );

  /** Opens how a number was counted, at its list. */
  async openProof(measure: 'edVisits' | 'stays'): Promise<void> {
    this.open = new Set([...this.open, 'proof' as const]);
    await this.#proof.load();
    await this.updateComplete;
    this.renderRoot.querySelector<IspCountingProof>('isp-counting-proof')?.goTo(measure);
  }

  /** What is below the list is read by those who scroll to it: it comes once the list stands. */
  protected override updated(): void {
    if (this.#words.value) this.#more.want();
  }

  override render(): TemplateResult | typeof nothing {
    const {section} = this;
    const t = this.#words.value;
    if (!t || !section) return nothing;
    const {value: use} = section;
    const view = useView(section);
    const from = this.months === 12 ? view.from12 : view.from24;
    const reviews = this.reviewed ? [this.reviewed] : [];
    return html`${this.#renderSince(section, t)}
    ${
      view.empty
        ? nothing
        : html`<isp-timeline
            .rows=${useRows(use)}
            .from=${from}
            .to=${view.asOf}
            .index=${use.proof.index}
            .reviews=${this.#keep(reviews)}
            .months=${this.months}
            .picked=${this.picked}
            @isp-pick-row=${this.#onPick}
            @isp-pick-period=${this.#onPeriod}
          ></isp-timeline>`
    }
    ${this.#renderCriterion(ownCriterion(use.proof), t)}
    ${
      view.empty
        ? nothing
        : html`<isp-visit-list
            .use=${use}
            .from=${from}
            .picked=${this.picked}
            .birthDate=${this.birthDate}
            @isp-pick-row=${this.#onPick}
          ></isp-visit-list>`
    }
    ${this.#more.status === 'ready' && !view.empty ? html`<isp-use-more .use=${use} @isp-pick-period=${this.#onTwoYears}></isp-use-more>` : nothing}
    ${this.#renderProof(t)}`;
  }

  #renderSince(section: ReadyUse, t: HistoryMessages): TemplateResult | typeof nothing {
    const since = sinceReview(section, this.reviewed);
    if (!since) return nothing;
    const {use} = this.#text.t;
    const words = (count: typeof since.edVisits, what: (n: number) => string): string =>
      countedWords(count, what, this.#text.t, this.#text.format);
    return html`<p>
      ${t.sinceReview(
        this.#text.format.longDate(since.reviewed),
        words(since.edVisits, use.edVisits),
        words(since.stays, use.stays),
      )}
    </p>`;
  }

  #renderCriterion(card: CriterionCard | null, t: HistoryMessages): TemplateResult | typeof nothing {
    if (!card) return nothing;
    const {format} = this.#text;
    const {standing, parts, preset} = card;
    const name = t.preset[preset] ?? preset;
    const said =
      standing.said === 'met'
        ? t.criterion.met(name)
        : standing.said === 'not-met'
          ? t.criterion.notMet(name)
          : t.criterion.cannotTell[standing.why](name);
    const evidence = parts.map((part) =>
      t.criterion.part(
        format.number(part.value),
        this.#text.t.use[part.measure](part.value),
        format.number(part.atLeast),
        format.number(part.months),
      ),
    );
    return html`<div class="fold small">
      <p>
        ${said} <span class="muted">${evidence.join('; ')}.</span>
        ${this.#renderToggle('criteria', t.criterion.more, 'quiet')}
      </p>
      ${
        this.open.has('criteria')
          ? this.#renderLazy(
              this.#criteria,
              () => html`<isp-criteria .proof=${this.section?.value.proof ?? null}></isp-criteria>`,
            )
          : nothing
      }
    </div>`;
  }

  #renderProof(t: HistoryMessages): TemplateResult {
    return html`<div class="fold">
      ${this.#renderToggle('proof', t.howCounted, '')}
      ${
        this.open.has('proof')
          ? this.#renderLazy(
              this.#proof,
              () =>
                html`<isp-counting-proof .proof=${this.section?.value.proof ?? null}></isp-counting-proof>`,
            )
          : nothing
      }
    </div>`;
  }

  #renderToggle(fold: Fold, words: string, look: string): TemplateResult {
    return html`<button
      class=${look}
      type="button"
      aria-expanded=${this.open.has(fold) ? 'true' : 'false'}
      @click=${() => this.#onToggle(fold)}
    >
      ${words}
    </button>`;
  }

  #renderLazy(code: LazyElement, content: () => TemplateResult): TemplateResult {
    if (code.status === 'ready') return content();
    const {panel} = this.#text.t;
    return html`<p class="small muted">${code.status === 'failed' ? panel.couldNotLoad : panel.loading}</p>`;
  }

  #kept: readonly string[] = [];

  /** The same list as long as it says the same, so that the drawing is not made anew. */
  #keep(reviews: readonly string[]): readonly string[] {
    if (this.#kept.join() !== reviews.join()) this.#kept = reviews;
    return this.#kept;
  }

  #onPick(event: PickRowEvent): void {
    event.stopPropagation();
    this.picked = event.key;
    if (event.go) void this.renderRoot.querySelector('isp-visit-list')?.goTo(event.key);
  }

  #onPeriod(event: PickPeriodEvent): void {
    this.months = event.months;
  }

  /** From below the list: the drawing comes into sight with what was asked for. */
  #onTwoYears(event: PickPeriodEvent): void {
    this.#onPeriod(event);
    this.renderRoot.querySelector('isp-timeline')?.goTo();
  }

  #onToggle(fold: Fold): void {
    const open = new Set(this.open);
    if (!open.delete(fold)) open.add(fold);
    this.open = open;
    if (open.has(fold)) void (fold === 'criteria' ? this.#criteria : this.#proof).load();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-use-history': IspUseHistory;
  }
}
