import {ContextProvider} from '@lit/context';
import type {ReactiveController, ReactiveElement} from 'lit';
import {
  fallbackLocalization,
  loadFirstWords,
  loadLocalization,
  nearestLanguage,
  type Language,
  type Localization,
} from '../../i18n/index.ts';
import {localizationContext} from '../shared/context.ts';

/** What the panel itself says about its language and zone; without a language, that of the page around it counts. */
interface Wish {
  readonly lang: string;
  readonly zone: string | null;
}

/** Where the words come from: those of the frame first, then all. */
interface Words {
  first(language: Language, zone: string): Promise<Localization>;
  whole(language: Language, zone: string): Promise<Localization>;
}

const catalogues: Words = {first: loadFirstWords, whole: loadLocalization};

/**
 * The words of a panel, handed to everything inside. A language comes in its own file: until it is there the words on
 * the screen stay, and nothing that was typed is touched.
 */
export class PanelLanguage implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #wish: () => Wish;
  readonly #words: Words;
  readonly #provider: ContextProvider<typeof localizationContext>;
  readonly #watch = new MutationObserver(() => this.#host.requestUpdate());
  #current: Localization | null = null;
  #wanted = '';
  #failed = false;

  constructor(host: ReactiveElement, wish: () => Wish, words: Words = catalogues) {
    this.#host = host;
    this.#wish = wish;
    this.#words = words;
    this.#provider = new ContextProvider(host, {context: localizationContext});
    host.addController(this);
  }

  /** Null until the first words are there. */
  get current(): Localization | null {
    return this.#current;
  }

  /** True when words of the sections did not come: no network, or a new version of the panel on the server. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Asks once more for words that did not come. */
  retry(): void {
    if (!this.#failed) return;
    this.#wanted = '';
    this.#host.requestUpdate();
  }

  /** The words to speak with when none have come yet. */
  get orFallback(): Localization {
    return this.#current ?? fallbackLocalization;
  }

  /** Another language of the page is noticed wherever it is set: on the root, or around the panel. */
  hostConnected(): void {
    for (let root = this.#host.getRootNode(); ; root = root.host.getRootNode()) {
      this.#watch.observe(root, {attributes: true, subtree: true, attributeFilter: ['lang']});
      if (!(root instanceof ShadowRoot)) return;
    }
  }

  hostDisconnected(): void {
    this.#watch.disconnect();
  }

  hostUpdate(): void {
    const {lang, zone: own} = this.#wish();
    const language = nearestLanguage(lang || langAround(this.#host));
    const zone = own ?? fallbackLocalization.zone;
    const wanted = `${language} ${zone}`;
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    // At the beginning the first words stand as soon as they are there; later a language changes as a whole.
    if (this.#current === null) void this.#loadFirst(wanted, this.#words.first(language, zone));
    void this.#loadWhole(wanted, this.#words.whole(language, zone));
  }

  async #loadFirst(wanted: string, first: Promise<Localization>): Promise<void> {
    const localization = await first.catch(() => fallbackLocalization);
    // Files come in any order: first words that come late take none of the others away.
    if (wanted === this.#wanted && this.#current === null) this.#set(localization);
  }

  async #loadWhole(wanted: string, whole: Promise<Localization>): Promise<void> {
    const localization = await whole.catch(() => null);
    if (wanted !== this.#wanted) return;
    this.#failed = localization === null;
    // A file that did not come leaves the words that stand there.
    this.#set(localization ?? this.#current ?? fallbackLocalization);
  }

  #set(localization: Localization): void {
    this.#current = localization;
    this.#provider.setValue(localization);
    this.#host.requestUpdate();
  }
}

/** The language of the nearest element around that has one, through shadow roots. */
function langAround(element: Element): string {
  let node: Element | null = element;
  while (node) {
    const found: Element | null = node.closest('[lang]:not([lang=""])');
    if (found) return found.getAttribute('lang') ?? '';
    const root: Node = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : null;
  }
  return '';
}
