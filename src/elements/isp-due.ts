import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {dueView, type DueView} from '../app/due-view.ts';
import {loadDueWords, type DueMessages} from '../i18n/follow-up-words.ts';
import type {DueItem} from '../domain/follow-up/due.ts';
import {dueWords} from './due-words.ts';
import {openPart} from './follow-up-desk.ts';
import {styles} from './isp-due.styles.ts';
import {LazyWords} from './lazy-words.ts';
import {Localize} from './localize.ts';
import {Select} from './select.ts';

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

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    const view = this.#due.value;
    if (!t || !view || view.died) return nothing;
    const {items, loading} = view;
    if (loading) return html`<p class="muted small" aria-busy="true">${t.loading}</p>`;
    const rest = items.length - shown;
    return html`<section aria-labelledby="heading">
      <h2 id="heading" class="visually-hidden">${t.heading}</h2>
      ${items.length === 0 ? html`<p class="none">${t.nothing}</p>` : this.#renderList(items.slice(0, shown), t)}
      ${
        rest > 0
          ? html`<details>
              <summary>${t.more(rest, this.#text.format.number(rest))}</summary>
              ${this.#renderList(items.slice(shown), t)}
            </details>`
          : nothing
      }
      ${this.#renderMissing(view, t)}
    </section>`;
  }

  #renderList(items: readonly DueItem[], t: DueMessages): TemplateResult {
    return html`<ul>
      ${items.map((item) => {
        const {what, detail} = dueWords(item, t, this.#text.format);
        const act = t.act[item.kind];
        return html`<li>
          <p><b>${what}</b>${detail ? html` <span class="detail">${detail}</span>` : nothing}</p>
          <button class="quiet small" type="button" @click=${() => this.#settle(item)}>${act}</button>
        </li>`;
      })}
    </ul>`;
  }

  #renderMissing({missing}: DueView, t: DueMessages): TemplateResult | typeof nothing {
    if (missing.length === 0) return nothing;
    const parts = new Intl.ListFormat(this.#text.language).format(missing.map((part) => t.part[part]));
    return html`<p class="small muted">${t.missing(parts)}</p>`;
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
        return this.#goToPlan();
    }
  }

  /** The plan stands in the same root as this line. */
  #goToPlan(): void {
    const plan = (this.getRootNode() as ParentNode).querySelector<HTMLElement>('#plan');
    plan?.focus({preventScroll: true});
    plan?.scrollIntoView({block: 'start'});
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-due': IspDue;
  }
}
