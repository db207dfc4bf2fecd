/**
 * Calls that come one after the other as one: `work` begins so long after the first of them, longer while it has just
 * ended. Milliseconds.
 */
export interface GatherTimes {
  first: number;
  /** Where the last work ended less than `streamMs` ago. */
  inStream: number;
  streamMs: number;
}

export interface Gathered {
  call(): void;
  /** What waits is not done any more. */
  close(): void;
}

/** `work` does not reject. */
export function createGathered(times: GatherTimes, work: () => Promise<void>): Gathered {
  let waiting: NodeJS.Timeout | undefined;
  /** On performance.now()'s clock. */
  let ended = Number.NEGATIVE_INFINITY;
  const begin = () => {
    waiting = undefined;
    void work().finally(() => {
      ended = performance.now();
    });
  };
  return {
    call() {
      const inStream = performance.now() - ended < times.streamMs;
      waiting ??= setTimeout(begin, inStream ? times.inStream : times.first);
    },
    close: () => clearTimeout(waiting),
  };
}
