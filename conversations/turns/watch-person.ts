import type { Kysely } from 'kysely';
import type { Database } from '../../stores/schema.ts';
import type { ConversationSignals } from '../signals.ts';

/** Watches a conversation while the bot works in it. Begin watching before the turn begins, or a claim may be missed. */
export interface PersonWatch {
  /** Resolves when the conversation is no longer the bot's; never rejects. */
  taken: Promise<void>;
  close(): void;
}

export function watchForPerson(options: {
  db: Kysely<Database>;
  signals: ConversationSignals;
  conversationId: string;
}): PersonWatch {
  const { db, signals, conversationId } = options;
  const { promise, resolve } = Promise.withResolvers<void>();
  // A signal may be older than the turn, so it is only a reason to look. If looking fails, storing will tell.
  const look = async () => {
    const row = await db
      .selectFrom('conversations')
      .select('status')
      .where('id', '=', conversationId)
      .executeTakeFirst();
    if (row && row.status !== 'bot') resolve();
  };
  const close = signals.listen(conversationId, (signal) => {
    if (signal !== 'bot') look().catch(() => undefined);
  });
  return { taken: promise, close };
}
