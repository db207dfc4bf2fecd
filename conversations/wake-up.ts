/** Remembers one wake-up call, so that none is lost between a look and the wait after it. */
export interface WakeUp {
  call(): void;
  /** Ends at a call (also one since the last wait), after `ms`, or when the signal aborts. One waiter at a time. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
}

export function createWakeUp(): WakeUp {
  let called = false;
  let wake: (() => void) | undefined;
  return {
    call() {
      called = true;
      wake?.();
    },
    async wait(ms, signal) {
      if (!called && !signal?.aborted) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(done, ms);
          function done() {
            clearTimeout(timer);
            signal?.removeEventListener('abort', done);
            wake = undefined;
            resolve();
          }
          wake = done;
          signal?.addEventListener('abort', done, { once: true });
        });
      }
      called = false;
    },
  };
}
