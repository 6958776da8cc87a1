import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {whyNoAction} from '../../app/action-places.ts';
import {isSaving} from '../../app/plan-view.ts';
import {handOffView} from '../../app/programme-view.ts';
import type {ActionChange} from '../../domain/action.ts';
import type {HandOff} from '../../domain/follow-up/hand-off.ts';
import {loadProgrammeWords, type ProgrammeMessages} from '../../i18n/programme-words.ts';
import {FocusSoon} from '../shared/focus-soon.ts';
import {styles} from './isp-hand-off.styles.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';
import {Select} from '../shared/select.ts';

/**
 * What the two case managers might do after a new visit to the emergency department or a stay. Each is a suggestion: it is
 * written as an action only when somebody accepts it.
 *
 * @tag isp-hand-off
 */
export class IspHandOff extends LitElement {
  static override styles = styles;

  /** Suggestions that somebody has put aside: for as long as the panel is open, and nowhere else. */
  @state() private dismissed: ReadonlySet<string> = new Set();

  readonly #text = new Localize(this);
  readonly #words = new LazyWords(this, this.#text, loadProgrammeWords);
  readonly #suggested = new Select(this, handOffView);
  readonly #saves = new Select(this, ({saves}) => saves);
  readonly #why = new Select(this, whyNoAction);
  readonly #open = new Select(this, ({context}) => context?.generation ?? null);
  readonly #focusSoon = new FocusSoon(this);
  #generation: number | null = null;

  protected override willUpdate(): void {
    // What was put aside for one person says nothing of another.
    const generation = this.#open.value ?? null;
    if (generation !== this.#generation && this.dismissed.size > 0) this.dismissed = new Set();
    this.#generation = generation;
  }

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    if (!t) return nothing;
    const all = (this.#suggested.value ?? []).filter(({key}) => !this.dismissed.has(key));
    const [newest] = all;
    if (!newest) return nothing;
    const isNewest = ({day, event}: HandOff): boolean => day === newest.day && event === newest.event;
    const earlier = all.filter((one) => !isNewest(one));
    return html`<section aria-labelledby="heading">
      <h3 id="heading" tabindex="-1">${t.heading}</h3>
      <p class="small muted">${t.lead}</p>
      ${this.#renderList(all.filter(isNewest), t)}
      ${
        earlier.length > 0
          ? html`<details>
              <summary>${t.earlier(earlier.length, this.#text.format.number(earlier.length))}</summary>
              ${this.#renderList(earlier, t)}
            </details>`
          : nothing
      }
    </section>`;
  }

  #renderList(some: readonly HandOff[], t: ProgrammeMessages): TemplateResult {
    return html`<ul>
      ${repeat(
        some,
        ({key}) => key,
        (one) => this.#renderOne(one, t),
      )}
    </ul>`;
  }

  #renderOne(one: HandOff, t: ProgrammeMessages): TemplateResult {
    const {slot, event, day, who, due, ongoing, key} = one;
    const {format} = this.#text;
    const what = t.what[slot][event](day);
    const name = who?.name ?? t.slot[slot];
    const when = due ? t.by(format.longDate(due)) : ongoing ? t.afterDischarge : '';
    const facts = [who?.name ? `${who.name} (${t.slot[slot]})` : t.nobody(t.slot[slot]), when];
    const save = this.#saves.value?.[saveKey(key)];
    return html`<li>
      <p><b>${unbroken(what, day)}</b> <span class="muted">${facts.filter(Boolean).join(', ')}</span></p>
      <div class="acts">
        ${
          this.#why.value
            ? html`<p class="small muted">${t.noAccept}</p>`
            : html`<button
                class="quiet small"
                type="button"
                aria-label=${t.acceptOf(what, name)}
                aria-disabled=${isSaving(save) ? 'true' : nothing}
                @click=${() => void this.#accept(one, what)}
              >
                ${t.accept}
              </button>`
        }
        <button
          class="quiet small"
          type="button"
          aria-label=${t.dismissOf(what, name)}
          @click=${() => this.#dismiss(key)}
        >
          ${t.dismiss}
        </button>
      </div>
      <isp-save-state .save=${save}></isp-save-state>
    </li>`;
  }

  async #accept({key, who, due}: HandOff, what: string): Promise<void> {
    const {panel} = this.#suggested;
    const save = saveKey(key);
    if (!panel || isSaving(panel.store.get().saves[save])) return;
    const lang = this.#text.language;
    const change: ActionChange = {what: {text: what, lang}, who, due, category: 'coordination'};
    await panel.actions.wish(save, 'addAction', change, lang, save);
    if (panel.store.get().saves[save]?.status === 'saved') this.#dismiss(key);
  }

  #dismiss(key: string): void {
    this.dismissed = new Set([...this.dismissed, key]);
    this.#focusSoon.on('#heading');
  }
}

/** A date in numbers is read as one word. */
function unbroken(what: string, day: string): TemplateResult {
  const [before, after] = what.split(day);
  return html`${before}<span class="day">${day}</span>${after}`;
}

function saveKey(key: string): string {
  return `action:${key}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-hand-off': IspHandOff;
  }
}
