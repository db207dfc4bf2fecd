import { type Kysely, sql } from 'kysely';
import { notFound } from '../../config/errors.ts';
import type { Database } from '../../stores/schema.ts';
import { passagesIn, withPassages } from './with-passages.ts';
import { withPrompts } from './with-prompts.ts';

/** Lines before the message that a turn reads at most. */
const HISTORY = 12;

/** A turn of a customer and how its reply came about. */
export interface TurnTrace {
  turnId: string;
  conversationId: string;
  /** ISO 8601. */
  at: string;
  text: string;
  reply: string | null;
  language: string | null;
  route: string | null;
  intent: string | null;
  engine: string | null;
  degraded: boolean;
  status: string;
  errorCode: string | null;
  firstTokenMs: number | null;
  totalMs: number | null;
  /** Steps with the passages' texts, and the prompts with theirs and the talk's; empty when it was dropped with a text that had to go. */
  trace: unknown[];
}

/** Traces of turns, by the id of the turn, of its message or of its reply. An unknown one is `notFound()`. */
export interface TurnTraces {
  find(id: string): Promise<TurnTrace>;
}

export const createTurnTraces = (db: Kysely<Database>): TurnTraces => ({
  async find(id) {
    const row = await db
      .selectFrom('turns as t')
      .innerJoin('messages as m', 'm.id', 't.message_id')
      .leftJoin('messages as r', 'r.id', 't.reply_id')
      .select(['t.id', 't.conversation_id', 't.created_at', 'm.text', 'r.text as reply', 't.language', 't.route'])
      .select([
        't.intent',
        't.engine',
        't.degraded',
        't.status',
        't.error_code',
        't.first_token_ms',
        't.total_ms',
        't.trace',
        'm.seq',
      ])
      .where((eb) => eb.or([eb('t.reply_id', '=', id), eb('t.message_id', '=', id), eb(sql`t.id::text`, '=', id)]))
      .executeTakeFirst();
    if (!row) throw notFound('turn');
    const ids = passagesIn(row.trace);
    const chunks =
      ids.length === 0
        ? []
        : await db
            .selectFrom('chunks')
            .select(['id', 'text'])
            .where('id', 'in', ids)
            .where('deleted', '=', false)
            .execute();
    const lines = await db
      .selectFrom('messages')
      .select(['author', 'text'])
      .where('conversation_id', '=', row.conversation_id)
      .where('seq', '<', row.seq)
      .orderBy('seq', 'desc')
      .limit(HISTORY)
      .execute();
    const history = lines.reverse().flatMap(({ author, text }) => (author === 'system' ? [] : [{ author, text }]));
    const texts = new Map(chunks.map((chunk) => [chunk.id, chunk.text]));
    return {
      turnId: row.id,
      conversationId: row.conversation_id,
      at: row.created_at.toISOString(),
      text: row.text,
      reply: row.reply,
      language: row.language,
      route: row.route,
      intent: row.intent,
      engine: row.engine,
      degraded: row.degraded,
      status: row.status,
      errorCode: row.error_code,
      firstTokenMs: row.first_token_ms,
      totalMs: row.total_ms,
      trace: withPrompts(
        withPassages(row.trace, (passage) => texts.get(passage)),
        { passage: (passage) => texts.get(passage), history, asked: row.text },
      ),
    };
  },
});
