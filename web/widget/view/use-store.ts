import { useEffect, useState } from 'preact/hooks';
import type { Store } from '../store.ts';

/** The store's value of the moment; draws again when it changes. */
export function useStore<T extends object>(store: Store<T>): T {
  const [, draw] = useState(0);
  useEffect(() => {
    draw((count) => count + 1);
    return store.subscribe(() => draw((count) => count + 1));
  }, [store]);
  return store.get();
}
