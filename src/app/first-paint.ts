import type {Timers} from '../fhir/timers.ts';

/** Longest wait for a slow section: what comes after first paint is not to starve for it. */
const longest = 2000;

/**
 * Holds back what is not needed for first paint until the first answer of every section has come, so that the reads of
 * first paint share the connection with nothing else.
 */
export class FirstPaint {
  readonly #timers: Timers;
  readonly #awaited = new Set<Promise<void>>();

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  /** Announces a read; the function is to be called when its first answer has come, good or bad. */
  begin(): () => void {
    let end = (): void => undefined;
    const awaited = new Promise<void>((resolve) => (end = resolve));
    this.#awaited.add(awaited);
    return () => {
      this.#awaited.delete(awaited);
      end();
    };
  }

  /** Resolves when nothing that was announced is still awaited and was drawn, or after two seconds. */
  async reached(signal: AbortSignal): Promise<void> {
    if (this.#awaited.size > 0) {
      const waiting = new AbortController();
      const stop = (): void => waiting.abort();
      signal.addEventListener('abort', stop, {once: true});
      const answered = Promise.all(this.#awaited).then(stop);
      await Promise.race([answered, this.#timers.wait(longest, waiting.signal)]);
      signal.removeEventListener('abort', stop);
    }
    await this.#timers.wait(0, signal);
  }
}
