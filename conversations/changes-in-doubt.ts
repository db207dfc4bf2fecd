import { type Kysely, sql } from 'kysely';
import type { Logger } from '../config/logger.ts';
import { orderPhrases } from '../graph/phrases/orders.ts';
import { settledText } from '../graph/phrases/settled.ts';
import type { Database, Language } from '../stores/schema.ts';
import type { ConfirmationSettler } from '../tools/settle-confirmation.ts';
import { writeConversation } from './conversation-write.ts';
import { asCustomerWrites } from './handoff/tell-customer.ts';
import { createRounds } from './rounds.ts';

const EVERY_MS = 20_000;
/** A turn that is at it, or is taken up again after a crash, comes first. */
const LEFT_ALONE_MS = 45_000;
/** After a day it is for people: the row stays as it is. */
const GIVEN_UP_MS = 24 * 3_600_000;
const BATCH = 20;

export interface DoubtClock {
  /** One round; tells how many were answered by the shop's system. */
  tick(now?: Date): Promise<number>;
  stop(): Promise<void>;
}

/**
 * Asks the shop's own system again for changes that it was asked to make and never answered, with the same key, and
 * tells the customer how it ended. Every process may run it: a change is settled under its row's lock, and told by the
 * one that settled it.
 */
export function createDoubtClock(deps: {
  db: Kysely<Database>;
  settler: ConfirmationSettler;
  shop: { currency: string; timeZone: string };
  logger: Logger;
}): DoubtClock {
  const { db, settler, shop, logger } = deps;
  let stopped = false;

  async function clear(change: ChangeInDoubt, now: Date): Promise<boolean> {
    const { id: confirmationId, conversationId, customerId, language, actor } = change;
    const settled = await settler.settle({
      confirmationId,
      conversationId,
      customerId,
      approve: true,
      now,
      view: { language, currency: shop.currency, timeZone: shop.timeZone },
    });
    if (settled.outcome === 'unavailable' ? !settled.refused : settled.outcome !== 'done' || settled.repeated)
      return false;
    logger.info({ confirmationId, outcome: settled.outcome, actor }, 'the shop’s system answered at last');
    const text = await asCustomerWrites(
      change.dialogue,
      orderPhrases(language).answeredLate(settledText(settled, language)),
    );
    await writeConversation(db, { conversationId }, async (writer) => {
      await writer.addMessage({ author: 'system', text, language });
      await writer.tellConfirmation(confirmationId);
    });
    return true;
  }

  const tick = async (now = new Date()) => {
    let count = 0;
    for (const change of await changesInDoubt(db, now)) if (!stopped && (await clear(change, now))) count += 1;
    return count;
  };
  const rounds = createRounds({
    everyMs: EVERY_MS,
    round: () => tick(),
    onFault: (error) => logger.warn({ err: error }, 'changes in doubt could not be looked at'),
  });
  return {
    tick,
    stop() {
      stopped = true;
      return rounds.stop();
    },
  };
}

interface ChangeInDoubt {
  id: string;
  conversationId: string;
  customerId: string;
  language: Language;
  dialogue: unknown;
  actor: string;
}

/** The oldest first; one that waits for a person at the desk is theirs to settle. */
const changesInDoubt = (db: Kysely<Database>, now: Date): Promise<ChangeInDoubt[]> =>
  db
    .selectFrom('confirmations as f')
    .innerJoin('conversations as c', 'c.id', 'f.conversation_id')
    .select(['f.id', 'f.conversation_id as conversationId', 'f.customer_id as customerId', 'c.language', 'c.dialogue'])
    .select(sql<string>`f.intent ->> 'actor'`.as('actor'))
    .where('f.intent', 'is not', null)
    .where(sql<boolean>`f.intent -> 'withdrawn' is null`)
    .where('f.status', '=', 'approved')
    .where(sql<Date>`(f.intent ->> 'at')::timestamptz`, '<', new Date(now.getTime() - LEFT_ALONE_MS))
    .where(sql<Date>`(f.intent ->> 'at')::timestamptz`, '>', new Date(now.getTime() - GIVEN_UP_MS))
    .orderBy(sql`f.intent ->> 'at'`)
    .limit(BATCH)
    .execute();
