import { type Kysely, sql } from 'kysely';
import type { Logger } from '../config/logger.ts';
import { restockPhrases } from '../graph/phrases/restock.ts';
import type { Notifications } from '../stores/notifications.ts';
import type { Database } from '../stores/schema.ts';
import { dueNotices, type StockNotice } from '../stores/stock-notices.ts';
import { nameWithOptions } from '../tools/products/product-view.ts';
import { writeConversation } from './conversation-write.ts';

const ROUND = 200;

export interface StockWatch {
  /** Tells everybody whose wish is there again; resolves with how many were told. */
  tick(): Promise<number>;
  stop(): Promise<void>;
}

/**
 * Tells customers in their conversation, and so over their channel, that what they waited for can be bought again.
 * Looks when the shop was taken in anew. Every process may: a notice is told under its conversation's lock, once.
 */
export function createStockWatch(deps: {
  db: Kysely<Database>;
  notifications: Pick<Notifications, 'subscribe'>;
  logger: Logger;
}): StockWatch {
  const { db, logger } = deps;

  const tell = (notice: StockNotice) =>
    writeConversation(db, { conversationId: notice.conversationId }, async ({ trx, conversation, addMessage }) => {
      const told = await trx
        .updateTable('stock_notices')
        .set({ told_at: sql`now()` })
        .where('conversation_id', '=', notice.conversationId)
        .where('product_id', '=', notice.productId)
        .where('variant_id', '=', notice.variantId ?? '')
        .where('told_at', 'is', null)
        .executeTakeFirst();
      const product = await trx
        .selectFrom('products')
        .select(['name', 'variants'])
        .where('id', '=', notice.productId)
        .executeTakeFirst();
      if (told.numUpdatedRows === 0n || !product) return 0;
      const { language } = conversation;
      const variant = product.variants.find(({ id }) => id === notice.variantId);
      const name = nameWithOptions(product, variant, language);
      await addMessage({ author: 'system', text: restockPhrases(language).back(name), language });
      return 1;
    });

  const tick = async () => {
    let count = 0;
    for (const notice of await dueNotices(db, ROUND)) count += await tell(notice);
    return count;
  };
  let round: Promise<unknown> = Promise.resolve();
  const unsubscribe = deps.notifications.subscribe('kefu_shop', () => {
    round = round.then(tick).catch((error: unknown) => logger.warn({ err: error }, 'stock notices could not be told'));
  });
  return {
    tick,
    async stop() {
      unsubscribe();
      await round;
    },
  };
}
