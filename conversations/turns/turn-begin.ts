import type pg from 'pg';
import type { TurnInput } from '../../graph/ports.ts';
import type { ConversationStatus, Language, OwnerKind } from '../../stores/schema.ts';
import { confirmationView, type StoredConfirmation } from '../confirmation-view.ts';
import type { LiveTurn } from './live-turn.ts';

/**
 * Takes the conversation's lease and starts the turn if it is the first open one and no other process holds a live
 * lease, and reads all that the turn needs to know: one round trip. No row: it is not this turn's time.
 */
const BEGIN = `
with lease as (
  update conversations c set turn_owner = $2, turn_lease_until = now() + $4 * interval '1 millisecond'
  where c.id = $1
    and (c.turn_owner is null or c.turn_owner = $2 or c.turn_lease_until < now())
    and exists (select from turns t where t.id = $3 and t.status in ('queued', 'running'))
    and not exists (
      select from turns t
      where t.conversation_id = $1 and t.status in ('queued', 'running') and t.seq < $5
    )
  returning c.*
), turn as (
  update turns t set status = 'running', attempts = t.attempts + 1 from lease
  where t.id = $3 and t.status in ('queued', 'running')
  returning t.*
)
select lease.owner_kind, lease.owner_id, lease.status, lease.language, lease.dialogue, turn.locale, turn.attempts,
  message.text, message.body -> 'settlement' as settlement, message.body -> 'context' as page,
  (
    select coalesce(json_agg(json_build_object('author', line.author, 'text', line.text) order by line.seq), '[]')
    from (
      select author, text, seq from messages
      where conversation_id = $1 and seq < $5 and author <> 'system'
      order by seq desc limit 12
    ) line
  ) as history,
  (
    select json_build_object(
      'id', id, 'customerId', customer_id, 'action', action, 'summary', summary, 'changes', changes,
      'expiresAt', to_char(expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    )
    from confirmations
    where conversation_id = $1 and status = 'pending'
      -- A press of the button counts from when it was pressed, however long its turn had to wait.
      and (expires_at > now() or id::text = message.body -> 'settlement' ->> 'confirmationId')
  ) as pending
from turn, lease, messages message
where message.id = turn.message_id`;

interface BeginRow {
  owner_kind: OwnerKind;
  owner_id: string;
  status: ConversationStatus;
  language: Language;
  dialogue: Record<string, unknown>;
  locale: Language | null;
  attempts: number;
  text: string;
  settlement: TurnInput['settlement'];
  page: TurnInput['page'] | null;
  history: TurnInput['history'];
  pending: (StoredConfirmation & { customerId: string }) | null;
}

export interface BegunTurn {
  input: TurnInput;
  status: ConversationStatus;
}

/** Undefined: another turn comes first, another process has the conversation, or the turn is over. */
export async function beginTurn(
  pool: pg.Pool,
  turn: LiveTurn,
  lease: { owner: string; ms: number },
): Promise<BegunTurn | undefined> {
  const { conversationId, turnId, messageId, replyId, seq, caller } = turn;
  const { rows } = await pool.query<BeginRow>({
    name: 'kefu_begin_turn',
    text: BEGIN,
    values: [conversationId, lease.owner, turnId, lease.ms, seq],
  });
  const [row] = rows;
  if (!row) return undefined;
  const language = row.locale ?? row.language;
  const { pending } = row;
  return {
    status: row.status,
    input: {
      turnId,
      conversationId,
      messageId,
      replyId,
      text: row.text,
      caller: { ...caller, kind: row.owner_kind, id: row.owner_id },
      fallbackLanguage: language,
      dialogue: row.dialogue,
      history: row.history,
      attempt: row.attempts,
      settlement: row.settlement ?? null,
      ...(row.page ? { page: row.page } : {}),
      pendingConfirmation: pending && { ...confirmationView(pending, language), customerId: pending.customerId },
    },
  };
}
