import { type Kysely, sql } from 'kysely';
import type { Database } from './schema.ts';

export interface StockNotice {
  conversationId: string;
  productId: string;
  /** Undefined: any of it. */
  variantId?: string | undefined;
}

/** Who wants to hear that something can be bought again. */
export interface StockNotices {
  /** Asked twice, it is one notice. */
  add(notice: StockNotice): Promise<void>;
  /** Of the conversation's notices, those still open are given up; resolves with how many. */
  giveUp(conversationId: string): Promise<number>;
}

export const createStockNotices = (db: Kysely<Database>): StockNotices => ({
  async add({ conversationId, productId, variantId = '' }) {
    await db
      .insertInto('stock_notices')
      .values({ conversation_id: conversationId, product_id: productId, variant_id: variantId, told_at: null })
      .onConflict((conflict) =>
        conflict.columns(['conversation_id', 'product_id', 'variant_id']).doUpdateSet({ told_at: null }),
      )
      .execute();
  },
  async giveUp(conversationId) {
    const given = await db
      .deleteFrom('stock_notices')
      .where('conversation_id', '=', conversationId)
      .where('told_at', 'is', null)
      .executeTakeFirst();
    return Number(given.numDeletedRows);
  },
});

/** Notices whose product or variant is there again: more than none of it, or no longer counted. */
export async function dueNotices(db: Kysely<Database>, limit: number): Promise<StockNotice[]> {
  const { rows } = await sql<{ conversation_id: string; product_id: string; variant_id: string }>`
    select n.conversation_id, n.product_id, n.variant_id
    from stock_notices n join products p on p.id = n.product_id
    where n.told_at is null and case
      when n.variant_id <> '' or jsonb_array_length(p.variants) > 0 then exists (
        select from jsonb_array_elements(p.variants) v
        where (n.variant_id = '' or v ->> 'id' = n.variant_id) and coalesce((v ->> 'stock')::int, 1) > 0)
      else coalesce(p.stock, 1) > 0 end
    order by n.created_at limit ${limit}`.execute(db);
  return rows.map((row) => ({
    conversationId: row.conversation_id,
    productId: row.product_id,
    ...(row.variant_id === '' ? {} : { variantId: row.variant_id }),
  }));
}
