import type { Logger } from '../config/logger.ts';
import type { QueuePlace } from './queue-backend.ts';

const EACH_MS = 60_000;

/** What an operator knows the place of the queue by. */
export const placeOfQueue = ({ redisUrl }: Pick<QueuePlace, 'redisUrl'>): string =>
  redisUrl ? `Redis at ${new URL(redisUrl).host} (REDIS_URL)` : 'PostgreSQL';

/** Tells that the queue is out of reach, once a minute: each try to connect again fails anew. */
export function createQueueWarning(place: Pick<QueuePlace, 'redisUrl'>, logger: Logger): (error: Error) => void {
  let last = Number.NEGATIVE_INFINITY;
  return ({ message }) => {
    if (performance.now() - last < EACH_MS) return;
    last = performance.now();
    logger.warn(
      { reason: message, place: placeOfQueue(place) },
      'the ingest queue is out of reach: files that are handed in wait for it',
    );
  };
}
