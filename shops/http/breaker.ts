import { shopUnreached } from '../../tools/shop-unavailable.ts';

const FAILURES = 5;
const OPEN_MS = 10_000;

/** After five failures in a row nothing is asked for ten seconds; then one call tries it out. */
export interface Breaker {
  run<T>(call: () => Promise<T>): Promise<T>;
}

/** `counts` tells the failures of the system itself from refusals that it gave in good health. */
export function createBreaker(counts: (error: unknown) => boolean, now: () => number = Date.now): Breaker {
  let failures = 0;
  let openUntil = 0;
  return {
    async run(call) {
      if (now() < openUntil) throw shopUnreached('it failed several times and is left alone for some seconds');
      // While this one tries it out, others are still refused.
      if (failures >= FAILURES) openUntil = now() + OPEN_MS;
      try {
        const result = await call();
        failures = 0;
        openUntil = 0;
        return result;
      } catch (error) {
        if (counts(error)) {
          failures += 1;
          if (failures >= FAILURES) openUntil = now() + OPEN_MS;
        } else {
          failures = 0;
          openUntil = 0;
        }
        throw error;
      }
    },
  };
}
