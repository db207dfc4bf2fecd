import { shopUnreached } from '../../tools/shop-unavailable.ts';

/** At most `size` at once and four times as many that wait, none longer than the signal lets it. */
export function createSlots(size: number): <T>(signal: AbortSignal, work: () => Promise<T>) => Promise<T> {
  let busy = 0;
  const waiting: Array<() => void> = [];
  const free = () => {
    busy -= 1;
    waiting.shift()?.();
  };
  return async (signal, work) => {
    if (busy >= size) {
      if (waiting.length >= size * 4) throw shopUnreached('too many requests wait for it');
      await new Promise<void>((resolve, reject) => {
        const go = () => {
          signal.removeEventListener('abort', leave);
          resolve();
        };
        const leave = () => {
          waiting.splice(waiting.indexOf(go), 1);
          reject(shopUnreached('it did not answer in time'));
        };
        waiting.push(go);
        signal.addEventListener('abort', leave, { once: true });
      });
    }
    busy += 1;
    try {
      return await work();
    } finally {
      free();
    }
  };
}
