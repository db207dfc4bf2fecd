import { type Kysely, sql } from 'kysely';
import type { Logger } from '../config/logger.ts';
import type { Database } from '../stores/schema.ts';

const KEPT_DAYS = 7;
const EVERY_MS = 3_600_000;
/** Bounds of one round: what it leaves is for the next one. */
const BATCH = 5_000;
const BATCHES = 20;

export interface EventPruning {
  /** One round; tells how many events were removed. */
  prune(): Promise<number>;
  /** Ends the rounds; waits for a batch under way. */
  stop(): Promise<void>;
}

/**
 * Removes the events of conversations in which nothing happened for a week, at the start and every hour: nobody
 * resumes a stream after that long, and the history has the messages. Their numbers go on where they were.
 */
export function createEventPruning(options: { db: Kysely<Database>; logger: Logger }): EventPruning {
  const { db, logger } = options;
  let stopped = false;
  let round = Promise.resolve(0);

  const removeBatch = async (): Promise<number> => {
    const { numAffectedRows = 0n } = await sql`
      delete from conversation_events e using (
        select conversation_id, seq from conversations c
        join conversation_events old on old.conversation_id = c.id
        where c.updated_at < now() - ${KEPT_DAYS} * interval '1 day'
        limit ${BATCH}
      ) old
      where e.conversation_id = old.conversation_id and e.seq = old.seq`.execute(db);
    return Number(numAffectedRows);
  };
  const prune = async () => {
    let removed = 0;
    for (let batch = 0; batch < BATCHES && !stopped; batch++) {
      const count = await removeBatch();
      removed += count;
      if (count < BATCH) break;
    }
    return removed;
  };
  const regularly = () => {
    round = prune().catch((error: unknown) => {
      if (!stopped) logger.warn({ err: error }, 'old conversation events could not be removed');
      return 0;
    });
  };

  regularly();
  const timer = setInterval(regularly, EVERY_MS);
  timer.unref();
  return {
    prune,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await round;
    },
  };
}
