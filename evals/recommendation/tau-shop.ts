import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Purchase } from './purchase.ts';

const fileSchema = z.object({
  users: z.record(z.string(), z.object({ orders: z.array(z.string()) })),
  orders: z.record(z.string(), z.object({ items: z.array(z.object({ product_id: z.string() })) })),
  products: z.record(z.string(), z.object({ name: z.string() })),
});

/** The benchmark's shop: its orders have no dates, so that a user's list is taken to be in their order. */
export async function readTauShop(datasetsDir: string) {
  const file = fileSchema.parse(JSON.parse(await readFile(join(datasetsDir, 'tau2-retail/db.json'), 'utf8')));
  const purchases: Purchase[] = Object.entries(file.users).flatMap(([customerId, user]) =>
    user.orders.map((id, place) => ({
      id,
      customerId,
      placedAt: new Date(Date.UTC(2026, 0, 1 + place)).toISOString(),
      productIds: [...new Set(file.orders[id]?.items.map((item) => item.product_id))],
    })),
  );
  const products = Object.entries(file.products).map(([id, { name }]) => ({ id, name, category: '', attributes: {} }));
  return { products, purchases };
}
