import type { Kysely } from 'kysely';
import type { Database } from '../../../stores/schema.ts';
import type { StoredTurn } from './turn-spans.ts';

const PAGE = 200;
/** Turns in this order: by the moment they ended. */
export interface Place {
  finishedAt: Date;
  id: string;
}

/** Turns that ended after a place, the oldest first, at most a page. `content`: with what was asked and replied. */
export async function readTurns(
  db: Kysely<Database>,
  after: Place,
  options: { content: boolean },
): Promise<{ turns: StoredTurn[]; place: Place; more: boolean }> {
  const rows = await db
    .selectFrom('turns')
    .leftJoin('messages as asked', 'asked.id', 'turns.message_id')
    .leftJoin('messages as replied', 'replied.id', 'turns.reply_id')
    .selectAll('turns')
    .select(['asked.text as asked_text', 'replied.text as replied_text'])
    .where('turns.status', 'in', ['done', 'failed'])
    .where((eb) =>
      eb.or([
        eb('turns.finished_at', '>', after.finishedAt),
        eb.and([eb('turns.finished_at', '=', after.finishedAt), eb('turns.id', '>', after.id)]),
      ]),
    )
    .orderBy('turns.finished_at')
    .orderBy('turns.id')
    .limit(PAGE)
    .execute();
  const turns = rows.map(
    (row): StoredTurn => ({
      id: row.id,
      conversationId: row.conversation_id,
      route: row.route,
      routes: row.routes,
      intent: row.intent,
      confidence: row.confidence,
      language: row.language,
      engine: row.engine,
      degraded: row.degraded,
      errorCode: row.error_code,
      firstTokenMs: row.first_token_ms,
      totalMs: row.total_ms,
      trace: row.trace,
      createdAt: row.created_at,
      finishedAt: row.finished_at,
      modelCalls: row.model_calls,
      inputTokens: row.input_tokens,
      outputTokens: row.output_tokens,
      ...(options.content ? { content: { asked: row.asked_text ?? '', replied: row.replied_text ?? '' } } : {}),
    }),
  );
  const last = turns.at(-1);
  const place = last?.finishedAt ? { finishedAt: last.finishedAt, id: last.id } : after;
  return { turns, place, more: rows.length === PAGE };
}
