import { AsyncLocalStorage } from 'node:async_hooks';

const memory = new AsyncLocalStorage<Map<string, Promise<unknown>>>();

/** What is read within `work` is remembered to its end and no longer. */
export const withTurnMemory = <T>(work: () => Promise<T>): Promise<T> => memory.run(new Map(), work);

/** Does it once in a turn, failures too: a system that did not answer is not asked again in the same reply. */
export function onceATurn<T>(key: string, read: () => Promise<T>): Promise<T> {
  const turn = memory.getStore();
  if (!turn) return read();
  const known = turn.get(key);
  if (known) return known as Promise<T>;
  const reading = read();
  reading.catch(() => undefined);
  turn.set(key, reading);
  return reading;
}
