import {html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';

/** How long an end can be taken back with one click, in milliseconds. */
const UNDO = 10_000;

interface Offer {
  readonly said: string;
  readonly undo: () => void;
}

interface OfferHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/**
 * Offers for ten seconds to take back what has just ended or removed something. Taking it back is a write of its own,
 * against what the record holds by then; afterwards the same can still be done by hand.
 */
export class UndoOffer implements ReactiveController {
  readonly #host: OfferHost;
  /** What takes the focus when the offer goes while it has it. */
  readonly #fallback: string;
  #offer: Offer | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: OfferHost, fallback: string) {
    this.#host = host;
    this.#fallback = fallback;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#end(false);
  }

  /** Shows the offer, in the place of an earlier one. `said`: what was done, in words. */
  show(said: string, undo: () => void): void {
    clearTimeout(this.#timer);
    this.#offer = {said, undo};
    this.#timer = setTimeout(() => this.#end(true), UNDO);
    this.#host.requestUpdate();
  }

  /** Takes the offer away, with the focus kept in the section. */
  #end(keepFocus: boolean): void {
    clearTimeout(this.#timer);
    const had = this.#host.renderRoot.querySelector('#undo')?.matches(':focus') ?? false;
    this.#offer = null;
    this.#host.requestUpdate();
    if (had && keepFocus) this.#host.renderRoot.querySelector<HTMLElement>(this.#fallback)?.focus();
  }

  /** The line of the offer. */
  render(words: string): TemplateResult | typeof nothing {
    const offer = this.#offer;
    if (!offer) return nothing;
    const take = (): void => {
      this.#end(true);
      offer.undo();
    };
    return html`<p class="undo">
      <span id="undo-said">${offer.said}</span>
      <button type="button" id="undo" aria-describedby="undo-said" @click=${take}>${words}</button>
    </p>`;
  }
}
