/** Waits `ms` milliseconds; sooner, without throwing, when the signal aborts. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal?.aborted) return done();
    const finish = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', finish);
      done();
    };
    const timer = setTimeout(finish, ms);
    signal?.addEventListener('abort', finish);
  });
}

/** Milliseconds before try number `attempt` (from 1): doubling from half a second to 15 s, with jitter. */
export function backoff(attempt: number): number {
  const ceiling = Math.min(15_000, 500 * 2 ** (attempt - 1));
  return ceiling / 2 + Math.random() * (ceiling / 2);
}
