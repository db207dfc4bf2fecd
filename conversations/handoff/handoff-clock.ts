import { type Kysely, sql } from 'kysely';
import type { Logger } from '../../config/logger.ts';
import { openingOf } from '../../graph/phrases/handoff.ts';
import type { ShopProfile } from '../../graph/shop.ts';
import type { Database } from '../../stores/schema.ts';
import { writeConversation } from '../conversation-write.ts';
import { readDeskSettings } from '../desk/desk-settings.ts';
import { outcomeFollows } from '../desk/outcome-follows.ts';
import { createRounds } from '../rounds.ts';
import { backToQueue } from './back-to-queue.ts';
import { tellCustomer } from './tell-customer.ts';

const EVERY_MS = 10_000;
/** Conversations in one round; the rest have the next. */
const BATCH = 100;

export interface HandoffClock {
  /** One round; tells how many were told to go on waiting and how many went back into the queue. */
  tick(now?: Date): Promise<{ nudged: number; released: number }>;
  stop(): Promise<void>;
}

/**
 * Minds how long customers wait: says so once, with the ways out, and takes a conversation from an agent who went
 * silent. Every process may run it: what is due is looked at again under the conversation's lock.
 */
export function createHandoffClock(deps: {
  db: Kysely<Database>;
  shop: Pick<ShopProfile, 'openingHours' | 'timeZone'>;
  logger: Logger;
}): HandoffClock {
  const { db, shop, logger } = deps;
  let stopped = false;

  const nudge = (conversationId: string, before: Date) =>
    writeConversation(db, { conversationId }, async (writer) => {
      const { trx } = writer;
      const told = await trx
        .updateTable('handoffs')
        .set({ nudged_at: sql`now()` })
        .where('conversation_id', '=', conversationId)
        .where('status', '=', 'waiting')
        .where('nudged_at', 'is', null)
        .where('requested_at', '<', before)
        .returning('id')
        .execute();
      for (const { id } of told) {
        await trx.insertInto('handoff_steps').values({ handoff_id: id, step: 'nudged' }).execute();
        await tellCustomer(writer, 'takesLonger');
      }
      return told.length;
    });

  const release = (conversationId: string, before: Date) =>
    writeConversation(db, { conversationId }, async (writer) => {
      const [silent] = await silentClaims(writer.trx, before, conversationId);
      if (!silent) return 0;
      await backToQueue(writer, { id: silent.id, staffId: silent.claimed_by, renewed: true });
      return 1;
    });

  const each = async (ids: string[], work: (id: string) => Promise<number>) => {
    let count = 0;
    for (const id of ids) if (!stopped) count += await work(id);
    return count;
  };

  const tick = async (now = new Date()) => {
    const { nudgeAfter, releaseAfter } = await readDeskSettings(db);
    // At night nobody has to be told that it takes longer: the first message said when people answer.
    const open = openingOf(shop, now)?.open ?? true;
    let [nudged, released] = [0, 0];
    if (nudgeAfter !== null && open) {
      const before = minutesBefore(now, nudgeAfter);
      const due = await db
        .selectFrom('handoffs')
        .select('conversation_id')
        .where('status', '=', 'waiting')
        .where('nudged_at', 'is', null)
        .where('requested_at', '<', before)
        .limit(BATCH)
        .execute();
      nudged = await each(
        due.map((row) => row.conversation_id),
        (id) => nudge(id, before),
      );
    }
    if (releaseAfter !== null) {
      const before = minutesBefore(now, releaseAfter);
      const due = await silentClaims(db, before);
      released = await each(
        due.map((row) => row.conversation_id),
        (id) => release(id, before),
      );
    }
    return { nudged, released };
  };

  const rounds = createRounds({
    everyMs: EVERY_MS,
    round: () => tick(),
    onFault: (error) => logger.warn({ err: error }, 'waiting handoffs could not be looked at'),
  });
  return {
    tick,
    stop() {
      stopped = true;
      return rounds.stop();
    },
  };
}

const minutesBefore = (now: Date, minutes: number) => new Date(now.getTime() - minutes * 60_000);

/** Claimed handoffs whose customer wrote last, or never got a word, and has waited since before the given time. */
const silentClaims = (db: Kysely<Database>, before: Date, conversationId?: string) =>
  db
    .selectFrom('handoffs as h')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('messages as m')
          .select(['m.author', 'm.created_at'])
          .whereRef('m.conversation_id', '=', 'h.conversation_id')
          .where('m.author', 'in', ['customer', 'agent'])
          .where(sql<boolean>`not ${outcomeFollows}`)
          .orderBy('m.seq', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .select(['h.id', 'h.conversation_id', 'h.claimed_by'])
    .where('h.status', '=', 'claimed')
    .where('h.claimed_at', '<', before)
    .where('last.author', '=', 'customer')
    .where('last.created_at', '<', before)
    .$if(conversationId !== undefined, (query) => query.where('h.conversation_id', '=', conversationId ?? ''))
    .limit(BATCH)
    .execute();
