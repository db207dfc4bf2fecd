import { type Kysely, sql } from 'kysely';
import type { Database } from './schema.ts';

/** Changed customers that are counted before a read; what is left waits for the next one. */
const COUNTED_A_READ = 200;
const COUNTED_AT_ONCE = 5_000;
/** Partners read of each product. */
const PARTNERS = 100;

/** How many customers bought a product, and which others the same customers bought. */
export interface Purchases {
  buyers: Map<string, number>;
  /** From a product that was asked for to its partners. */
  together: Map<string, Map<string, number>>;
  /** Best sold first. */
  bestSold: string[];
}

export interface PurchaseStore {
  /** Partners of `anchors`, the shop's best sellers, and the buyers of all of these. */
  around(anchors: readonly string[], options: { bestSold: number }): Promise<Purchases>;
}

/** Counts every customer whose orders changed; after an import. */
export async function countAllPurchases(db: Kysely<Database>): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ n: number }>`select count_purchases(${COUNTED_AT_ONCE}) as n`.execute(db);
    if ((rows[0]?.n ?? 0) < COUNTED_AT_ONCE) return;
  }
}

/** Reads the counts of migration 035, which are brought up to date first. */
export function createPurchaseStore(db: Kysely<Database>): PurchaseStore {
  return {
    async around(anchors, { bestSold: most }) {
      await sql`select count_purchases(${COUNTED_A_READ})`.execute(db);
      const [pairs, best] = await Promise.all([
        sql<{ left_id: string; right_id: string; buyers: number }>`
          select pair.left_id, pair.right_id, pair.buyers
          from unnest(${[...anchors]}::text[]) as anchor (id)
          cross join lateral (
            select * from product_pairs where left_id = anchor.id order by buyers desc limit ${PARTNERS}
          ) pair`.execute(db),
        db
          .selectFrom('product_buyers')
          .selectAll()
          .where('buyers', '>', 0)
          .orderBy('buyers', 'desc')
          .orderBy('product_id')
          .limit(most)
          .execute(),
      ]);
      const together = new Map<string, Map<string, number>>();
      for (const { left_id, right_id, buyers } of pairs.rows) {
        const partners = together.get(left_id) ?? new Map<string, number>();
        together.set(left_id, partners.set(right_id, buyers));
      }
      const named = [...new Set([...anchors, ...pairs.rows.map((pair) => pair.right_id)])];
      const counted =
        named.length === 0
          ? []
          : await db.selectFrom('product_buyers').selectAll().where('product_id', 'in', named).execute();
      return {
        buyers: new Map([...best, ...counted].map((row) => [row.product_id, row.buyers])),
        together,
        bestSold: best.map((row) => row.product_id),
      };
    },
  };
}
