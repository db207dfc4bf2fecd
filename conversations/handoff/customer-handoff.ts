import { type Kysely, sql } from 'kysely';
import { conflict } from '../../config/errors.ts';
import { callText, openingOf } from '../../graph/phrases/handoff.ts';
import type { ShopProfile } from '../../graph/shop.ts';
import type { HandoffContact } from '../../stores/handoff-json.ts';
import type { ConversationStatus, Database } from '../../stores/schema.ts';
import { writeConversation } from '../conversation-write.ts';
import { lastLines } from '../last-lines.ts';
import { storable } from '../message-text.ts';
import type { Caller } from '../ports.ts';
import { storedJson } from '../stored-json.ts';
import { handoffSummary } from './handoff-summary.ts';
import { asCustomerWrites, tellCustomer } from './tell-customer.ts';

/** Where a customer stands who waits for a person or talks to one. Times are ISO 8601. */
export interface HandoffView {
  waitingSince: string;
  /** Customers who wait longer; null once somebody has the conversation. */
  ahead: number | null;
  agentName: string | null;
  /** Null: the shop does not say when people answer. */
  open: boolean | null;
  opensAt: string | null;
  /** IANA name of the shop's: times are told in it everywhere. */
  timeZone: string;
  contact: HandoffContact | null;
}

export interface Rating {
  /** 1 (bad) to 5 (good). */
  score: number;
  comment?: string;
}

/** The customer's side of a handoff. Another's conversation answers as a missing one. */
export interface CustomerHandoff {
  request(
    caller: Caller,
    conversationId: string,
    options?: { reason?: string },
  ): Promise<{ status: ConversationStatus }>;
  /** Out of the queue and back to the bot, with what the customer is told; a conflict once a person has the talk. */
  cancel(caller: Caller, conversationId: string): Promise<{ status: ConversationStatus; text?: string }>;
  /** Where to answer if the customer does not want to wait; a conflict when nobody was called. */
  leaveContact(caller: Caller, conversationId: string, contact: HandoffContact): Promise<void>;
  /** Of the talk's last handoff, or of the bot where there was none; given again, the later one counts. */
  rate(caller: Caller, conversationId: string, rating: Rating): Promise<void>;
}

export function createCustomerHandoff(deps: {
  db: Kysely<Database>;
  shop: Pick<ShopProfile, 'openingHours' | 'supportHours' | 'timeZone' | 'calledTexts'>;
  now?: () => Date;
}): CustomerHandoff {
  const { db, shop, now = () => new Date() } = deps;
  const own = (owner: Caller, conversationId: string) => ({ conversationId, owner });

  return {
    request: (caller, conversationId, { reason } = {}) =>
      writeConversation(db, own(caller, conversationId), async ({ trx, conversation, addMessage, setStatus }) => {
        const { status, language } = conversation;
        if (status === 'waiting' || status === 'human') return { status };
        const lines = await lastLines(trx, conversationId);
        const ahead = await countWaiting(trx);
        await trx
          .insertInto('handoffs')
          .values({
            conversation_id: conversationId,
            reason: 'customer_request',
            summary: handoffSummary(lines, language, reason && storable(reason)),
            language,
          })
          .onConflict((conflicting) => conflicting.doNothing())
          .execute();
        const text = await asCustomerWrites(conversation.dialogue, callText(shop, language, now(), ahead));
        await addMessage({ author: 'system', text, language });
        await setStatus('waiting');
        return { status: 'waiting' };
      }),

    cancel: (caller, conversationId) =>
      writeConversation(db, own(caller, conversationId), async (writer) => {
        const { trx, setStatus } = writer;
        const { status } = writer.conversation;
        if (status === 'bot') return { status };
        if (status !== 'waiting') throw conflict('with_person', 'A person has this conversation already.');
        const ended = await trx
          .updateTable('handoffs')
          .set({ status: 'cancelled', ended_at: sql`now()`, ended_by: 'customer' })
          .where('conversation_id', '=', conversationId)
          .where('status', '=', 'waiting')
          .returning('id')
          .execute();
        for (const { id } of ended)
          await trx.insertInto('handoff_steps').values({ handoff_id: id, step: 'cancelled' }).execute();
        const text = await tellCustomer(writer, 'backToBot');
        await setStatus('bot');
        return { status: 'bot', text };
      }),

    leaveContact: (caller, conversationId, contact) =>
      writeConversation(db, own(caller, conversationId), async (writer) => {
        const { trx } = writer;
        const stored = await trx
          .updateTable('handoffs')
          .set({ contact: storedJson(contact) })
          .where('conversation_id', '=', conversationId)
          .where('status', 'in', ['waiting', 'claimed'])
          .returning('id')
          .execute();
        if (stored.length === 0) throw conflict('not_waiting', 'Ask for a person first: POST …/handoff.');
        await tellCustomer(writer, 'contactTaken');
        await writer.setStatus(writer.conversation.status);
      }),

    rate: (caller, conversationId, { score, comment }) =>
      writeConversation(db, own(caller, conversationId), async ({ trx }) => {
        const handoff = await trx
          .selectFrom('handoffs')
          .select('id')
          .where('conversation_id', '=', conversationId)
          .orderBy('requested_at', 'desc')
          .executeTakeFirst();
        const given = {
          score,
          comment: comment === undefined ? null : storable(comment),
          created_at: sql<Date>`now()`,
        };
        await trx
          .deleteFrom('ratings')
          .where('conversation_id', '=', conversationId)
          .where('handoff_id', handoff ? '=' : 'is', handoff?.id ?? null)
          .execute();
        await trx
          .insertInto('ratings')
          .values({ ...given, conversation_id: conversationId, handoff_id: handoff?.id ?? null })
          .execute();
      }),
  };
}

async function countWaiting(db: Kysely<Database>, before?: Date): Promise<number> {
  const { count } = await db
    .selectFrom('handoffs')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('status', '=', 'waiting')
    .$if(before !== undefined, (query) => query.where('requested_at', '<', before ?? new Date()))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The conversation's open handoff as its customer sees it; null when there is none. */
export async function handoffView(
  db: Kysely<Database>,
  shop: Pick<ShopProfile, 'openingHours' | 'timeZone'>,
  conversationId: string,
  now: Date,
): Promise<HandoffView | null> {
  const row = await db
    .selectFrom('handoffs as h')
    .leftJoin('staff as s', 's.id', 'h.claimed_by')
    .select(['h.requested_at', 'h.status', 'h.contact', 's.name'])
    .where('h.conversation_id', '=', conversationId)
    .where('h.status', 'in', ['waiting', 'claimed'])
    .executeTakeFirst();
  if (!row) return null;
  const opening = openingOf(shop, now);
  return {
    waitingSince: row.requested_at.toISOString(),
    ahead: row.status === 'waiting' ? await countWaiting(db, row.requested_at) : null,
    agentName: row.name,
    open: opening?.open ?? null,
    opensAt: opening?.opensAt?.toISOString() ?? null,
    timeZone: shop.timeZone,
    contact: row.contact,
  };
}
