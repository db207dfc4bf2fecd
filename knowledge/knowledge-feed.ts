import type { Kysely } from 'kysely';
import type { Logger } from '../config/logger.ts';
import type { Notifications } from '../stores/notifications.ts';
import type { Database } from '../stores/schema.ts';
import type { ChunkRow } from './retrieval/passage-store.ts';
import { createSharedRun } from './shared-run.ts';

const BATCH = 500;
const POLL_MS = 5_000;

/** Follows the chunks table by revision and tells what changed, in order. */
export interface KnowledgeFeed {
  /** Resolves when every change committed before the call has been told. */
  refresh(): Promise<void>;
  /** The revision up to which all changes were told. */
  position(): number;
  close(): Promise<void>;
}

/**
 * `onChange` gets batches of rows that changed after the revision `from` (0: of all live ones too); a row that is not
 * live is gone from answers.
 */
export function createKnowledgeFeed(options: {
  db: Kysely<Database>;
  notifications: Notifications;
  logger: Logger;
  from?: number;
  onChange(rows: ChunkRow[]): void | Promise<void>;
}): KnowledgeFeed {
  let seen = options.from ?? 0;
  let closed = false;

  const read = async () => {
    for (;;) {
      if (closed) return;
      let query = options.db.selectFrom('chunks').selectAll().where('revision', '>', seen);
      // A reader at the start has nothing to take away.
      if (seen === 0) query = query.where('live', '=', true);
      const rows = await query.orderBy('revision').limit(BATCH).execute();
      if (rows.length > 0) await options.onChange(rows);
      seen = rows.at(-1)?.revision ?? seen;
      if (rows.length < BATCH) return;
    }
  };

  const reading = createSharedRun(read);
  const refresh = (): Promise<void> => (closed ? Promise.resolve() : reading.run());

  const quietly = () => {
    refresh().catch((error: unknown) => {
      if (!closed) options.logger.warn({ err: error }, 'knowledge changes could not be read; trying again');
    });
  };
  const unsubscribe = options.notifications.subscribe('kefu_knowledge', quietly);
  const poll = setInterval(quietly, POLL_MS);
  poll.unref();

  return {
    refresh,
    position: () => seen,
    async close() {
      closed = true;
      unsubscribe();
      clearInterval(poll);
      await reading.settled();
    },
  };
}
