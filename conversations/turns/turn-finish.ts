import type { Kysely } from 'kysely';
import type pg from 'pg';
import type { TurnOutcome } from '../../graph/ports.ts';
import type { TurnResult } from '../../graph/turn-result.ts';
import type { DatabaseHandle } from '../../stores/database.ts';
import type { ConversationStatus, Database, Language } from '../../stores/schema.ts';
import { storable } from '../message-text.ts';
import type { EndedBy } from '../ports.ts';
import { storedJson } from '../stored-json.ts';
import type { OpenTurn } from './live-turn.ts';

/**
 * The reply and all that came of the turn, under the conversation's lock. No row: a person took the conversation,
 * or the lease went to another process; then nothing was stored.
 */
const FINISH = `
with conversation as (
  update conversations c set
    dialogue = $4::jsonb, language = $5, status = $6, event_seq = c.event_seq + jsonb_array_length($7::jsonb),
    turn_owner = null, turn_lease_until = now(), updated_at = now()
  where c.id = $1 and c.turn_owner = $2 and c.status = 'bot'
    and exists (select from turns t where t.id = $3 and t.status = 'running')
  returning c.id, c.status, c.event_seq
), turn as (
  update turns t set
    status = $8, route = $9, routes = $10, intent = $11, confidence = $12, language = $5, engine = $13,
    degraded = $14, error_code = $15, first_token_ms = $16, total_ms = $17, trace = $18::jsonb, finished_at = now(),
    model_calls = $23, spared_calls = $24, input_tokens = $25, output_tokens = $26
  from conversation where t.id = $3
  returning t.reply_id, t.message_id, t.seq
), reply as (
  insert into messages (id, conversation_id, seq, author, text, language, body)
  select turn.reply_id, conversation.id, turn.seq + 1, 'bot', $19, $5, $20::jsonb from conversation, turn
), events as (
  insert into conversation_events (conversation_id, seq, type, payload)
  select c.id, c.event_seq - jsonb_array_length($7::jsonb) + e.position, e.event ->> 'type', e.event -> 'payload'
  from conversation c, jsonb_array_elements($7::jsonb) with ordinality as e (event, position)
), handoff as (
  insert into handoffs (conversation_id, reason, summary, language, mood, order_ids, rule)
  select c.id, h.reason, h.summary, $5, h.mood, h.order_ids, h.rule
  from conversation c, jsonb_to_record(nullif($21::jsonb, 'null')) as h (
    reason text, summary text, mood text, order_ids text[], rule text
  )
  where $21::jsonb <> 'null'
  on conflict (conversation_id) where status in ('waiting', 'claimed') do nothing
), gap as (
  insert into unanswered_questions (conversation_id, message_id, question, language, topic)
  select c.id, turn.message_id, g.question, $5, g.topic
  from conversation c, turn, jsonb_to_record(nullif($22::jsonb, 'null')) as g (question text, topic text)
  where $22::jsonb <> 'null'
  on conflict (message_id) do nothing
)
select status,
  pg_notify('kefu_conversation', id || ' ' || status),
  case when status <> 'bot' then pg_notify('kefu_desk', id || ' ' || status) end
from conversation`;

/** Ends a turn that gets no reply, because a person has the conversation. No row: the lease went to another process. */
const DROP = `
with conversation as (
  update conversations set turn_owner = null, turn_lease_until = now()
  where id = $1 and turn_owner = $2 and status <> 'bot'
  returning id, status, language
), turn as (
  update turns set status = 'done', error_code = 'with_person', trace = $4::jsonb, finished_at = now()
  from conversation where turns.id = $3 and turns.status = 'running'
)
select status, language, pg_notify('kefu_conversation', id || ' ' || status) from conversation`;

export interface FinishedTurn {
  /** The runner's, or the apology's. */
  outcome: TurnOutcome;
  status: 'done' | 'failed';
  errorCode: string | null;
  /** Milliseconds from the start of the run. */
  totalMs: number;
  /** The confirmation that the turn found open. */
  pendingConfirmationId: string | null;
}

interface StoredEvent {
  type: 'message' | 'status' | 'confirmation';
  payload: Record<string, unknown>;
}

/** The result as it is stored: what only the conversation knows is set here, whatever the runner said. */
function resultToStore(turn: OpenTurn, outcome: TurnOutcome): TurnResult {
  return {
    ...outcome.result,
    conversationId: turn.conversationId,
    messageId: turn.replyId,
    text: storable(outcome.result.text),
    status: outcome.handoff ? 'waiting' : 'bot',
    // With a person called, the bot asks nothing more.
    confirmation: outcome.handoff ? null : outcome.result.confirmation,
  };
}

async function store(
  pool: Pick<pg.Pool, 'query'>,
  turn: OpenTurn,
  owner: string,
  finished: FinishedTurn,
  result: TurnResult,
  confirmations: StoredEvent[],
): Promise<boolean> {
  const { outcome } = finished;
  const events: StoredEvent[] = [
    { type: 'message', payload: { messageId: turn.replyId } },
    ...confirmations,
    ...(outcome.handoff ? [{ type: 'status' as const, payload: { status: 'waiting' } }] : []),
  ];
  const { handoff, unanswered, usage } = outcome;
  const { rowCount } = await pool.query({
    name: 'kefu_finish_turn',
    text: FINISH,
    values: [
      turn.conversationId,
      owner,
      turn.turnId,
      storedJson(outcome.dialogue),
      result.language,
      result.status,
      storedJson(events),
      finished.status,
      result.route,
      result.routes,
      result.intent,
      result.confidence,
      result.engine,
      result.degraded,
      finished.errorCode,
      outcome.firstTokenMs,
      finished.totalMs,
      storedJson(outcome.trace),
      result.text,
      storedJson(result),
      storedJson(handoff && { ...handoff, order_ids: handoff.orderIds }),
      storedJson(unanswered),
      usage?.calls ?? 0,
      usage?.spared ?? 0,
      usage?.inputTokens ?? 0,
      usage?.outputTokens ?? 0,
    ],
  });
  return rowCount === 1;
}

/** Stores a turn's outcome: one round trip, or a transaction when a confirmation is asked, settled or void. */
export async function finishTurn(
  { pool }: DatabaseHandle,
  turn: OpenTurn,
  owner: string,
  finished: FinishedTurn,
): Promise<TurnResult | undefined> {
  const result = resultToStore(turn, finished.outcome);
  const { handoff, confirmation } = finished.outcome;
  if (!handoff && !confirmation && !finished.pendingConfirmationId) {
    return (await store(pool, turn, owner, finished, result, [])) ? result : undefined;
  }
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select from conversations where id = $1 for update', [turn.conversationId]);
    const events = await settleOpenConfirmation(client, turn.conversationId, finished);
    const asked = handoff ? null : confirmation;
    if (asked) events.push({ type: 'confirmation', payload: { confirmationId: asked.id, status: 'pending' } });
    const stored = await store(client, turn, owner, finished, result, events);
    if (stored && asked) {
      await client.query(
        `insert into confirmations (id, conversation_id, customer_id, turn_id, action, args, summary, changes, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          asked.id,
          turn.conversationId,
          asked.customerId,
          turn.turnId,
          asked.action,
          storedJson(asked.args),
          storedJson(asked.summary),
          storedJson(asked.changes),
          asked.expiresAt,
        ],
      );
    }
    await client.query(stored ? 'commit' : 'rollback');
    return stored ? result : undefined;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/** An open question ends when another is asked or a person is called; tells what became of the one that was open. */
async function settleOpenConfirmation(
  client: pg.PoolClient,
  conversationId: string,
  { outcome, pendingConfirmationId }: FinishedTurn,
): Promise<StoredEvent[]> {
  const replaced = outcome.confirmation !== null || outcome.endsConfirmation === true;
  const ended: EndedBy | undefined = outcome.handoff ? 'person' : replaced ? 'replaced' : undefined;
  if (ended) {
    await client.query(
      `update confirmations set status = 'expired', settled_at = now(), result = $2
       where conversation_id = $1 and status = 'pending'`,
      [conversationId, storedJson({ ended })],
    );
  }
  if (!pendingConfirmationId) return [];
  const { rows } = await client.query<{ status: string }>('select status from confirmations where id = $1', [
    pendingConfirmationId,
  ]);
  const status = rows[0]?.status;
  if (status === undefined || status === 'pending') return [];
  return [{ type: 'confirmation', payload: { confirmationId: pendingConfirmationId, status } }];
}

/** Ends a turn without a reply because a person has the conversation. Undefined: it is no longer this process's. */
export async function dropTurn(
  pool: pg.Pool,
  turn: OpenTurn,
  owner: string,
  trace: unknown,
): Promise<{ status: ConversationStatus; language: Language } | undefined> {
  const { rows } = await pool.query<{ status: ConversationStatus; language: Language }>(DROP, [
    turn.conversationId,
    owner,
    turn.turnId,
    storedJson(trace ?? null),
  ]);
  return rows[0];
}

/** Gives the conversation up, so that the turn can be taken up by another process at once. */
export async function releaseLease(db: Kysely<Database>, conversationId: string, owner: string): Promise<void> {
  await db
    .updateTable('conversations')
    .set({ turn_owner: null, turn_lease_until: null })
    .where('id', '=', conversationId)
    .where('turn_owner', '=', owner)
    .execute();
}
