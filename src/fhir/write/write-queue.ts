/**
 * One write at a time for each resource: the next one starts when the one before is settled, so that a second click or a
 * second form never races with the first.
 */
export class WriteQueue {
  readonly #tails = new Map<string, Promise<unknown>>();

  /** Runs `task` after every task given before under the same key, whatever their outcome. */
  run<T>(key: string, task: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(key) ?? Promise.resolve();
    const result = before.then(task, task);
    const tail = result.catch(() => undefined);
    this.#tails.set(key, tail);
    void tail.then(() => {
      if (this.#tails.get(key) === tail) this.#tails.delete(key);
    });
    return result;
  }
}
