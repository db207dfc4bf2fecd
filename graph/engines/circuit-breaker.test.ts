import { describe, expect, it } from 'vitest';
import { type BreakerState, createCircuitBreaker } from './circuit-breaker.ts';

function breakerWithClock() {
  let time = 0;
  const changes: BreakerState[] = [];
  const breaker = createCircuitBreaker({ now: () => time, onChange: (state) => changes.push(state) });
  return {
    breaker,
    changes,
    wait: (ms: number) => {
      time += ms;
    },
    fail: (times: number) => {
      for (let i = 0; i < times; i++) breaker.enter()?.failed();
    },
  };
}

describe('circuit breaker', () => {
  it('opens after five failures in thirty seconds and lets nobody through', () => {
    const { breaker, fail } = breakerWithClock();
    fail(4);
    expect(breaker.state()).toBe('closed');
    fail(1);
    expect(breaker.state()).toBe('open');
    expect(breaker.enter()).toBeUndefined();
  });

  it('forgets failures that are older', () => {
    const { breaker, fail, wait } = breakerWithClock();
    fail(4);
    wait(31_000);
    fail(4);
    expect(breaker.state()).toBe('closed');
  });

  it('lets one call try after fifteen seconds, and closes when it succeeds', () => {
    const { breaker, fail, wait, changes } = breakerWithClock();
    fail(5);
    wait(15_000);
    const trial = breaker.enter();
    expect(trial).toBeDefined();
    expect(breaker.enter()).toBeUndefined();
    trial?.succeeded();
    expect(breaker.enter()).toBeDefined();
    expect(changes).toEqual(['open', 'half-open', 'closed']);
  });

  it('opens again when the trial fails, for as long', () => {
    const { breaker, fail, wait } = breakerWithClock();
    fail(5);
    wait(15_000);
    breaker.enter()?.failed();
    wait(14_000);
    expect(breaker.enter()).toBeUndefined();
    wait(1_000);
    expect(breaker.enter()).toBeDefined();
  });

  it('gives the trial to the next one when its caller went away', () => {
    const { breaker, fail, wait } = breakerWithClock();
    fail(5);
    wait(15_000);
    breaker.enter()?.cancelled();
    expect(breaker.enter()).toBeDefined();
  });

  it('does not close by a call that began before it opened', () => {
    const { breaker, fail } = breakerWithClock();
    const early = breaker.enter();
    fail(5);
    early?.succeeded();
    expect(breaker.state()).toBe('open');
  });
});
