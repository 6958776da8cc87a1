import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {withTopic, type TopicRecord} from '../../app/plan-groups.ts';
import {isSaving} from '../../app/plan-view.ts';
import type {Draft, SaveState} from '../../app/state.ts';
import {loadPlanDetailWords, type PlanDetailMessages} from '../../i18n/plan-detail-words.ts';
import {FocusSoon} from '../shared/focus-soon.ts';
import {draftActs} from '../shared/form-acts.ts';
import {DraftEvent, SubmitEvent} from '../shared/form-events.ts';
import {describedBy, field} from '../shared/form-field.ts';
import {styles} from './isp-topic-form.styles.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';

type Topic = Exclude<keyof PlanDetailMessages['topics'], 'author'>;

/** Names from the chart for one topic, or what became of reading them. */
export interface Offers {
  readonly topic: Topic;
  readonly names: readonly string[] | 'loading' | 'failed';
}

/**
 * Some topics of a plan as a form of plain texts, each with beginnings of sentences to take and an example to look at.
 *
 * @tag isp-topic-form
 * @fires {DraftEvent} isp-draft - Something was typed.
 * @fires {SubmitEvent} isp-submit - Save what the draft says.
 * @fires {CancelEvent} isp-cancel - Give up; what was typed goes.
 */
export class IspTopicForm extends LitElement {
  static override styles = styles;

  @property({attribute: false}) topics: readonly Topic[] = [];

  /** What the record says on them. */
  @property({attribute: false}) record: TopicRecord = {};

  /** What was typed and is not yet saved. */
  @property({attribute: false}) draft: Draft = {};

  @property({attribute: false}) save: SaveState | undefined = undefined;

  /** Another label than the topic's own, for a form of one topic. */
  @property() label = '';

  /** Texts to take with one tap, instead of the beginnings of sentences. */
  @property({attribute: false}) choices: readonly string[] = [];

  /** What the chart offers for a topic, to be taken with one tap; nothing is taken by itself. */
  @property({attribute: false}) offers: Offers | null = null;

  /** Why an empty form cannot be saved, in words; empty when it can. */
  @property() required = '';

  /** True where the person's own words stand, whose language is said with them. */
  @property({type: Boolean}) own = false;

  /** Words of the main act; without them "Save". */
  @property() act = '';

  /** Why it cannot be saved, in words; empty when it can. */
  @property() blocked = '';

  @state() private tried = false;

  readonly #text = new Localize(this);
  readonly #focusSoon = new FocusSoon(this);
  readonly #words = new LazyWords(this, this.#text, loadPlanDetailWords);
  readonly #acts = draftActs(this, this.#text, () => this.act || this.#text.t.plan.save);

  /** Puts the cursor in the first field. */
  override focus(): void {
    this.#focusSoon.on('textarea');
  }

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    if (!t) return nothing;
    return html`<form @submit=${this.#onSubmit} @keydown=${this.#onKey} novalidate>
      ${this.topics.map((topic) => this.#renderTopic(topic, t))} ${this.own ? this.#renderLang(t) : nothing}
      <slot></slot>
      <isp-save-state .save=${this.save} .names=${t.topics}></isp-save-state>
      ${this.#acts.render()}
    </form>`;
  }

  #renderTopic(topic: Topic, t: PlanDetailMessages): TemplateResult {
    const starters = this.choices.length > 0 ? this.choices : (t.starters[topic] ?? []);
    const example = t.examples[topic];
    const errors = this.tried && this.required && this.#isEmpty() ? [this.required] : [];
    const hint = example ? t.example(example) : null;
    return html`<div class="topic">
      ${field({
        id: topic,
        label: this.label || t.topics[topic],
        hint,
        errors,
        control: html`<textarea
          id=${topic}
          rows="2"
          lang=${this.draft['lang'] ?? this.record[topic]?.lang ?? nothing}
          ?readonly=${isSaving(this.save)}
          aria-required=${this.required ? 'true' : nothing}
          aria-invalid=${errors.length > 0 ? 'true' : nothing}
          aria-describedby=${describedBy(topic, hint, errors)}
          .value=${this.#value(topic)}
          @input=${this.#onInput}
        ></textarea>`,
      })}
      ${
        starters.length > 0
          ? html`<div class="starters" role="group" aria-label=${t.starter(t.topics[topic])}>
              ${starters.map(
                (starter) =>
                  html`<button type="button" class="starter" @click=${() => this.#take(topic, starter)}>
                    ${starter}
                  </button>`,
              )}
            </div>`
          : nothing
      }
      ${this.offers?.topic === topic ? this.#renderOffers(this.offers, t) : nothing}
    </div>`;
  }

  /** Names that stand in the text already are not offered again. */
  #renderOffers({topic, names}: Offers, t: PlanDetailMessages): TemplateResult {
    if (typeof names === 'string') return html`<p class="hint" role="status">${t.chart[names]}</p>`;
    if (names.length === 0) return html`<p class="hint">${t.chart.none}</p>`;
    const said = this.#value(topic);
    const left = names.filter((name) => !said.includes(name));
    return html`<div class="starters" role="group" aria-label=${t.chart.label}>
      <span class="hint">${t.chart.label}</span>
      ${left.map(
        (name) =>
          html`<button type="button" class="starter" @click=${() => this.#take(topic, name)}>
            ${name}
          </button>`,
      )}
    </div>`;
  }

  #renderLang(t: PlanDetailMessages): TemplateResult {
    const {langs} = this.#text.t.plan;
    const [first] = this.topics;
    const own = first && this.record[first];
    const value = this.draft['lang'] ?? (own ? (own.lang ?? '') : this.#text.language);
    const known: readonly (readonly [string, string])[] = [
      ['en-CA', langs.en],
      ['fr-CA', langs.fr],
      ['', langs.none],
    ];
    const options = known.some(([tag]) => tag === value) ? known : [[value, value] as const, ...known];
    return field({
      id: 'lang',
      label: t.lang,
      control: html`<select id="lang" @change=${this.#onInput}>
        ${options.map(([tag, name]) => html`<option value=${tag} .selected=${tag === value}>${name}</option>`)}
      </select>`,
    });
  }

  #value(topic: Topic): string {
    return this.draft[topic] ?? this.record[topic]?.text ?? '';
  }

  #isEmpty(): boolean {
    return this.topics.every((topic) => this.#value(topic).trim() === '');
  }

  #onInput(event: Event): void {
    const control = event.target as HTMLTextAreaElement;
    if (isSaving(this.save)) {
      // What is on its way was read from the form already: a later text would be lost with the draft.
      this.requestUpdate();
      return;
    }
    this.#acts.tell('');
    const draft =
      control.id === 'lang'
        ? {...this.draft, lang: control.value}
        : withTopic(this.draft, control.id as Topic, control.value, this.record);
    this.dispatchEvent(new DraftEvent(draft));
  }

  /** Takes words into the text, on a line of their own, and puts the cursor behind them. */
  #take(topic: Topic, starter: string): void {
    if (isSaving(this.save)) return;
    const before = this.#value(topic).trimEnd();
    const text = `${before}${before === '' ? '' : '\n'}${starter} `;
    this.dispatchEvent(new DraftEvent(withTopic(this.draft, topic, text, this.record)));
    void this.updateComplete.then(() => {
      const control = this.renderRoot.querySelector<HTMLTextAreaElement>(`#${topic}`);
      control?.focus();
      control?.setSelectionRange(text.length, text.length);
    });
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    if (isSaving(this.save) || this.blocked) return;
    this.tried = true;
    if (this.required && this.#isEmpty()) this.focus();
    else if (Object.keys(this.draft).length === 0 && !this.act) {
      this.#acts.tell(this.#text.t.plan.nothingChanged);
    } else this.dispatchEvent(new SubmitEvent(this.draft));
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.#onSubmit(event);
    else this.#acts.onKey(event);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-topic-form': IspTopicForm;
  }
}
