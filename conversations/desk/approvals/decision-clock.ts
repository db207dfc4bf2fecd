import type { Logger } from '../../../config/logger.ts';
import type { Decisions } from './decisions.ts';

const EVERY_MS = 15_000;
/** Longer than a shop's system may take: what is older broke off. */
const BROKEN_OFF_MS = 60_000;

/**
 * Takes up decisions of the desk that a crash broke off, so that no customer stays untold. Every process may run it:
 * a decision is carried out and told once. Whoever creates it stops it.
 */
export function createDecisionClock(deps: { decisions: Pick<Decisions, 'resume'>; logger: Logger }): {
  stop(): Promise<void>;
} {
  let round: Promise<unknown> = Promise.resolve();
  let stopped = false;
  const look = async () => {
    if (stopped) return;
    try {
      await deps.decisions.resume(new Date(Date.now() - BROKEN_OFF_MS));
    } catch (error) {
      deps.logger.warn({ err: error }, 'a decision about a change could not be carried on');
    }
  };
  const timer = setInterval(() => {
    round = round.then(look);
  }, EVERY_MS);
  timer.unref();
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await round;
    },
  };
}
