import type {ReactiveController, ReactiveElement} from 'lit';
import type {Localize} from './localize.ts';

/**
 * Brings words that come in their own file, with the host's own in them, and brings them again when the language changes.
 */
export class LazyWords<T> implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #text: Localize;
  readonly #load: (language: string) => Promise<T>;
  #language = '';
  #words: T | null = null;

  constructor(host: ReactiveElement, text: Localize, load: (language: string) => Promise<T>) {
    this.#host = host;
    this.#text = text;
    this.#load = load;
    host.addController(this);
  }

  /** Null until they are there; on a change of language the former ones stay until the new ones have come. */
  get value(): T | null {
    return this.#text.own.in(this.#words);
  }

  hostUpdate(): void {
    const {language} = this.#text;
    if (language === this.#language) return;
    this.#language = language;
    this.#load(language).then(
      (words) => {
        if (language !== this.#language) return;
        this.#words = words;
        this.#host.requestUpdate();
      },
      // Asked for again with the next update.
      () => {
        if (language === this.#language) this.#language = '';
      },
    );
  }
}
