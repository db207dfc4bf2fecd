/** BullMQ's priorities: 1 comes first. */
const LAST = 2_097_151;
const STEP_MS = 10_000;
/** A step ahead for each of these, and so many at most: a minute. */
const STEP_BYTES = 256 * 1024;
const MOST_AHEAD = 6;

/**
 * When a file's turn comes among those that wait, as a priority of BullMQ. Of files handed in together the large ones
 * begin first, so that in the end no reader is left alone with one; none overtakes what was handed in over a minute before.
 * `now`: milliseconds. After 242 days the numbers begin anew, and what waits just then goes last.
 */
export function turnOf({ bytes, now }: { bytes: number; now: number }): number {
  const ahead = Math.min(MOST_AHEAD, Math.floor(bytes / STEP_BYTES));
  return 1 + ((Math.floor(now / STEP_MS) + MOST_AHEAD - ahead) % LAST);
}
