import { describe, expect, it } from 'vitest';
import { createFileClock } from './file-clock.ts';

const vital = (cpu: number, running: boolean) => ({ cpu, running, asleep: !running, memory: 0 });

describe('the clock of a file', () => {
  it('does not count what its process waited for a processor, its start included', () => {
    const clock = createFileClock(1_000);
    expect(clock(16_000, vital(0.5, true))).toBe(500);
    expect(clock(26_000, vital(1.5, true))).toBe(1_500);
    expect(clock(26_200, vital(1.7, true))).toBeCloseTo(1_700);
  });

  it('counts a process that was warm from the moment the file was given to it', () => {
    expect(createFileClock(1_000)(1_200, vital(300, true))).toBe(200);
  });

  it('counts what the process slept, and everything where nobody can tell', () => {
    const clock = createFileClock(0);
    clock(200, vital(0.2, true));
    expect(clock(1_200, vital(0.2, false))).toBe(1_200);
    expect(createFileClock(0)(5_000, undefined)).toBe(5_000);
  });
});
