import { afterAll, beforeAll, expect, it } from 'vitest';
import { withTestDatabase } from '../testing/postgres.ts';
import type { DatabaseHandle } from './database.ts';
import { createPurchaseStore } from './purchases.ts';

let database: DatabaseHandle;
beforeAll(async () => {
  database = await withTestDatabase();
  await database.pool.query(`
    insert into customers (id, name, locale) select c, to_jsonb(c), 'en' from unnest(array['ann', 'bo']) c;
    insert into orders (id, customer_id, status, placed_at, total)
      values ('1', 'ann', 'delivered', now(), 1), ('2', 'bo', 'paid', now(), 1), ('3', 'bo', 'paid', now(), 1);
    insert into order_items (order_id, line, product_id, name, quantity, unit_price)
      values ('1', 1, 'tent', '"t"', 1, 1), ('1', 2, 'pegs', '"p"', 1, 1),
             ('2', 1, 'tent', '"t"', 2, 1), ('3', 1, 'pegs', '"p"', 1, 1)`);
});
afterAll(() => database.close());

const seen = async () => {
  const { buyers, together, bestSold } = await createPurchaseStore(database.db).around(['tent'], { bestSold: 10 });
  return { pegs: together.get('tent')?.get('pegs') ?? 0, tents: buyers.get('tent') ?? 0, bestSold };
};

it('counts customers, not lines, over all of a customer’s orders', async () => {
  expect(await seen()).toEqual({ pegs: 2, tents: 2, bestSold: ['pegs', 'tent'] });
});

it('follows orders that are cancelled, taken up again, changed and removed, and counts nothing twice', async () => {
  await database.pool.query(`update orders set status = 'cancelled' where id = '3'`);
  expect(await seen()).toMatchObject({ pegs: 1, tents: 2 });
  await database.pool.query(`update orders set status = 'paid' where id = '3'`);
  expect(await seen()).toMatchObject({ pegs: 2, tents: 2 });
  await database.pool.query(`update order_items set product_id = 'rope' where order_id = '3'`);
  expect(await seen()).toMatchObject({ pegs: 1, bestSold: ['tent', 'pegs', 'rope'] });
  await database.pool.query(`delete from orders where id = '1'`);
  expect(await seen()).toEqual({ pegs: 0, tents: 1, bestSold: ['rope', 'tent'] });
});
