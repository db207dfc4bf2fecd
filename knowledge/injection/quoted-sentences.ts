import type { Kysely } from 'kysely';
import type { Logger } from '../../config/logger.ts';
import type { Notifications } from '../../stores/notifications.ts';
import type { Database } from '../../stores/schema.ts';
import { createSharedRun } from '../shared-run.ts';
import type { MayStand } from './machine-instructions.ts';
import { type QuotedSource, readQuotedAnyway } from './quoted-anyway.ts';

/** What managers let stand, at hand for readers of rows that are not passages. */
export interface QuotedSentences {
  of(source: QuotedSource): MayStand;
  /** Resolves when every choice committed before the call is known. */
  refresh(): Promise<void>;
  close(): void;
}

/** Follows the choices of all processes. */
export async function createQuotedSentences(options: {
  db: Kysely<Database>;
  notifications: Notifications;
  logger: Logger;
}): Promise<QuotedSentences> {
  const { db, logger } = options;
  let known = await readQuotedAnyway(db);
  // Many changes come at once while documents are read: they share a look.
  const reading = createSharedRun(async () => {
    known = await readQuotedAnyway(db);
  });
  const unsubscribe = options.notifications.subscribe('kefu_knowledge', () => {
    reading.run().catch((error: unknown) => logger.warn({ err: error }, 'sentences to be quoted could not be read'));
  });
  return { of: (source) => known(source), refresh: reading.run, close: unsubscribe };
}
