export interface Rounds {
  /** Waits for the round that is under way; none begins afterwards. */
  stop(): Promise<void>;
}

/** Runs a round again and again, one at a time; what fails is told, and the next one tries again. */
export function createRounds(options: {
  everyMs: number;
  round: () => Promise<unknown>;
  onFault: (error: unknown) => void;
}): Rounds {
  let running: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    running ??= options
      .round()
      .catch(options.onFault)
      .finally(() => {
        running = undefined;
      });
  }, options.everyMs);
  // Rounds alone keep no process alive.
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
