import { type Kysely, sql } from 'kysely';
import type { Caller } from '../../conversations/ports.ts';
import type { ConversationStatus, Database, Language } from '../../stores/schema.ts';

export interface ConversationEntry {
  conversationId: string;
  status: ConversationStatus;
  language: Language;
  createdAt: Date;
  updatedAt: Date;
  /** The customer's first words, shortened. */
  preview: string;
}

const PREVIEW_LENGTH = 120;

/** A caller's own conversations, newest first. */
export interface ConversationList {
  of(caller: Caller, limit: number): Promise<ConversationEntry[]>;
  /** Number of the newest event in a conversation of the caller's own; undefined when there is none such. */
  lastEventId(caller: Caller, conversationId: string): Promise<number | undefined>;
}

export const createConversationList = (db: Kysely<Database>): ConversationList => ({
  of: (caller, limit) =>
    db
      .selectFrom('conversations')
      .where('owner_kind', '=', caller.kind)
      .where('owner_id', '=', caller.id)
      .select((eb) => [
        'id as conversationId',
        'status',
        'language',
        'created_at as createdAt',
        'updated_at as updatedAt',
        eb.fn
          .coalesce(
            eb
              .selectFrom('messages')
              .whereRef('messages.conversation_id', '=', 'conversations.id')
              .where('author', '=', 'customer')
              .orderBy('seq')
              .limit(1)
              .select(sql<string>`left(text, ${sql.lit(PREVIEW_LENGTH)})`.as('preview')),
            sql<string>`''`,
          )
          .as('preview'),
      ])
      .orderBy('updated_at', 'desc')
      .limit(limit)
      .execute(),
  async lastEventId(caller, conversationId) {
    const own = await db
      .selectFrom('conversations')
      .select('event_seq')
      .where('id', '=', conversationId)
      .where('owner_kind', '=', caller.kind)
      .where('owner_id', '=', caller.id)
      .executeTakeFirst();
    return own?.event_seq;
  },
});
