import { type Kysely, sql } from 'kysely';
import type { Notifications } from '../stores/notifications.ts';
import type { Database } from '../stores/schema.ts';

const CHANNEL = 'kefu_typing';

/** Somebody writes in a conversation now. Told to whoever listens and stored nowhere. */
export interface TypingSignal {
  conversationId: string;
  by: 'customer' | 'agent';
}

export interface TypingSignals {
  tell(signal: TypingSignal): Promise<void>;
  listen(listener: (signal: TypingSignal) => void): () => void;
}

export const createTypingSignals = (deps: { db: Kysely<Database>; notifications: Notifications }): TypingSignals => ({
  async tell({ conversationId, by }) {
    await sql`select pg_notify(${CHANNEL}, ${`${conversationId} ${by}`})`.execute(deps.db);
  },
  listen: (listener) =>
    deps.notifications.subscribe(CHANNEL, (payload) => {
      const [conversationId, by] = payload?.split(' ') ?? [];
      if (conversationId && (by === 'customer' || by === 'agent')) listener({ conversationId, by });
    }),
});
