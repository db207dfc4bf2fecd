import { randomUUID } from 'node:crypto';
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import { notFound } from '../config/errors.ts';
import type { ConfirmationView } from '../graph/turn-result.ts';
import type { ConversationStatus, Database, Language } from '../stores/schema.ts';
import { agentBody } from './message-view.ts';
import type { Caller, EndedBy } from './ports.ts';
import { CONVERSATION_CHANNEL, DESK_CHANNEL } from './signals.ts';
import { storedJson } from './stored-json.ts';

/** Changes to one conversation, made under its row's lock; listeners hear of them at the commit. */
export interface ConversationWriter {
  readonly trx: Transaction<Database>;
  readonly conversation: Readonly<Selectable<Database['conversations']>>;
  /** Writes the message and its event; returns the message's id. */
  addMessage(message: {
    author: 'agent' | 'system' | 'customer';
    text: string;
    language: Language | null;
    staffId?: string;
    body?: Record<string, unknown>;
    /** The id that the client gave: no two messages of a conversation have the same. */
    clientId?: string | undefined;
  }): Promise<string>;
  /** The message that a client's id was given to before. */
  sentBefore(clientId: string): Promise<{ id: string; confirmation: ConfirmationView | undefined } | undefined>;
  /** Ends the open question whether a change is to be made, and keeps why. */
  endConfirmations(ended: EndedBy): Promise<void>;
  /** Writes the event that tells how such a question stands now. */
  tellConfirmation(confirmationId: string): Promise<void>;
  /**
   * Writes the new status and its event; `details` goes into the event. An open confirmation ends with it unless the
   * bot has the conversation now or one person follows another.
   */
  setStatus(status: ConversationStatus, details?: Record<string, unknown>): Promise<void>;
}

/** Locks the conversation and runs `change` in one transaction. Not found when missing, or not the given owner's. */
export function writeConversation<Result>(
  db: Kysely<Database>,
  options: { conversationId: string; owner?: Caller },
  change: (writer: ConversationWriter) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(async (trx) => {
    const before = await lockConversation(trx, options);
    const state = { ...before };
    const result = await change(createWriter(trx, state));
    if (state.event_seq !== before.event_seq) await storeState(trx, before, state);
    return result;
  });
}

type Conversation = Selectable<Database['conversations']>;

async function lockConversation(
  trx: Transaction<Database>,
  { conversationId, owner }: { conversationId: string; owner?: Caller },
): Promise<Conversation> {
  const conversation = await trx
    .selectFrom('conversations')
    .selectAll()
    .where('id', '=', conversationId)
    .$if(owner !== undefined, (query) =>
      query.where('owner_kind', '=', owner?.kind ?? 'visitor').where('owner_id', '=', owner?.id ?? ''),
    )
    .forUpdate()
    .executeTakeFirst();
  if (!conversation) throw notFound('conversation');
  return conversation;
}

/** `state` is the locked row; what the writer does counts on in it, to be stored at the end. */
function createWriter(trx: Transaction<Database>, state: Conversation): ConversationWriter {
  const conversationId = state.id;

  const addEvent = async (type: 'message' | 'status' | 'confirmation', payload: Record<string, unknown>) => {
    state.event_seq += 1;
    await trx
      .insertInto('conversation_events')
      .values({ conversation_id: conversationId, seq: state.event_seq, type, payload: storedJson(payload) })
      .execute();
  };

  const endConfirmations = async (ended: EndedBy) => {
    const open = await trx
      .updateTable('confirmations')
      .set({ status: 'expired', settled_at: sql`now()`, result: storedJson({ ended }) })
      .where('conversation_id', '=', conversationId)
      .where('status', '=', 'pending')
      .returning('id')
      .execute();
    for (const { id } of open) await addEvent('confirmation', { confirmationId: id, status: 'expired' });
  };

  return {
    trx,
    conversation: state,
    async addMessage({ author, text, language, staffId, clientId, body }) {
      const id = randomUUID();
      await trx
        .insertInto('messages')
        .values({
          id,
          conversation_id: conversationId,
          seq: state.next_seq,
          author,
          text,
          language,
          staff_id: staffId ?? null,
          client_id: clientId ?? null,
          ...(body ? { body: storedJson(body) } : {}),
        })
        .execute();
      state.next_seq += 1;
      await addEvent('message', { messageId: id });
      return id;
    },
    async sentBefore(clientId) {
      const sent = await trx
        .selectFrom('messages')
        .select(['id', 'body'])
        .where('conversation_id', '=', conversationId)
        .where('client_id', '=', clientId)
        .executeTakeFirst();
      return sent && { id: sent.id, confirmation: agentBody(sent.body).confirmation };
    },
    endConfirmations,
    async tellConfirmation(confirmationId) {
      const row = await trx
        .selectFrom('confirmations')
        .select('status')
        .where('id', '=', confirmationId)
        .executeTakeFirst();
      if (row) await addEvent('confirmation', { confirmationId, status: row.status });
    },
    async setStatus(status, details = {}) {
      if (status !== 'bot' && !(status === 'human' && state.status === 'human'))
        await endConfirmations(status === 'closed' ? 'closed' : 'person');
      state.status = status;
      await addEvent('status', { status, ...details });
    },
  };
}

/** Stores how far the conversation is now, and tells who listens to it; the desk hears of what is or was its own. */
async function storeState(
  trx: Transaction<Database>,
  before: Conversation,
  { id, status, next_seq, event_seq }: Conversation,
): Promise<void> {
  await trx
    .updateTable('conversations')
    .set({ status, next_seq, event_seq, updated_at: sql`now()` })
    .where('id', '=', id)
    .execute();
  await sql`select pg_notify(${CONVERSATION_CHANNEL}, ${`${id} ${status}`})`.execute(trx);
  const atDesk = [before.status, status].some((one) => one === 'waiting' || one === 'human');
  if (atDesk) await sql`select pg_notify(${DESK_CHANNEL}, ${`${id} ${status}`})`.execute(trx);
}
