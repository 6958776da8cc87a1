/** Holds one immutable state; whoever subscribed is told after each change. */
export interface Store<S> {
  get(): S;
  /** Returns the function that ends the subscription. */
  subscribe(listener: () => void): () => void;
}

/** A store that its owner can change. */
export interface WritableStore<S> extends Store<S> {
  update(change: (state: S) => S): void;
}

/** Makes a store. A change that returns the same object tells nobody. */
export function createStore<S>(initial: S): WritableStore<S> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    update(change) {
      const next = change(state);
      if (Object.is(next, state)) return;
      state = next;
      for (const listener of Array.from(listeners)) listener();
    },
  };
}
