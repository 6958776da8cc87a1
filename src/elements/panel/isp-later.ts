import {css, html, LitElement, nothing, type TemplateResult} from 'lit';
import {isSettled} from '../../app/panel-view.ts';
import {LazyElement} from '../shared/lazy-element.ts';
import {Select} from '../shared/select.ts';

/**
 * The sections below the care team, whose code and words come once everything before them stands on the screen.
 *
 * @tag isp-later
 */
export class IspLater extends LitElement {
  static override styles = css`
    :host {
      display: contents;
      /* Handed down: what is inside keeps the distance that the sections around it have. */
      gap: inherit;
    }
  `;

  readonly #settled = new Select(this, isSettled);
  readonly #sections = new LazyElement(this, 'isp-later-sections', async () =>
    (await import('./define-later.ts')).defineLater(),
  );

  protected override willUpdate(): void {
    if (this.#settled.value) void this.#sections.load();
  }

  override render(): TemplateResult | typeof nothing {
    return this.#sections.status === 'ready' ? html`<isp-later-sections></isp-later-sections>` : nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-later': IspLater;
  }
}
