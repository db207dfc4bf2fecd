import { setImmediate } from 'node:timers/promises';

/** A turn waits a dozen times for PostgreSQL, and each time for the piece of work that just runs. */
const BREATH_MS = 1;

/** For long work on the main thread: gives a promise to await whenever requests have waited for that long. */
export function createBreather(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < BREATH_MS) return undefined;
    return setImmediate().then(() => {
      since = performance.now();
    });
  };
}
