import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {state} from 'lit/decorators.js';
import {isSaving, whyBlocked} from '../../app/plan-view.ts';
import type {Draft} from '../../app/state.ts';
import {dueMeasures, measureGrid, type MeasureRow} from '../../domain/measures/measure-grid.ts';
import type {Measure, NewMeasure} from '../../domain/measures/measure.ts';
import {loadMeasureWords, type MeasureMessages} from '../../i18n/measure-words.ts';
import {offerPart} from './follow-up-desk.ts';
import {FocusSoon} from '../shared/focus-soon.ts';
import type {DraftEvent, SubmitEvent} from '../shared/form-events.ts';
import {styles} from './isp-measures.styles.ts';
import {LazyElement} from '../shared/lazy-element.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';
import {measureRow} from './measure-row.ts';
import {failure, partial, skeleton} from '../shared/section-states.ts';
import {Select} from '../shared/select.ts';

const newKey = 'measure:new';

/**
 * Scores of the programme's instruments at its start, at six and at twelve months, each with its limits, its cut-off,
 * its day and who recorded it.
 *
 * @tag isp-measures
 */
export class IspMeasures extends LitElement {
  static override styles = styles;

  @state() private adding = false;

  /** The score that is about to be marked as a mistake, until the second step. */
  @state() private withdrawing = '';

  readonly #text = new Localize(this);
  readonly #words = new LazyWords(this, this.#text, loadMeasureWords);
  readonly #measures = new Select(this, ({later}) => later.measures);
  readonly #index = new Select(this, ({use}) => (use.status === 'ready' ? use.value.proof.index : null));
  readonly #today = new Select(this, ({today}) => today);
  readonly #saves = new Select(this, ({saves}) => saves);
  readonly #draft = new Select(this, ({drafts}): Draft | undefined => drafts[newKey]);
  readonly #why = new Select(this, ({abilities, halted}) => whyBlocked(abilities.createObservation, halted));
  readonly #whyNotWithdraw = new Select(this, ({abilities, halted}) =>
    whyBlocked(abilities.updateObservation, halted),
  );
  readonly #form = new LazyElement(
    this,
    'isp-measure-form',
    async () => (await import('./isp-measure-form.ts')).IspMeasureForm,
  );
  readonly #focusSoon = new FocusSoon(this);

  get #isAdding(): boolean {
    return this.adding || this.#draft.value !== undefined;
  }

  #withdrawOffer: (() => void) | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#withdrawOffer?.();
    this.#withdrawOffer = null;
  }

  protected override willUpdate(): void {
    const {panel} = this.#measures;
    if (panel && !this.#withdrawOffer)
      this.#withdrawOffer = offerPart(panel, 'measure', () => void this.#open());
    if (this.#isAdding) this.#form.want();
  }

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    const measures = this.#measures.value;
    if (!t) return nothing;
    return html`<section aria-labelledby="heading">
      <div class="head"><h2 id="heading" tabindex="-1">${t.heading}</h2></div>
      ${!measures || measures.status === 'loading' ? skeleton(t.loading) : nothing}
      ${
        measures?.status === 'failed'
          ? failure(t, measures.problem, this.#text, () => void this.#measures.panel?.actions.refresh())
          : nothing
      }
      ${
        measures?.status === 'ready'
          ? html`${partial(measures.gaps, this.#text)} ${this.#renderRows(measures.value, t)}
            ${this.#renderAdd(t)}`
          : nothing
      }
    </section>`;
  }

  #renderRows(measures: readonly Measure[], t: MeasureMessages): TemplateResult {
    const index = this.#index.value ?? null;
    const rows = measureGrid(measures, index, this.#today.value ?? '');
    if (rows.length === 0) return html`<p class="said">${t.none}</p>`;
    const due = [...dueMeasures(rows)].map(([day, instruments]) => {
      // The name without what it measures, which stands beside the score.
      const names = instruments.map(({name}) => t.instrument[name].split(',')[0]).join(', ');
      return html`<p class="state">${t.dueNow(this.#text.format.longDate(day), names)}</p>`;
    });
    return html`${due} ${index === null ? html`<p class="said small">${t.noIndex}</p>` : nothing}
    ${rows.map((row) => this.#renderRow(row, t))}`;
  }

  #renderRow(row: MeasureRow, t: MeasureMessages): TemplateResult {
    return measureRow(row, t, this.#text, {
      withdrawing: this.withdrawing,
      canWithdraw: this.#whyNotWithdraw.value === null,
      saves: this.#saves.value ?? {},
      ask: (id) => {
        this.withdrawing = id;
        this.#focusSoon.on(id ? '#keep' : '#heading');
      },
      withdraw: (id) => void this.#withdraw(id),
    });
  }

  #renderAdd(t: MeasureMessages): TemplateResult {
    const why = this.#why.value;
    const blocked = why ? `${t.noAdd} ${this.#text.t.plan.blocked[why]}` : '';
    if (!this.#isAdding) {
      if (blocked) return html`<p class="said small">${blocked}</p>`;
      return html`<p class="add"><button type="button" id="add" @click=${this.#open}>${t.add}</button></p>`;
    }
    if (this.#form.status !== 'ready') return skeleton(t.loading);
    return html`<isp-measure-form
      .draft=${this.#draft.value ?? {}}
      .save=${this.#saves.value?.[newKey]}
      .today=${this.#today.value ?? ''}
      .blocked=${blocked}
      @isp-draft=${(event: DraftEvent) => this.#measures.panel?.actions.keepDraft(newKey, event.draft)}
      @isp-cancel=${this.#close}
      @isp-submit=${(event: SubmitEvent<NewMeasure>) => void this.#add(event.value)}
    ></isp-measure-form>`;
  }

  readonly #open = async (): Promise<void> => {
    if (this.#why.value) return this.#focusSoon.on('#heading');
    this.adding = true;
    await this.#form.load();
    await this.updateComplete;
    this.renderRoot.querySelector('isp-measure-form')?.focus();
  };

  readonly #close = (): void => {
    this.#measures.panel?.actions.discard(newKey);
    this.adding = false;
    this.#focusSoon.on('#add');
  };

  async #add(measure: NewMeasure): Promise<void> {
    const panel = this.#measures.panel;
    const t = this.#words.value;
    if (!panel || !t || isSaving(this.#saves.value?.[newKey])) return;
    await panel.actions.wish(newKey, 'addMeasure', measure, t.instrument[measure.instrument]);
    if (panel.store.get().saves[newKey]?.status !== 'saved') return;
    this.adding = false;
    this.#focusSoon.on('#add');
  }

  async #withdraw(id: string): Promise<void> {
    const panel = this.#measures.panel;
    const key = `measure:${id}`;
    if (!panel || isSaving(this.#saves.value?.[key])) return;
    await panel.actions.wish(key, 'withdrawMeasure', id);
    this.withdrawing = '';
    this.#focusSoon.on('#heading');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-measures': IspMeasures;
  }
}
