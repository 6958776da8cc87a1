import type {ReactiveController} from 'lit';

/** Tells an element that the page is about to be printed, and that it has been. */
export class WhenPrinted implements ReactiveController {
  readonly #before: () => void;
  readonly #after: () => void;

  constructor(onPrint: (printing: boolean) => void) {
    this.#before = () => onPrint(true);
    this.#after = () => onPrint(false);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#before);
    addEventListener('afterprint', this.#after);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#before);
    removeEventListener('afterprint', this.#after);
  }
}
