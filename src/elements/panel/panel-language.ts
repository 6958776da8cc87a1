import {ContextProvider} from '@lit/context';
import type {ReactiveController, ReactiveElement} from 'lit';
import {
  fallbackLocalization,
  loadFirstWords,
  loadLocalization,
  loadOwnWords,
  nearestLanguage,
  plainWords,
  type Language,
  type Localization,
  type OwnWords,
} from '../../i18n/index.ts';
import type {WordChanges} from '../../i18n/own-words.ts';
import {localizationContext} from '../shared/context.ts';

/** What the host says of language, zone and words; without a language, that of the page around the panel counts. */
interface Wish {
  readonly lang: string;
  readonly zone: string | null;
  readonly messages: WordChanges | null;
}

/** Where the words come from: those of the frame first, then all, and those that the host has in place of them. */
interface Words {
  first(language: Language, zone: string): Promise<Localization>;
  whole(language: Language, zone: string): Promise<Localization>;
  own(changes: WordChanges | null): Promise<OwnWords>;
}

const catalogues: Words = {first: loadFirstWords, whole: loadLocalization, own: loadOwnWords};

/**
 * The words of a panel, handed to everything inside. A language comes in its own file: until it is there the words on
 * the screen stay, and nothing that was typed is touched. Where the host has words of its own, none are shown before
 * those are there.
 */
export class PanelLanguage implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #wish: () => Wish;
  readonly #words: Words;
  readonly #provider: ContextProvider<typeof localizationContext>;
  readonly #watch = new MutationObserver(() => this.#host.requestUpdate());
  #current: Localization | null = null;
  #wanted: readonly unknown[] = [];
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

  /** True when words of the sections or of the host did not come: no network, or a new version of the panel on the server. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Asks once more for words that did not come. */
  retry(): void {
    if (!this.#failed) return;
    this.#wanted = [];
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
    const {lang, zone: set, messages} = this.#wish();
    const language = nearestLanguage(lang || langAround(this.#host));
    const zone = set ?? fallbackLocalization.zone;
    const wanted = [language, zone, messages];
    if (wanted.every((wish, at) => wish === this.#wanted[at])) return;
    this.#wanted = wanted;
    const own = this.#words.own(messages);
    // At the beginning the first words stand as soon as they are there; later a language changes as a whole.
    if (this.#current === null) void this.#loadFirst(wanted, this.#words.first(language, zone), own);
    void this.#loadWhole(wanted, this.#words.whole(language, zone), own);
  }

  async #loadFirst(wanted: unknown, first: Promise<Localization>, theirs: Promise<OwnWords>): Promise<void> {
    const [localization, own] = await Promise.all([
      first.catch(() => fallbackLocalization),
      theirs.catch(() => plainWords),
    ]);
    // Files come in any order: first words that come late take none of the others away.
    if (wanted === this.#wanted && this.#current === null) this.#set(own.over(localization));
  }

  async #loadWhole(wanted: unknown, whole: Promise<Localization>, theirs: Promise<OwnWords>): Promise<void> {
    const [localization, own] = await Promise.all([whole.catch(() => null), theirs.catch(() => null)]);
    if (wanted !== this.#wanted) return;
    this.#failed = !localization || !own;
    // A file that did not come leaves the words that stand there; without the host's words the panel has its own.
    const words = localization && (own ?? plainWords).over(localization);
    this.#set(words ?? this.#current ?? fallbackLocalization);
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
