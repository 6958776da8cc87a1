import type {ReactiveController, ReactiveElement} from 'lit';

/** Moves the focus to a part of an element that its next update, or a later one, brings. */
export class FocusSoon implements ReactiveController {
  readonly #host: ReactiveElement;
  #selector = '';

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Waits for what this selector finds in the element; a later wish takes the place of an earlier one. */
  on(selector: string): void {
    this.#selector = selector;
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const target = this.#selector && this.#host.renderRoot.querySelector<HTMLElement>(this.#selector);
    if (!target) return;
    this.#selector = '';
    target.focus();
  }
}
