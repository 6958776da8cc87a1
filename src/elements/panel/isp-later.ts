import {css, html, LitElement, nothing, type TemplateResult} from 'lit';
import {isSettled} from '../../app/panel-view.ts';
import {LazyElement} from '../shared/lazy-element.ts';
import {Localize} from '../shared/localize.ts';
import {notFetched} from '../shared/section-states.ts';
import {Select} from '../shared/select.ts';
import {shared} from '../shared/shared.styles.ts';

/**
 * The sections below the care team, whose code and words come once everything before them stands on the screen.
 *
 * @tag isp-later
 */
export class IspLater extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: contents;
        /* Handed down: what is inside keeps the distance that the sections around it have. */
        gap: inherit;
      }
    `,
  ];

  readonly #text = new Localize(this);
  readonly #settled = new Select(this, isSettled);
  readonly #sections = new LazyElement(this, 'isp-later-sections', async () =>
    (await import('./define-later.ts')).defineLater(),
  );

  protected override willUpdate(): void {
    if (this.#settled.value) this.#sections.want();
  }

  override render(): TemplateResult | typeof nothing {
    const {status} = this.#sections;
    if (status === 'ready') return html`<isp-later-sections></isp-later-sections>`;
    return status === 'failed' ? notFetched('later', this.#text, this.#sections) : nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-later': IspLater;
  }
}
