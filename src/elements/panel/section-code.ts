import type {CSSResult, ReactiveController, ReactiveElement} from 'lit';
import type * as Sections from './define-sections.ts';

type Code = typeof Sections;

/** Brings the code of the sections as soon as the panel stands in a page. `failed` can be tried again with `load`. */
export class SectionCode implements ReactiveController {
  readonly #host: ReactiveElement;
  #status: 'idle' | 'loading' | 'failed' = 'idle';
  #code: Code | null = null;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  /** True when the code could not be fetched: no network, or a new version of the panel on the server. */
  get failed(): boolean {
    return this.#status === 'failed';
  }

  /** What lays the sections out and follows them for the host; null until it is there. */
  get code(): Code | null {
    return this.#code;
  }

  hostConnected(): void {
    void this.load();
  }

  /** Begins to load, once; after a failure once more. */
  async load(): Promise<void> {
    if (this.#status === 'loading' || this.#code) return;
    this.#status = 'loading';
    try {
      const code = await import('./define-sections.ts');
      code.defineSections();
      adoptMore(this.#host.renderRoot, code.layoutStyles);
      this.#code = code;
    } catch {
      this.#status = 'failed';
    }
    this.#host.requestUpdate();
  }
}

/** Adds a style sheet that came later to those of an element. */
function adoptMore(root: HTMLElement | DocumentFragment, {styleSheet}: CSSResult): void {
  if (root instanceof ShadowRoot && styleSheet) root.adoptedStyleSheets.push(styleSheet);
}
