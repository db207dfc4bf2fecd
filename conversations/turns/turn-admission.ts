import { createHash, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { AppError, badRequest, notFound } from '../../config/errors.ts';
import type { ConversationStatus, Language } from '../../stores/schema.ts';
import { messageLanguage, messageText } from '../message-text.ts';
import type { Caller, TurnRequest } from '../ports.ts';
import { storedJson } from '../stored-json.ts';
import type { OpenTurn } from './live-turn.ts';

const CONVERSATION_ID = /^[A-Za-z0-9_.:-]{1,128}$/;
const CLIENT_ID = /^[^\s\p{C}]{1,200}$/u;
const UNIQUE_VIOLATION = '23505';

/**
 * One statement, one commit: the conversation (made if need be, locked), the customer's message, its turn unless a
 * person has the conversation, the event for live listeners. No row: it is another's, or closed.
 */
const ADMIT = `
with conversation as (
  insert into conversations as c (id, owner_kind, owner_id, channel, language, next_seq, event_seq)
  values ($1, $2, $3, $4, $5, 3, 1)
  on conflict (id) do update set
    next_seq = c.next_seq + case c.status when 'bot' then 2 else 1 end,
    event_seq = c.event_seq + 1,
    updated_at = now()
  where c.owner_kind = $2 and c.owner_id = $3 and c.status <> 'closed'
  returning id, status, language, next_seq, event_seq
), message as (
  insert into messages (id, conversation_id, seq, author, client_id, text, language, body)
  select $6, id, next_seq - case status when 'bot' then 2 else 1 end, 'customer', $7, $8, $9, $10::jsonb
  from conversation
  returning seq
), turn as (
  insert into turns (id, conversation_id, message_id, reply_id, seq, locale)
  select $11, conversation.id, $6, $12, message.seq, $13 from conversation, message where status = 'bot'
), event as (
  insert into conversation_events (conversation_id, seq, type, payload)
  select id, event_seq, 'message', jsonb_build_object('messageId', $6::text) from conversation
)
select message.seq, status, language,
  pg_notify('kefu_conversation', id || ' ' || status),
  case when status <> 'bot' then pg_notify('kefu_desk', id || ' ' || status) end
from conversation, message`;

/** A new message to a closed conversation opens it again, with nothing asked or offered before it. */
const REOPEN = `
with conversation as (
  update conversations set status = 'bot', dialogue = '{}', event_seq = event_seq + 1, updated_at = now()
  where id = $1 and owner_kind = $2 and owner_id = $3 and status = 'closed'
  returning id, event_seq
)
insert into conversation_events (conversation_id, seq, type, payload)
select id, event_seq, 'status', '{"status": "bot"}' from conversation`;

/** A customer message that was stored now. */
export interface Admission extends OpenTurn {
  /** Other than 'bot': the message went to a person, and there is no turn. */
  status: ConversationStatus;
  language: Language;
}

/** A resend: the message was stored before. */
export interface Repeated {
  repeated: { conversationId: string; clientId: string };
}

export interface AdmissionRequest extends Omit<TurnRequest, 'messageId'> {
  clientId?: string;
  settlement?: { confirmationId: string; approve: boolean };
}

/** Checks what the client sent; AppError 400 with what is wrong. */
export function checkRequest(request: TurnRequest): AdmissionRequest {
  const { messageId: clientId, ...rest } = request;
  if (request.conversationId !== undefined && !CONVERSATION_ID.test(request.conversationId)) {
    throw badRequest('bad_conversation_id', 'A conversation id has 1 to 128 letters, digits, dots, colons, - or _.');
  }
  if (clientId !== undefined && !CLIENT_ID.test(clientId)) {
    throw badRequest('bad_message_id', 'A message id has 1 to 200 characters and no spaces.');
  }
  return { ...rest, clientId, text: messageText(request.text) };
}

/** Without a conversation's name, a resent message must still find the conversation that its first sending made. */
function newConversationId(caller: Caller, clientId: string | undefined, text: string): string {
  if (clientId === undefined) return randomUUID();
  return createHash('sha256')
    .update(JSON.stringify([caller.kind, caller.id, clientId, text]))
    .digest('hex')
    .slice(0, 32);
}

/** Stores a checked message. Not found for another's conversation. */
export async function admit(pool: pg.Pool, request: AdmissionRequest): Promise<Admission | Repeated> {
  const { caller, clientId, text, locale } = request;
  const spoken = messageLanguage(text);
  const conversationId = request.conversationId ?? newConversationId(caller, clientId, text);
  const ids = { messageId: randomUUID(), turnId: randomUUID(), replyId: randomUUID() };
  const owner = [conversationId, caller.kind, caller.id];
  const values = [
    ...owner,
    request.channel ?? 'web',
    locale ?? caller.locale ?? spoken ?? 'zh',
    ids.messageId,
    clientId ?? null,
    text,
    spoken,
    storedJson({
      ...(request.settlement ? { settlement: request.settlement } : {}),
      ...(request.context ? { context: request.context } : {}),
    }),
    ids.turnId,
    ids.replyId,
    locale ?? null,
  ];
  for (let tries = 0; tries < 3; tries++) {
    try {
      const { rows } = await pool.query<{ seq: number; status: ConversationStatus; language: Language }>({
        name: 'kefu_admit',
        text: ADMIT,
        values,
      });
      const [row] = rows;
      if (row) return { ...ids, ...row, conversationId };
    } catch (error) {
      if (clientId !== undefined && isRepeated(error)) return { repeated: { conversationId, clientId } };
      throw error;
    }
    const reopened = await pool.query(REOPEN, owner);
    if (reopened.rowCount === 0) {
      const own = await pool.query(
        'select from conversations where id = $1 and owner_kind = $2 and owner_id = $3',
        owner,
      );
      if (own.rowCount === 0) throw notFound('conversation');
    }
  }
  throw new AppError({
    code: 'conversation_busy',
    status: 503,
    message: 'The conversation was closed while the message arrived. Please send it again.',
    retryable: true,
  });
}

const isRepeated = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  error.code === UNIQUE_VIOLATION &&
  'constraint' in error &&
  error.constraint === 'messages_conversation_id_client_id_key';
