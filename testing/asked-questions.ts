import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database, Language } from '../stores/schema.ts';

/** Writes a customer's question with its turn and reply, as a finished turn of the knowledge route leaves them. */
export async function writeAskedQuestion(
  db: Kysely<Database>,
  asked: {
    question: string;
    language: Language;
    unanswered?: boolean;
    rating?: 'up' | 'down';
    citedId?: string;
    at?: Date;
  },
): Promise<{ messageId: string; conversationId: string }> {
  const [conversationId, messageId, replyId] = [randomUUID(), randomUUID(), randomUUID()];
  const { question, language, unanswered = false, at = new Date() } = asked;
  const route = unanswered ? 'decline' : 'knowledge';
  await db.insertInto('conversations').values({ id: conversationId, owner_kind: 'visitor', owner_id: 'v1' }).execute();
  await db
    .insertInto('messages')
    .values([
      {
        id: messageId,
        conversation_id: conversationId,
        seq: 1,
        author: 'customer',
        text: question,
        language,
        created_at: at,
      },
      {
        ...{ id: replyId, conversation_id: conversationId, seq: 2, author: 'bot' as const, text: '…', language },
        body: JSON.stringify({ route, citations: asked.citedId ? [{ documentId: asked.citedId }] : [] }),
        created_at: at,
      },
    ])
    .execute();
  await db
    .insertInto('turns')
    .values({
      ...{ conversation_id: conversationId, message_id: messageId, reply_id: replyId, seq: 1, status: 'done' as const },
      ...{ route, routes: [route], language, created_at: at },
    })
    .execute();
  if (unanswered)
    await db
      .insertInto('unanswered_questions')
      .values({
        conversation_id: conversationId,
        message_id: messageId,
        question,
        language,
        topic: question,
        created_at: at,
      })
      .execute();
  if (asked.rating)
    await db
      .insertInto('feedback')
      .values({ message_id: replyId, conversation_id: conversationId, rating: asked.rating })
      .execute();
  return { messageId, conversationId };
}
