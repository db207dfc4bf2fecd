/** A value that is replaced, never changed, and tells its listeners at most once a frame. */
export interface Store<T extends object> {
  get(): T;
  set(patch: Partial<T>): void;
  /** Returns the function that ends the listening. */
  subscribe(listener: () => void): () => void;
}

/** Listeners hear of changes in the next animation frame, so that a burst of tokens costs one render. In a hidden
 * tab, where no frame comes, they hear at once. */
export function createStore<T extends object>(initial: T): Store<T> {
  let value = initial;
  let scheduled = false;
  const listeners = new Set<() => void>();
  const tell = () => {
    scheduled = false;
    for (const listener of listeners) listener();
  };
  return {
    get: () => value,
    set(patch) {
      value = { ...value, ...patch };
      if (scheduled) return;
      if (document.hidden) return tell();
      scheduled = true;
      requestAnimationFrame(tell);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
