import { setImmediate } from 'node:timers/promises';

/** Whether a promise has an outcome at this moment. */
export const isSettled = (promise: Promise<unknown>): Promise<boolean> =>
  Promise.race([
    promise.then(
      () => true,
      () => true,
    ),
    setImmediate(false),
  ]);
