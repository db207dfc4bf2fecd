import { LoadFailure } from '../loading/load-failure.ts';
import { createFileClock } from './file-clock.ts';
import type { ReadLimits } from './limits.ts';
import { vitalSigns } from './vital-signs.ts';

const LOOK_MS = 200;
/** On a busy machine a file may take this many times its limits by the clock on the wall. */
const BUSY = 10;

export const tooMuchMemory = () => new LoadFailure('too_large', { detail: 'it needed more memory than is allowed' });

/**
 * Looks at the file's clock and at what the process uses while it reads a file, and calls `exceeded` once a limit is passed.
 * `signs`: when the process last said something, on performance.now()'s clock, and how many pages it has done by then.
 * Returns what ends the watch.
 */
export function watchReader(options: {
  pid: number | undefined;
  limits: ReadLimits;
  /** When the file's time began, on performance.now()'s clock. */
  since: number;
  signs: () => { last: number; pages: number };
  exceeded: (why: LoadFailure) => void;
}): () => void {
  const { pid, limits, since, exceeded } = options;
  const clock = createFileClock(since);
  /** When the process last said something, on the file's clock. */
  let sign: { last: number; spent: number } | undefined;
  let cpuBefore: number | undefined;
  let cpuLast = -1;
  /** Since when it has done nothing at all: a library waits for what will never come. */
  let asleepSince = performance.now();
  let over = false;

  const look = async () => {
    const now = performance.now();
    const { last, pages } = options.signs();
    const allowed = Math.min(limits.totalMs, limits.firstPageMs + Math.max(0, pages - 1) * limits.pageMs);
    const vital = pid === undefined ? undefined : await vitalSigns(pid);
    const spent = clock(now, vital);
    if (last !== sign?.last) sign = { last, spent };
    if (spent - sign.spent > limits.stallMs || spent > allowed || now - since > BUSY * allowed)
      return new LoadFailure('too_slow');
    if (!vital) return undefined;
    cpuBefore ??= vital.cpu;
    if (!vital.asleep || vital.cpu !== cpuLast) asleepSince = now;
    cpuLast = vital.cpu;
    if (vital.memory > limits.memoryBytes) return tooMuchMemory();
    if (vital.cpu - cpuBefore > limits.cpuSeconds) return new LoadFailure('too_slow');
    if (now - asleepSince > limits.asleepMs) return new LoadFailure('damaged', { detail: 'reading it came to a halt' });
    return undefined;
  };
  const timer = setInterval(async () => {
    const why = await look();
    if (why && !over) exceeded(why);
  }, LOOK_MS);
  return () => {
    over = true;
    clearInterval(timer);
  };
}
