import type {ReactiveController, ReactiveElement} from 'lit';
import type {HostActivity} from './host-events.ts';
import {panelAround} from './panel-around.ts';

/** What the host of the panel opens by itself (`activities`); it may say so later than an element is drawn. */
export class HostOffers implements ReactiveController {
  readonly #element: ReactiveElement;
  readonly #host: MutationObserver;

  constructor(element: ReactiveElement) {
    this.#element = element;
    this.#host = new MutationObserver(() => element.requestUpdate());
    element.addController(this);
  }

  hostConnected(): void {
    const panel = panelAround(this.#element);
    if (panel) this.#host.observe(panel, {attributeFilter: ['activities']});
  }

  hostDisconnected(): void {
    this.#host.disconnect();
  }

  has(activity: HostActivity): boolean {
    return panelAround(this.#element)?.activities?.split(' ').includes(activity) ?? false;
  }
}
