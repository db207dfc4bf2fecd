import { setImmediate } from 'node:timers/promises';

const BREATH_MS = 5;

/** For long work on the main thread: gives a promise to await whenever requests have waited for some milliseconds. */
export function createBreather(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < BREATH_MS) return undefined;
    return setImmediate().then(() => {
      since = performance.now();
    });
  };
}
