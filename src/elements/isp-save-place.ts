import {css, html, LitElement, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {loadPlaceWords} from '../i18n/place-words.ts';
import {LazyWords} from './lazy-words.ts';
import {Localize} from './localize.ts';
import {placeOf} from './save-place.ts';
import {Select} from './select.ts';
import {shared} from './shared.styles.ts';

/**
 * Where what is saved comes to stand, said before anything is saved: only where it is not in the record as itself.
 *
 * @tag isp-save-place
 */
export class IspSavePlace extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }

      :host([short]) {
        flex: 1 0 100%;
      }

      p {
        max-width: 68ch;
        padding-inline-start: calc(var(--_space) * 2);
        border-inline-start: 2px solid var(--_line);
      }
    `,
  ];

  /** One sentence only, beside the acts of a form. */
  @property({type: Boolean}) short = false;

  readonly #text = new Localize(this);
  readonly #place = new Select(this, placeOf);
  readonly #words = new LazyWords(this, this.#text, loadPlaceWords);

  override render(): TemplateResult | typeof nothing {
    const place = this.#place.value;
    const words = place && this.#words.value?.[place];
    if (!words) return nothing;
    return html`<p class="muted small">${this.short ? words.short : words.whole}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-save-place': IspSavePlace;
  }
}
