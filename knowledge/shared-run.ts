/** Work that runs one at a time, as often as needed. */
export interface SharedRun {
  /** Resolves when a run that began after the call has ended; a call during a run shares the one after it. */
  run(): Promise<void>;
  /** The run under way and the one after it, if any; never rejects. */
  settled(): Promise<void>;
}

export function createSharedRun(work: () => Promise<void>): SharedRun {
  let running: Promise<void> | undefined;
  let queued: Promise<void> | undefined;
  const start = () => {
    running = work().finally(() => {
      running = undefined;
    });
    return running;
  };
  return {
    run() {
      if (!running) return start();
      queued ??= running
        .catch(() => undefined)
        .then(() => {
          queued = undefined;
          return start();
        });
      return queued;
    },
    settled: () => (queued ?? running ?? Promise.resolve()).catch(() => undefined),
  };
}
