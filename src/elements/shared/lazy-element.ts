import type {ReactiveController, ReactiveElement} from 'lit';

/** Registers an element unless this page already has one of that name. */
export function defineElement(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}

/** Brings the code of an element when it is first needed: editors are no part of the first paint. */
export class LazyElement implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #tag: string;
  readonly #bring: () => Promise<CustomElementConstructor>;
  #status: 'idle' | 'loading' | 'ready' | 'failed' = 'idle';

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

  /** Begins to load, once. Resolves when the element can be used or could not be brought. */
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
    }
    this.#host.requestUpdate();
  }
}
