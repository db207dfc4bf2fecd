const NOISE_MS = 2_000;

/** What this clock is ahead of the server's, ms; a little more or less than `before` is the way of the answer. */
export function clockAhead(serverNow: string, before: number): number {
  const ahead = Date.now() - Date.parse(serverNow);
  return Math.abs(ahead - before) < NOISE_MS ? before : ahead;
}
