import type {ReactiveController, ReactiveElement} from 'lit';

/** After this long out of sight, whose chart it is must be proven again; milliseconds. */
const LONG_ABSENCE = 15 * 60_000;

/**
 * Calls `verify` when the page returns from a place where the chart may have changed unseen: after 15 minutes hidden, or
 * out of the browser's back-forward cache.
 */
export class ReturnGuard implements ReactiveController {
  readonly #verify: () => void;
  readonly #now: () => number;
  #hiddenSince: number | null = null;

  constructor(host: ReactiveElement, verify: () => void, now: () => number = Date.now) {
    this.#verify = verify;
    this.#now = now;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onVisibility);
    window.addEventListener('pageshow', this.#onPageShow);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onVisibility);
    window.removeEventListener('pageshow', this.#onPageShow);
    this.#hiddenSince = null;
  }

  readonly #onVisibility = (): void => {
    if (document.visibilityState === 'hidden') {
      this.#hiddenSince = this.#now();
      return;
    }
    const since = this.#hiddenSince;
    this.#hiddenSince = null;
    if (since !== null && this.#now() - since >= LONG_ABSENCE) this.#verify();
  };

  readonly #onPageShow = (event: PageTransitionEvent): void => {
    if (event.persisted) this.#verify();
  };
}
