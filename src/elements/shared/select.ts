import {ContextConsumer} from '@lit/context';
import type {ReactiveController, ReactiveElement} from 'lit';
import type {Panel} from '../../app/panel.ts';
import type {PanelState} from '../../app/state.ts';
import {panelContext} from './context.ts';

/**
 * Shows one part of the panel's state to an element, which renders again only when that part is another value
 * (`Object.is`): selectors return stored references or are memoised.
 */
export class Select<T> implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #selector: (state: PanelState) => T;
  #panel: Panel | null = null;
  #unsubscribe: (() => void) | null = null;
  #value: T | undefined;

  constructor(host: ReactiveElement, selector: (state: PanelState) => T) {
    this.#host = host;
    this.#selector = selector;
    host.addController(this);
    new ContextConsumer(host, {
      context: panelContext,
      subscribe: true,
      callback: (panel) => this.#connect(panel ?? null),
    });
  }

  /** The selected part; undefined as long as the element stands outside a panel. */
  get value(): T | undefined {
    return this.#value;
  }

  /** The panel itself, for its actions. */
  get panel(): Panel | null {
    return this.#panel;
  }

  hostConnected(): void {
    if (this.#panel && !this.#unsubscribe) this.#connect(this.#panel);
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
  }

  #connect(panel: Panel | null): void {
    this.#unsubscribe?.();
    this.#panel = panel;
    this.#unsubscribe = panel ? panel.store.subscribe(() => this.#read()) : null;
    this.#read();
  }

  #read(): void {
    const next = this.#panel ? this.#selector(this.#panel.store.get()) : undefined;
    if (Object.is(next, this.#value)) return;
    this.#value = next;
    this.#host.requestUpdate();
  }
}
