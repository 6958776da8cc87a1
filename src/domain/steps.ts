/** Work that can be laid down and taken up again: each `yield` is a place where a page may draw and answer. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** So many items are a fraction of a millisecond when the code is warm, and some milliseconds when it is not. */
const BATCH = 256;

/** Does the work for each item in order, with a place to pause after each batch. */
export function* each<T>(items: Iterable<T>, work: (item: T, place: number) => void): Steps<void> {
  let place = 0;
  for (const item of items) {
    work(item, place);
    place += 1;
    if (place % BATCH === 0) yield;
  }
}

/** Each item as something else, in order, with places to pause. */
export function* mapEach<T, U>(items: Iterable<T>, change: (item: T) => U): Steps<U[]> {
  const changed: U[] = [];
  yield* each(items, (item) => changed.push(change(item)));
  return changed;
}

/** Does all of the work at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const {done, value} = steps.next();
    if (done) return value;
  }
}
