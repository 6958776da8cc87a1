/**
 * What was written lately, by id. An answer that was asked for before a write and comes after it still holds the older
 * version: the written one takes its place, so that nothing saved goes back on the screen.
 */
export class WrittenSince<T> {
  readonly #written = new Map<string, {readonly place: number; readonly value: T}>();
  #place = 0;

  /** Notes what the server holds after a write. */
  add(id: string, value: T): void {
    this.#place += 1;
    this.#written.set(id, {place: this.#place, value});
  }

  /** The beginning of a reading. */
  mark(): number {
    return this.#place;
  }

  /** What was written after the mark, by id. */
  since(mark: number): ReadonlyMap<string, T> {
    const later = [...this.#written].filter(([, {place}]) => place > mark);
    return new Map(later.map(([id, {value}]) => [id, value]));
  }
}
