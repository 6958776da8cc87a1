/** Lets at most `limit` tasks run at a time; the others wait in order, urgent ones first. */
export class Limiter {
  readonly #limit: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  async run<T>(task: () => Promise<T>, urgent: boolean): Promise<T> {
    if (this.#running < this.#limit) this.#running += 1;
    else {
      // The place of whoever ends is handed over, so nobody can slip in between.
      await new Promise<void>((start) => {
        if (urgent) this.#waiting.unshift(start);
        else this.#waiting.push(start);
      });
    }
    try {
      return await task();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }
}
