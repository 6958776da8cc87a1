import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {whyNotChange} from '../app/action-places.ts';
import {dueView, type DueView} from '../app/due-view.ts';
import {loadDueWords, type DueMessages} from '../i18n/follow-up-words.ts';
import {isSaving} from '../app/plan-view.ts';
import type {Action, ActionChange} from '../domain/action.ts';
import type {DueItem} from '../domain/follow-up/due.ts';
import {dueWords} from './due-words.ts';
import {openPart} from './follow-up-desk.ts';
import {styles} from './isp-due.styles.ts';
import {goToPlan} from './go-to-plan.ts';
import {LazyWords} from './lazy-words.ts';
import {Localize} from './localize.ts';
import {Select} from './select.ts';
import {UndoOffer} from './undo-offer.ts';

/** Items that stand open; the others are folded. */
const shown = 1;

/**
 * What is due for this person, in words, the most urgent first: one line that unfolds, each item with the act that settles
 * it. It never opens by itself, and nothing in it marks the person.
 *
 * @tag isp-due
 */
export class IspDue extends LitElement {
  static override styles = styles;

  readonly #text = new Localize(this);
  readonly #words = new LazyWords(this, this.#text, loadDueWords);
  readonly #due = new Select(this, dueView);
  readonly #saves = new Select(this, ({saves}) => saves);
  readonly #abilities = new Select(this, ({abilities}) => abilities);
  readonly #drafts = new Select(this, ({drafts}) => drafts);
  readonly #halted = new Select(this, ({halted}) => halted);
  readonly #undo = new UndoOffer(this, '#heading');

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    const view = this.#due.value;
    if (!t || !view || view.died) return nothing;
    const {items, loading} = view;
    if (loading) return html`<p class="muted small" aria-busy="true">${t.loading}</p>`;
    const rest = items.length - shown;
    return html`<section aria-labelledby="heading">
      <h2 id="heading" tabindex="-1" class="visually-hidden">${t.heading}</h2>
      ${this.#undo.render(this.#text.t.plan.undo)}
      ${items.length === 0 ? this.#renderNone(view, t) : this.#renderList(items.slice(0, shown), t)}
      ${
        rest > 0
          ? html`<details>
              <summary>${t.more(rest, this.#text.format.number(rest))}</summary>
              ${this.#renderList(items.slice(shown), t)}
            </details>`
          : nothing
      }
      ${items.length > 0 ? this.#renderMissing(view, t) : nothing}
    </section>`;
  }

  #renderList(items: readonly DueItem[], t: DueMessages): TemplateResult {
    return html`<ul>
      ${items.map((item) => {
        const {what, detail} = dueWords(item, t, this.#text.format);
        const act = t.act[item.kind];
        return html`<li>
          <p><b>${what}</b>${detail ? html` <span class="detail">${detail}</span>` : nothing}</p>
          <div class="acts">
            ${item.kind === 'action' ? this.#renderDone(item.action, t) : nothing}
            <button class="quiet small" type="button" @click=${() => this.#settle(item)}>${act}</button>
          </div>
          ${
            item.kind === 'action'
              ? html`<isp-save-state .save=${this.#saves.value?.[saveKey(item.action)]}></isp-save-state>`
              : nothing
          }
        </li>`;
      })}
    </ul>`;
  }

  /** What can be changed is done from here with one click, and taken back with another. */
  #renderDone(action: Action, t: DueMessages): TemplateResult | typeof nothing {
    const abilities = this.#abilities.value;
    const halted = this.#halted.value ?? null;
    // What is being typed about it would go with the save: then the form is the place.
    if (this.#drafts.value?.[saveKey(action)]) return nothing;
    if (!abilities || action.readOnly || whyNotChange(action.place, {abilities, halted})) return nothing;
    const saving = isSaving(this.#saves.value?.[saveKey(action)]);
    return html`<button
      class="quiet small"
      type="button"
      aria-label=${t.doneOf(action.what.text)}
      aria-disabled=${saving ? 'true' : nothing}
      @click=${() => void this.#done(action, t)}
    >
      ${t.done}
    </button>`;
  }

  async #done(action: Action, t: DueMessages): Promise<void> {
    if (!(await this.#change(action, {state: 'completed'}))) return;
    const {state, reason} = action;
    // A state that is not known cannot be put back.
    if (state !== 'unrecognized') {
      this.#undo.show(t.saidDone(action.what.text), () => void this.#change(action, {state, reason}));
      await this.updateComplete;
    }
    const place = this.renderRoot.querySelector<HTMLElement>('#undo');
    (place ?? this.renderRoot.querySelector<HTMLElement>('#heading'))?.focus();
  }

  /** True when the record has confirmed it. */
  async #change(action: Action, change: ActionChange): Promise<boolean> {
    const {panel} = this.#due;
    const key = saveKey(action);
    if (!panel || isSaving(panel.store.get().saves[key])) return false;
    await panel.actions.wish(key, 'changeAction', action.key, change, this.#text.language);
    return panel.store.get().saves[key]?.status === 'saved';
  }

  /** That nothing is due is only said when everything was read. */
  #renderNone({missing}: DueView, t: DueMessages): TemplateResult {
    return html`<p class="none">${missing.length === 0 ? t.nothing : t.unknown(this.#parts(missing, t))}</p>`;
  }

  #renderMissing({missing}: DueView, t: DueMessages): TemplateResult | typeof nothing {
    if (missing.length === 0) return nothing;
    return html`<p class="small muted">${t.missing(this.#parts(missing, t))}</p>`;
  }

  #parts(missing: DueView['missing'], t: DueMessages): string {
    return new Intl.ListFormat(this.#text.language).format(missing.map((part) => t.part[part]));
  }

  #settle(item: DueItem): void {
    const {panel} = this.#due;
    if (!panel) return;
    switch (item.kind) {
      case 'discharge':
      case 'contact':
        return openPart(panel, 'contact');
      case 'measures':
        return openPart(panel, 'measure');
      default:
        return goToPlan(this);
    }
  }
}

function saveKey({key}: Action): string {
  return `action:${key}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-due': IspDue;
  }
}
