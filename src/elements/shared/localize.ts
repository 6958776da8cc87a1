import {ContextConsumer} from '@lit/context';
import type {ReactiveElement} from 'lit';
import {fallbackLocalization, type Localization, type Messages, type OwnWords} from '../../i18n/index.ts';
import type {Format} from '../../i18n/format.ts';
import {localizationContext} from './context.ts';

/** Gives an element the words and formats of its panel; a change of language renders it again, nothing else. */
export class Localize {
  #current: Localization = fallbackLocalization;

  constructor(host: ReactiveElement) {
    new ContextConsumer(host, {
      context: localizationContext,
      subscribe: true,
      callback: (value) => {
        this.#current = value ?? fallbackLocalization;
        host.requestUpdate();
      },
    });
  }

  /**
   * The catalogue of the panel's language. The panel draws its sections only once all words are there, so that those
   * find theirs; the frame and the notices use the first words.
   */
  get t(): Messages {
    return this.#current.messages as Messages;
  }

  /** Dates, times, numbers in the panel's language and the site's time zone. */
  get format(): Format {
    return this.#current.format;
  }

  /** The host's own words, for words that are loaded apart. */
  get own(): OwnWords {
    return this.#current.own;
  }

  /** `en-CA` or `fr-CA`. */
  get language(): string {
    return this.#current.language;
  }
}
