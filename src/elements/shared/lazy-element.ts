import type {ReactiveController, ReactiveElement} from 'lit';

/** Registers an element unless this page already has one of that name. */
export function defineElement(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}

/** How long nothing is asked for again after a failure, ms, but by the person: a failure draws the element anew. */
const pause = 10_000;

/** Brings the code of an element when it is first needed: editors are no part of the first paint. */
export class LazyElement implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #tag: string;
  readonly #bring: () => Promise<CustomElementConstructor>;
  #status: 'idle' | 'loading' | 'ready' | 'failed' = 'idle';
  #failedAt = 0;

  constructor(host: ReactiveElement, tag: string, bring: () => Promise<CustomElementConstructor>) {
    this.#host = host;
    this.#tag = tag;
    this.#bring = bring;
    host.addController(this);
  }

  /** `failed` when the code could not be fetched; `load` tries again. */
  get status(): 'idle' | 'loading' | 'ready' | 'failed' {
    return this.#status;
  }

  hostConnected(): void {
    if (customElements.get(this.#tag)) this.#status = 'ready';
  }

  /** For updates of the element: begins to load, and after a failure does not try again with each update. */
  want(): void {
    if (this.#status === 'failed' && performance.now() - this.#failedAt < pause) return;
    void this.load();
  }

  /** For what a person does: begins to load, once. Resolves when the element can be used or could not be brought. */
  async load(): Promise<void> {
    if (customElements.get(this.#tag)) this.#status = 'ready';
    if (this.#status === 'ready' || this.#status === 'loading') return;
    this.#status = 'loading';
    try {
      defineElement(this.#tag, await this.#bring());
      this.#status = 'ready';
    } catch {
      // No network or a new version of the panel: the person is told, and what was typed stays.
      this.#status = 'failed';
      this.#failedAt = performance.now();
    }
    this.#host.requestUpdate();
  }
}
