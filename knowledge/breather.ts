import { setImmediate, setTimeout } from 'node:timers/promises';

/** A turn waits a dozen times for PostgreSQL, and each time for the piece of work that just runs. */
const BREATH_MS = 1;
/** Between two pieces while somebody waits for an answer: three of four times nothing is in its way. */
const REST_MS = 3;

/** Of this thread. */
let waitedFor = 0;

async function counted<Result>(by: 1 | -1, work: () => Promise<Result>): Promise<Result> {
  waitedFor += by;
  try {
    return await work();
  } finally {
    waitedFor -= by;
  }
}

/** While `work` answers somebody, long work on this thread rests between its pieces. */
export const inForeground = <Result>(work: () => Promise<Result>): Promise<Result> => counted(1, work);

/** What is answered in the foreground waits for the long work itself, which goes on without rests. */
export const waitingForLongWork = <Result>(work: () => Promise<Result>): Promise<Result> => counted(-1, work);

/** For long work on the main thread: gives a promise to await whenever requests have waited for that long. */
export function createBreather(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < BREATH_MS) return undefined;
    return (waitedFor > 0 ? setTimeout(REST_MS) : setImmediate()).then(() => {
      since = performance.now();
    });
  };
}
