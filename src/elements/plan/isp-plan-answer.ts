import {css, html, LitElement, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {planAnswerView, type PlanAnswerView} from '../../app/plan-answer.ts';
import {isSaving} from '../../app/plan-view.ts';
import type {ActionChange} from '../../domain/action.ts';
import {loadDueWords, type DueMessages} from '../../i18n/follow-up-words.ts';
import {FocusSoon} from '../shared/focus-soon.ts';
import {form} from '../shared/form.styles.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';
import {Select} from '../shared/select.ts';
import {shared} from '../shared/shared.styles.ts';

const agreeKey = 'plan:answer';
const askKey = 'question';

/**
 * What a physician of the team says of the plan, with one click: that they agree, or that they have a question, which
 * becomes an action of the case manager.
 *
 * @tag isp-plan-answer
 */
export class IspPlanAnswer extends LitElement {
  static override styles = [
    shared,
    form,
    css`
      .acts {
        justify-content: flex-start;
      }

      .field {
        flex: 1 1 12rem;
      }
    `,
  ];

  readonly #text = new Localize(this);
  readonly #words = new LazyWords(this, this.#text, loadDueWords);
  readonly #view = new Select(this, planAnswerView);
  readonly #today = new Select(this, ({today}) => today);
  readonly #saves = new Select(this, ({saves}) => saves);
  readonly #draft = new Select(this, ({drafts}) => drafts[askKey]?.['question'] ?? '');
  readonly #focusSoon = new FocusSoon(this);

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    const view = this.#view.value;
    if (!t || !view) return nothing;
    const {agreed, whyNotAgree, whyNotAsk} = view;
    if (whyNotAgree && whyNotAsk) return nothing;
    const saves = this.#saves.value ?? {};
    return html`<div role="group" aria-labelledby="lead">
      <p id="lead" tabindex="-1">
        ${
          agreed === null
            ? t.answer.lead
            : agreed.date
              ? t.answer.agreedOn(this.#text.format.longDate(agreed.date))
              : t.answer.agreed
        }
      </p>
      <div class="acts">
        ${
          agreed === null && !whyNotAgree
            ? html`<button
                type="button"
                id="agree"
                aria-disabled=${isSaving(saves[agreeKey]) ? 'true' : nothing}
                @click=${() => void this.#agree(view)}
              >
                ${t.answer.agree}
              </button>`
            : nothing
        }
        ${whyNotAsk ? nothing : this.#renderAsk(view, t)}
      </div>
      <isp-save-state .save=${saves[agreeKey]}></isp-save-state>
      <isp-save-state .save=${saves[askKey]}></isp-save-state>
    </div>`;
  }

  #renderAsk(view: PlanAnswerView, t: DueMessages): TemplateResult {
    const saving = isSaving(this.#saves.value?.[askKey]);
    return html`<button
        type="button"
        class="quiet"
        id="ask"
        aria-disabled=${saving ? 'true' : nothing}
        @click=${() => void this.#ask(view, t)}
      >
        ${t.answer.ask}
      </button>
      <div class="field">
        <label for="question">${t.answer.question}</label>
        <input
          id="question"
          autocomplete="off"
          ?readonly=${saving}
          .value=${live(this.#draft.value ?? '')}
          @input=${this.#onInput}
        />
      </div>`;
  }

  #onInput(event: Event): void {
    const {value} = event.target as HTMLInputElement;
    this.#view.panel?.actions.keepDraft(askKey, value === '' ? {} : {question: value});
  }

  async #agree({name}: PlanAnswerView): Promise<void> {
    const {panel} = this.#view;
    if (!panel || isSaving(panel.store.get().saves[agreeKey])) return;
    await panel.actions.wish(agreeKey, 'agreeToPlan', name, this.#text.language);
    this.#focusSoon.on('#lead');
  }

  async #ask({name, asks}: PlanAnswerView, t: DueMessages): Promise<void> {
    const {panel} = this.#view;
    if (!panel || isSaving(panel.store.get().saves[askKey])) return;
    const lang = this.#text.language;
    const question = (this.#draft.value ?? '').trim();
    const what = question === '' ? t.answer.hasQuestion(name) : t.answer.asks(name, question);
    const change: ActionChange = {
      what: {text: what, lang},
      who: asks,
      due: this.#today.value ?? null,
      category: 'coordination',
    };
    await panel.actions.wish(askKey, 'addAction', change, lang, askKey);
    this.#focusSoon.on('#lead');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-plan-answer': IspPlanAnswer;
  }
}
