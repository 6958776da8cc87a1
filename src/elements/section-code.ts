import type {ReactiveController, ReactiveElement} from 'lit';

/** Brings the code of the sections as soon as the panel stands in a page. `failed` can be tried again with `load`. */
export class SectionCode implements ReactiveController {
  readonly #host: ReactiveElement;
  #status: 'idle' | 'loading' | 'ready' | 'failed' = 'idle';

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  /** True when the code could not be fetched: no network, or a new version of the panel on the server. */
  get failed(): boolean {
    return this.#status === 'failed';
  }

  hostConnected(): void {
    void this.load();
  }

  /** Begins to load, once; after a failure once more. */
  async load(): Promise<void> {
    if (this.#status === 'loading' || this.#status === 'ready') return;
    this.#status = 'loading';
    try {
      const {defineSections} = await import('./define-sections.ts');
      defineSections();
      this.#status = 'ready';
    } catch {
      this.#status = 'failed';
    }
    this.#host.requestUpdate();
  }
}
