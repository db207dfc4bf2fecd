/** A value that is replaced, never changed, and tells its listeners at most once a frame. */
export interface Store<T extends object> {
  get(): T;
  set(patch: Partial<T>): void;
  /** Returns the function that ends the listening. */
  subscribe(listener: () => void): () => void;
}

/** Longest wait for a frame, in milliseconds: windows that are covered or hidden get few or none. */
const LATEST = 100;

/** Listeners hear of changes in the next animation frame, so that a burst of tokens costs one render. */
export function createStore<T extends object>(initial: T): Store<T> {
  let value = initial;
  let scheduled = false;
  const listeners = new Set<() => void>();
  const tell = () => {
    if (!scheduled) return;
    scheduled = false;
    for (const listener of listeners) listener();
  };
  return {
    get: () => value,
    set(patch) {
      value = { ...value, ...patch };
      if (scheduled) return;
      scheduled = true;
      requestAnimationFrame(tell);
      setTimeout(tell, LATEST);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
