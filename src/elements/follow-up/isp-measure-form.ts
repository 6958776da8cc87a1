import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import {typedMeasure} from '../../app/measure-draft.ts';
import {isSaving} from '../../app/plan-view.ts';
import type {Draft, SaveState} from '../../app/state.ts';
import {instruments, type Instrument} from '../../domain/measures/instruments.ts';
import {measureFaults, type NewMeasure} from '../../domain/measures/measure.ts';
import {loadMeasureWords, type MeasureMessages} from '../../i18n/measure-words.ts';
import {FocusSoon} from '../shared/focus-soon.ts';
import {draftActs} from '../shared/form-acts.ts';
import {DraftEvent, SubmitEvent} from '../shared/form-events.ts';
import {describedBy, field} from '../shared/form-field.ts';
import {styles} from './isp-measure-form.styles.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';

/**
 * One score to be recorded: the instrument, its number (or its six answers, which add up by themselves), and the day. No
 * text of any instrument is shown: it belongs to its owners.
 *
 * @tag isp-measure-form
 * @fires {DraftEvent} isp-draft - Something was typed.
 * @fires {SubmitEvent} isp-submit - Record the score.
 * @fires {CancelEvent} isp-cancel - Give up; what was typed goes.
 */
export class IspMeasureForm extends LitElement {
  static override styles = styles;

  /** What was typed and is not yet saved. */
  @property({attribute: false}) draft: Draft = {};

  @property({attribute: false}) save: SaveState | undefined = undefined;

  /** Local day of the site, YYYY-MM-DD. */
  @property() today = '';

  /** Why it cannot be saved, in words; empty when it can. */
  @property() blocked = '';

  @state() private tried = false;

  readonly #text = new Localize(this);
  readonly #words = new LazyWords(this, this.#text, loadMeasureWords);
  readonly #focusSoon = new FocusSoon(this);
  readonly #acts = draftActs(this, this.#text, () => this.#words.value?.save ?? '', {saves: 'Observation'});

  /** Puts the cursor in the first field. */
  override focus(): void {
    // The words, and with them the fields, may come later than the element.
    this.#focusSoon.on('#instrument');
  }

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    if (!t) return nothing;
    const {instrument} = typedMeasure(this.draft, this.today);
    const wrong = this.#faults(t);
    return html`<form
      aria-labelledby="heading"
      novalidate
      @submit=${this.#onSubmit}
      @keydown=${this.#acts.onKey}
    >
      <h3 id="heading">${t.add}</h3>
      ${field({
        id: 'instrument',
        label: t.which,
        errors: wrong('instrument'),
        control: html`<select
          id="instrument"
          aria-required="true"
          aria-invalid=${wrong('instrument').length > 0 ? 'true' : nothing}
          aria-describedby=${describedBy('instrument', null, wrong('instrument'))}
          @change=${this.#onInput}
        >
          <option value="" .selected=${instrument === null}>${t.choose}</option>
          ${instruments
            .filter(({offered}) => offered)
            .map(
              ({name}) =>
                html`<option value=${name} .selected=${name === instrument?.name}>
                  ${t.instrument[name]}
                </option>`,
            )}
        </select>`,
      })}
      ${instrument ? this.#renderFlags(instrument, t) : nothing}
      <div class="pair">
        ${instrument && !hasFlags(instrument) ? this.#renderScore(instrument, t, wrong('score')) : nothing}
        ${field({
          id: 'date',
          label: t.date,
          errors: wrong('date'),
          control: html`<input
            id="date"
            type="date"
            max=${this.today}
            ?readonly=${isSaving(this.save)}
            aria-invalid=${wrong('date').length > 0 ? 'true' : nothing}
            aria-describedby=${describedBy('date', null, wrong('date'))}
            .value=${live(this.draft['date'] ?? this.today)}
            @input=${this.#onInput}
          />`,
        })}
      </div>
      ${instrument ? this.#renderParts(instrument, t, wrong('parts')) : nothing}
      <isp-save-state .save=${this.save}></isp-save-state>
      ${this.#acts.render()}
    </form>`;
  }

  #renderScore(instrument: Instrument, t: MeasureMessages, errors: readonly string[]): TemplateResult {
    const {format} = this.#text;
    const hint = t.limits(format.number(instrument.min), format.number(instrument.max));
    return field({
      id: 'score',
      label: t.total,
      hint,
      errors,
      control: html`<input
        id="score"
        inputmode="decimal"
        autocomplete="off"
        aria-required="true"
        ?readonly=${isSaving(this.save)}
        aria-invalid=${errors.length > 0 ? 'true' : nothing}
        aria-describedby=${describedBy('score', hint, errors)}
        .value=${live(this.draft['score'] ?? '')}
        @input=${this.#onInput}
      />`,
    });
  }

  #renderFlags(instrument: Instrument, t: MeasureMessages): TemplateResult | typeof nothing {
    if (!hasFlags(instrument)) return nothing;
    const {score} = typedMeasure(this.draft, this.today);
    return html`<fieldset>
      <legend>${t.flags}</legend>
      ${instrument.parts.map(
        ({code}) =>
          html`<label class="flag">
            <input
              type="checkbox"
              id=${`part.${code}`}
              .checked=${live(this.draft[`part.${code}`] === '1')}
              @change=${this.#onInput}
            />
            <span>${t.part[code]}</span>
          </label>`,
      )}
      <p class="total" role="status">${t.flagsTotal(this.#text.format.number(score ?? 0))}</p>
    </fieldset>`;
  }

  #renderParts(
    {parts}: Instrument,
    t: MeasureMessages,
    errors: readonly string[],
  ): TemplateResult | typeof nothing {
    const scores = parts.filter(({kind}) => kind === 'score');
    if (scores.length === 0) return nothing;
    return html`<fieldset>
      <legend>${t.parts}</legend>
      <div class="pair">
        ${scores.map(({code, max}) =>
          field({
            id: `part.${code}`,
            label: t.part[code] ?? code,
            hint: t.limits('0', this.#text.format.number(max)),
            control: html`<input
              id=${`part.${code}`}
              inputmode="numeric"
              autocomplete="off"
              ?readonly=${isSaving(this.save)}
              aria-describedby=${`part.${code}-hint`}
              .value=${live(this.draft[`part.${code}`] ?? '')}
              @input=${this.#onInput}
            />`,
          }),
        )}
      </div>
      ${errors.map((error) => html`<p class="wrong">${error}</p>`)}
    </fieldset>`;
  }

  #faults(t: MeasureMessages): (field: string) => readonly string[] {
    const typed = typedMeasure(this.draft, this.today);
    const {instrument} = typed;
    if (!this.tried) return () => [];
    if (!instrument) return (name) => (name === 'instrument' ? [t.wrong['chooseFirst'] ?? ''] : []);
    const faults = measureFaults(instrument, typed, this.today);
    return (name) =>
      faults.filter((fault) => fault.field === name).map(({field: at, why}) => t.wrong[`${at} ${why}`] ?? '');
  }

  #control(id: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`[id="${id}"]`);
  }

  #onInput(event: Event): void {
    const control = event.target as HTMLInputElement;
    const value = control.type === 'checkbox' ? (control.checked ? '1' : '') : control.value;
    if (isSaving(this.save)) {
      // What is on its way was read from the form already: a later choice would be lost with the draft.
      this.requestUpdate();
      return;
    }
    this.#acts.tell('');
    const {[control.id]: _old, ...rest} = this.draft;
    const original = control.id === 'date' ? this.today : '';
    this.dispatchEvent(new DraftEvent(value === original ? rest : {...rest, [control.id]: value}));
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    if (isSaving(this.save) || this.blocked) return;
    this.tried = true;
    const typed = typedMeasure(this.draft, this.today);
    const {instrument, score, parts, date} = typed;
    if (!instrument) return this.#control('instrument')?.focus();
    const [fault] = measureFaults(instrument, typed, this.today);
    if (fault) {
      const first = fault.field === 'parts' ? `part.${instrument.parts[0]?.code}` : fault.field;
      return this.#control(first)?.focus();
    }
    const measure: NewMeasure = {instrument: instrument.name, score: score as number, parts, date};
    this.dispatchEvent(new SubmitEvent(measure));
  }
}

function hasFlags({parts}: Instrument): boolean {
  return parts.some(({kind}) => kind === 'flag');
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-measure-form': IspMeasureForm;
  }
}
