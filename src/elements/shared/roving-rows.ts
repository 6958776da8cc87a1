import type {ReactiveController, ReactiveElement} from 'lit';

/**
 * One tab stop for a long list: arrow keys, Home and End move from row to row. Works on the rows as they stand (elements
 * with `data-key`), so that moving draws nothing anew.
 */
export class RovingRows implements ReactiveController {
  readonly #host: ReactiveElement;
  #current: HTMLElement | null = null;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.#current?.isConnected) return;
    const [first] = this.#rows();
    if (first) this.#setCurrent(first);
  }

  /** Gives a row the focus; false when it is not drawn. */
  focus(key: string): boolean {
    const row = this.#rows().find((candidate) => candidate.dataset['key'] === key);
    row?.focus();
    return row !== undefined;
  }

  readonly onFocus = (event: FocusEvent): void => {
    const row = rowOf(event);
    if (row) this.#setCurrent(row);
  };

  readonly onKey = (event: KeyboardEvent): void => {
    const row = rowOf(event);
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    const rows = this.#rows();
    const place = rows.indexOf(row);
    const next = new Map([
      ['ArrowDown', place + 1],
      ['ArrowUp', place - 1],
      ['Home', 0],
      ['End', rows.length - 1],
    ]).get(event.key);
    const target = next === undefined ? undefined : rows[next];
    if (next === undefined) return;
    event.preventDefault();
    target?.focus();
  };

  #rows(): readonly HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>('[data-key]')];
  }

  #setCurrent(row: HTMLElement): void {
    if (this.#current) this.#current.tabIndex = -1;
    this.#current = row;
    row.tabIndex = 0;
  }
}

function rowOf(event: Event): HTMLElement | null {
  const target = event.target as HTMLElement | null;
  return target?.dataset['key'] === undefined ? null : target;
}
