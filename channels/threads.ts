import { type Kysely, sql } from 'kysely';
import { citationSchema } from '../graph/turn-result.ts';
import type { Database } from '../stores/schema.ts';
import type { OutgoingMessage } from './channel.ts';
import { plainText } from './plain-text.ts';

/** A message that waits to be handed to its channel; `seq` is its place in the conversation. */
export interface Undelivered extends OutgoingMessage {
  seq: number;
}

export interface DueThread {
  conversationId: string;
  channel: string;
  personId: string;
  failed: number;
}

const BATCH = 20;
const MOST_DUE = 200;

/** The people of the channels and how far each was answered. */
export interface ChannelThreads {
  /** Makes sure that the person has a thread; with `holdMs` nothing is sent to them for so long. */
  open(thread: Omit<DueThread, 'failed'>, holdMs: number): Promise<void>;
  /** The answer to the channel's own request carried this reply: true when nothing else came before it. */
  carried(conversationId: string, replyId: string): Promise<boolean>;
  /** Ends a hold. */
  letGo(conversationId: string): Promise<void>;
  /** Threads with something to send, that are neither held nor resting after a failure. */
  due(conversationId?: string): Promise<DueThread[]>;
  /** Oldest first. */
  undelivered(thread: DueThread): Promise<Undelivered[]>;
  delivered(conversationId: string, seq: number): Promise<void>;
  failed(conversationId: string, options: { restMs: number; reason: string }): Promise<void>;
}

export function createChannelThreads(db: Kysely<Database>): ChannelThreads {
  const set = (conversationId: string, values: Record<string, unknown>) =>
    db.updateTable('channel_threads').set(values).where('conversation_id', '=', conversationId).execute();

  return {
    async open({ conversationId, channel, personId }, holdMs) {
      const hold = holdMs > 0 ? { hold_until: sql<Date>`now() + ${holdMs} * interval '1 millisecond'` } : {};
      await db
        .insertInto('channel_threads')
        .values({ conversation_id: conversationId, channel, person_id: personId, ...hold })
        .onConflict((conflict) => conflict.column('conversation_id').doUpdateSet({ channel, ...hold }))
        .execute();
    },

    async carried(conversationId, replyId) {
      const { numAffectedRows = 0n } = await sql`
        update channel_threads t set delivered_seq = m.seq, hold_until = null
        from messages m
        where t.conversation_id = ${conversationId} and m.id = ${replyId} and m.seq >= t.delivered_seq
          and not exists (
            select from messages before
            where before.conversation_id = t.conversation_id and before.author <> 'customer'
              and before.seq > t.delivered_seq and before.seq < m.seq
          )`.execute(db);
      return numAffectedRows > 0n;
    },

    letGo: async (conversationId) => void (await set(conversationId, { hold_until: null })),

    due: (conversationId) =>
      db
        .selectFrom('channel_threads as t')
        .select(['t.conversation_id as conversationId', 't.channel', 't.person_id as personId', 't.failed'])
        .where('t.due_at', '<=', sql<Date>`now()`)
        .where((eb) => eb.or([eb('t.hold_until', 'is', null), eb('t.hold_until', '<', sql<Date>`now()`)]))
        .where((eb) =>
          eb.exists(
            eb
              .selectFrom('messages as m')
              .select('m.id')
              .whereRef('m.conversation_id', '=', 't.conversation_id')
              .whereRef('m.seq', '>', 't.delivered_seq')
              .where('m.author', '<>', 'customer'),
          ),
        )
        .$if(conversationId !== undefined, (query) => query.where('t.conversation_id', '=', conversationId ?? ''))
        .orderBy('t.due_at')
        .limit(MOST_DUE)
        .execute(),

    async undelivered({ conversationId, personId }) {
      const rows = await db
        .selectFrom('messages as m')
        .innerJoin('channel_threads as t', 't.conversation_id', 'm.conversation_id')
        .innerJoin('conversations as c', 'c.id', 'm.conversation_id')
        .leftJoin('staff as s', 's.id', 'm.staff_id')
        .select(['m.id', 'm.seq', 'm.author', 'm.text', 'm.created_at', 'm.body', 's.name', 'm.language'])
        .select('c.language as talk_language')
        .where('m.conversation_id', '=', conversationId)
        .whereRef('m.seq', '>', 't.delivered_seq')
        .where('m.author', '<>', 'customer')
        .orderBy('m.seq')
        .limit(BATCH)
        .execute();
      return rows.flatMap(({ id, seq, author, text, created_at, body, name, language, talk_language }) => {
        if (author === 'customer') return [];
        const citations = citationSchema.array().safeParse(body.citations).data ?? [];
        return [
          {
            id,
            seq,
            conversationId,
            personId,
            author,
            agentName: name,
            text: plainText(text, citations, language ?? talk_language),
            createdAt: created_at.toISOString(),
          },
        ];
      });
    },

    delivered: async (conversationId, seq) =>
      void (await set(conversationId, { delivered_seq: seq, failed: 0, last_error: null, due_at: sql`now()` })),

    failed: async (conversationId, { restMs, reason }) =>
      void (await set(conversationId, {
        failed: sql`failed + 1`,
        last_error: reason.slice(0, 500),
        due_at: sql`now() + ${restMs} * interval '1 millisecond'`,
      })),
  };
}
