import { setTimeout as rest } from 'node:timers/promises';

const WORK_MS = 6;
const REST_MS = 6;

/** Runs a generator to its end in slices of a few milliseconds with rests between them: requests go on meanwhile. */
export async function sliced<Result>(work: Generator<void, Result>, signal: AbortSignal): Promise<Result> {
  for (let until = performance.now() + WORK_MS; ; ) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await rest(REST_MS, undefined, { signal });
    until = performance.now() + WORK_MS;
  }
}
