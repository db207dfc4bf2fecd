import type { Kysely } from 'kysely';
import type { Database } from '../stores/schema.ts';

const LINES = 12;

/** The newest lines of a conversation, oldest first: what a summary or a draft is made from. */
export const lastLines = async (db: Kysely<Database>, conversationId: string) =>
  (
    await db
      .selectFrom('messages')
      .select(['author', 'text'])
      .where('conversation_id', '=', conversationId)
      .orderBy('seq', 'desc')
      .limit(LINES)
      .execute()
  ).reverse();
