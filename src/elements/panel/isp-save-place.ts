import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {PanelActions, Unfiled} from '../../app/state.ts';
import type {WritableType} from '../../domain/abilities.ts';
import {loadPlaceWords} from '../../i18n/place-words.ts';
import {Copier} from '../shared/copier.ts';
import {styles} from './isp-save-place.styles.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';
import {saveFile} from '../shared/save-file.ts';
import {SaveRequestEvent} from './save-request-event.ts';
import {placeOf, planPlaceOf} from '../shared/save-place.ts';
import {Select} from '../shared/select.ts';

type PlaceWords = Awaited<ReturnType<typeof loadPlaceWords>>;

/**
 * Where what is saved comes to stand, said before anything is saved: beside every form, and at the top of the plan where
 * that is not in the record as itself. Where the record takes nothing at all the plan can be written in hand from here,
 * taken away, and opened again; the host is told of each change and can file it.
 *
 * @fires {SaveRequestEvent} isp-save-request - The plan in hand has changed; a host that files it prevents the default.
 * @tag isp-save-place
 */
export class IspSavePlace extends LitElement {
  static override styles = styles;

  /** One sentence only, beside the acts of a form. */
  @property({type: Boolean}) short = false;

  /** Type of the record that the form saves. */
  @property({attribute: false}) saves: WritableType = 'Goal';

  /** What was done last, in words. */
  @state() private said = '';

  readonly #text = new Localize(this);
  readonly #place = new Select(this, (now) => (this.short ? placeOf(now, this.saves) : planPlaceOf(now)));
  readonly #unfiled = new Select(this, (now) => now.unfiled ?? null);
  readonly #opening = new Select(this, ({saves}) => saves['hand']);
  readonly #words = new LazyWords(this, this.#text, loadPlaceWords);
  readonly #copier = new Copier(this);
  /** What the host was told of last. */
  #told: Unfiled | null = null;

  override render(): TemplateResult | typeof nothing {
    const place = this.#place.value;
    const t = this.#words.value;
    if (!place || !t) return nothing;
    if (this.short) return html`<p class="muted small">${place === 'part' ? nothing : t[place].short}</p>`;
    if (place === 'record') return nothing;
    const sentence = html`<p class="muted small">${t[place].whole}</p>`;
    if (place === 'note' || place === 'part') return sentence;
    return html`${sentence}
      <div class="acts">
        ${
          place === 'offer'
            ? html`<button type="button" id="write" @click=${this.#onWrite}>${t.write}</button>`
            : nothing
        }
        ${this.#renderTake(t)}
        <button type="button" class="quiet" id="open" @click=${this.#onChoose}>${t.open}</button>
        <input type="file" accept="application/json,.json" hidden @change=${this.#onFile} />
      </div>
      <isp-save-state .save=${this.#opening.value}></isp-save-state>
      <div class="small" role="status">${this.#renderSaid(t)} ${this.#copier.renderBox(t.noteBox)}</div>`;
  }

  #renderTake(t: PlaceWords): TemplateResult | typeof nothing {
    if (!this.#unfiled.value) return nothing;
    return html`<button type="button" class="primary" id="copy" @click=${this.#onCopy}>${t.copy}</button>
      <button type="button" id="download" @click=${this.#onDownload}>${t.download}</button>`;
  }

  #renderSaid(t: PlaceWords): TemplateResult | typeof nothing {
    const unfiled = this.#unfiled.value;
    const {status} = this.#copier;
    const copied = status === 'copied' ? t.copied : status === 'by-hand' ? t.byHand : '';
    const done = copied || this.said;
    return html`${unfiled && !unfiled.taken ? html`<p><strong>${t.notTaken}</strong></p>` : nothing}
    ${unfiled?.taken ? html`<p>${done || t.taken}</p>` : nothing}`;
  }

  protected override updated(): void {
    const unfiled = this.#unfiled.value ?? null;
    if (this.short || unfiled === this.#told) return;
    this.#told = unfiled;
    if (!unfiled || unfiled.taken) return;
    const isFree = this.dispatchEvent(new SaveRequestEvent(unfiled.text, unfiled.bundle));
    if (!isFree) void this.#wish((actions) => actions.wish('hand', 'planTaken'));
  }

  readonly #onWrite = (): void => void this.#wish((actions) => actions.wish('hand', 'writeInHand'));

  readonly #onCopy = async (): Promise<void> => {
    const unfiled = this.#unfiled.value;
    if (!unfiled) return;
    this.said = '';
    await this.#copier.copy(unfiled.text);
    // What stands in a box only is not taken yet.
    if (this.#copier.status === 'copied') await this.#wish((actions) => actions.wish('hand', 'planTaken'));
  };

  readonly #onDownload = (): void => {
    const unfiled = this.#unfiled.value;
    const t = this.#words.value;
    if (!unfiled || !t) return;
    this.#copier.forget();
    const name = `${t.fileName}.json`;
    saveFile(name, 'application/fhir+json', unfiled.bundle);
    this.said = t.given(name);
    void this.#wish((actions) => actions.wish('hand', 'planTaken'));
  };

  readonly #onChoose = (): void => this.renderRoot.querySelector<HTMLInputElement>('input')?.click();

  readonly #onFile = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = '';
    if (!file) return;
    this.said = '';
    const text = await file.text();
    await this.#wish(async (actions) => {
      await actions.wish('hand', 'openSavedPlan', text);
      await actions.refresh();
    });
    if (this.#unfiled.value && !this.#opening.value) this.said = this.#words.value?.opened ?? '';
  };

  async #wish(act: (actions: PanelActions) => Promise<void>): Promise<void> {
    const panel = this.#place.panel;
    if (panel) await act(panel.actions);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-save-place': IspSavePlace;
  }
}
