import type {Timers} from '../../src/fhir/timers.ts';

interface Due {
  readonly at: number;
  readonly run: () => void;
}

/** A clock that stands still until everything waits for it, then jumps to the next thing due: no test sleeps. */
export class VirtualTime implements Timers {
  #now: number;
  #due: Due[] = [];
  readonly #start: number;

  constructor(now = Date.parse('2026-11-22T15:00:00Z')) {
    this.#now = now;
    this.#start = now;
  }

  /** Milliseconds that passed since the beginning. */
  get elapsed(): number {
    return this.#now - this.#start;
  }

  now(): number {
    return this.#now;
  }

  wait(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      this.at(ms, resolve);
      signal?.addEventListener('abort', () => resolve(), {once: true});
    });
  }

  deadline(ms: number, signal?: AbortSignal): AbortSignal {
    const controller = new AbortController();
    const abort = (): void => controller.abort();
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort, {once: true});
    this.at(ms, abort);
    return controller.signal;
  }

  at(ms: number, run: () => void): void {
    this.#due.push({at: this.#now + ms, run});
  }

  /** Runs until the promise is settled. */
  async run<T>(promise: Promise<T>): Promise<T> {
    let settled = false;
    const done = (): void => {
      settled = true;
    };
    promise.then(done, done);
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      if (settled) return promise;
      const next = this.#due.reduce<Due | null>(
        (first, due) => (!first || due.at < first.at ? due : first),
        null,
      );
      if (next === null) throw new Error('nothing is due and the promise is not settled');
      this.#due = this.#due.filter((due) => due !== next);
      this.#now = Math.max(this.#now, next.at);
      next.run();
    }
  }
}
