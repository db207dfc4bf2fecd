import type { Logger } from '../config/logger.ts';
import type { InsightStore } from './insight-store.ts';

const EVERY_MS = 15 * 60_000;
/** After a start the program has better things to do first. */
const FIRST_MS = 20_000;
const REST_MS = 50;

/** Counts the days that are over, one after another, soon after the start and every quarter of an hour. */
export function createDayCounter(deps: { store: Pick<InsightStore, 'countNext'>; logger: Logger }): {
  stop(): Promise<void>;
} {
  let stopped = false;
  let round: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const count = async () => {
    try {
      while (!stopped && (await deps.store.countNext()) !== undefined) {
        await new Promise((resolve) => setTimeout(resolve, REST_MS));
      }
    } catch (error) {
      if (!stopped) deps.logger.warn({ err: error }, 'the insights of past days could not be counted');
    }
    if (!stopped) schedule(EVERY_MS);
  };
  const schedule = (ms: number) => {
    timer = setTimeout(() => {
      round = count();
    }, ms);
    timer.unref();
  };
  schedule(FIRST_MS);
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await round;
    },
  };
}
