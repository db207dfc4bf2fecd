/**
 * Calls that come one after the other as one: `work` begins so long after the first of them, longer while it has just
 * ended; it begins at once where what waits has come to `enough`. Milliseconds.
 */
export interface GatherTimes {
  first: number;
  /** Where the last work ended less than `streamMs` ago. */
  inStream: number;
  streamMs: number;
  enough: number;
}

export interface Gathered {
  /** `amount`: of what there is to do, by the caller's measure. */
  call(amount?: number): void;
  /** What waits is not done any more. */
  close(): void;
}

/** `work` does not reject. */
export function createGathered(times: GatherTimes, work: () => Promise<void>): Gathered {
  let waiting: NodeJS.Timeout | undefined;
  /** On performance.now()'s clock. */
  let ended = Number.NEGATIVE_INFINITY;
  let gathered = 0;
  const begin = () => {
    clearTimeout(waiting);
    waiting = undefined;
    gathered = 0;
    void work().finally(() => {
      ended = performance.now();
    });
  };
  return {
    call(amount = 1) {
      gathered += amount;
      if (gathered >= times.enough) return begin();
      const inStream = performance.now() - ended < times.streamMs;
      waiting ??= setTimeout(begin, inStream ? times.inStream : times.first);
    },
    close: () => clearTimeout(waiting),
  };
}
