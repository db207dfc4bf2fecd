import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DatabaseHandle } from '../../stores/database.ts';
import { productSchema, shopSchema } from '../../stores/shop-files/schema.ts';
import { importShop } from '../../stores/shop-files/shop-import.ts';
import { withTestDatabase } from '../../testing/postgres.ts';
import { syncCatalogue } from './sync-catalogue.ts';

const shop = shopSchema.parse({ name: 'Lamps', currency: 'EUR', timeZone: 'Europe/Berlin' });
const lamp = (n: number, watts = 5) =>
  productSchema.parse({ id: `L${n}`, name: `Lamp ${n}`, price: 10 + n, description: `It takes ${watts} W.` });
/** More than are written at a time. */
const COUNT = 450;

let database: DatabaseHandle;
beforeAll(async () => {
  database = await withTestDatabase();
});
afterAll(() => database?.close());

/** Live passages by product, with their revisions. */
async function passages(): Promise<Map<string, { text: string; revision: number }>> {
  const rows = await database.db
    .selectFrom('chunks')
    .select(['source_id', 'text', 'revision'])
    .where('source_kind', '=', 'product')
    .where('live', '=', true)
    .execute();
  return new Map(rows.map(({ source_id, text, revision }) => [source_id, { text, revision: Number(revision) }]));
}

it('finds every product of a large catalogue, what changed as it is now, and nothing of what is gone', async () => {
  const all = Array.from({ length: COUNT }, (_, n) => lamp(n));
  await importShop(database.db, { shop, products: all });
  await syncCatalogue(database.db, { currency: 'EUR' });
  const before = await passages();
  expect(before.size).toBe(COUNT);

  await importShop(
    database.db,
    { products: [lamp(3, 90)] },
    { present: { products: new Set(all.slice(0, 440).map(({ id }) => id)) } },
  );
  await syncCatalogue(database.db, { currency: 'EUR' });
  const after = await passages();
  expect(after.size).toBe(440);
  expect(after.get('L3')?.text).toContain('90 W');
  expect(after.get('L4')).toEqual(before.get('L4'));
  expect(after.has('L445')).toBe(false);
});
