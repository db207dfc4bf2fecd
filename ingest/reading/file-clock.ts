import type { VitalSigns } from './vital-signs.ts';

/**
 * Counts the milliseconds that a file takes up: all but those in which its process wanted to run and other processes
 * had the processors. A busy machine is no fault of a file. `since`: when its time began; where nobody can tell what
 * the process does, all time counts.
 */
export function createFileClock(since: number): (now: number, vital: VitalSigns | undefined) => number {
  let spent = 0;
  let before = since;
  /** Undefined before the first look: until then it was started, which is work. */
  let cpuBefore: number | undefined;
  return (now, vital) => {
    const passed = now - before;
    const ran = vital && (vital.running || cpuBefore === undefined) ? (vital.cpu - (cpuBefore ?? 0)) * 1_000 : passed;
    spent += Math.min(passed, ran);
    before = now;
    if (vital) cpuBefore = vital.cpu;
    return spent;
  };
}
