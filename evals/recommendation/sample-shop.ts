import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ShopOfPurchases } from './purchase.ts';

const SHOP = join(import.meta.dirname, '../../data/shop');
const productsSchema = z.array(
  z.object({ id: z.string(), name: z.unknown(), category: z.unknown(), attributes: z.record(z.string(), z.unknown()) }),
);
const ordersSchema = z.array(
  z.object({
    id: z.string(),
    customerId: z.string(),
    placedAt: z.string(),
    items: z.array(z.object({ productId: z.string() })),
  }),
);
const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(SHOP, name), 'utf8'));

/** The shop that comes with Kefu, with every order whatever became of it. */
export async function readSampleShop(): Promise<ShopOfPurchases> {
  const orders = ordersSchema.parse(await read('orders.json'));
  return {
    products: productsSchema.parse(await read('products.json')),
    purchases: orders.map(({ items, ...order }) => ({
      ...order,
      productIds: [...new Set(items.map((item) => item.productId))],
    })),
  };
}
