import type { Kysely } from 'kysely';
import type { Order } from '../../stores/orders.ts';
import type { Database } from '../../stores/schema.ts';
import { lastChange } from '../ledger.ts';
import { readPaymentMethods } from '../orders/payment-methods.ts';
import type { OrderFacts } from './write-tool.ts';

/** Reads what a write looks at besides the order. */
export type ReadOrderFacts = (customerId: string, order: Order | undefined) => Promise<OrderFacts>;

/** Usable in a transaction too: there it reads what the transaction sees. */
export const orderFactsReader =
  (db: Kysely<Database>): ReadOrderFacts =>
  async (customerId, order) => {
    const ids = [...new Set(order?.items.flatMap((item) => item.product_id ?? []))];
    const customer = await db
      .selectFrom('customers')
      .select(['addresses', 'payment_methods'])
      .where('id', '=', customerId)
      .executeTakeFirst();
    const products =
      ids.length === 0 ? [] : await db.selectFrom('products').selectAll().where('id', 'in', ids).execute();
    return {
      products,
      paymentMethods: readPaymentMethods(customer?.payment_methods),
      addresses: customer?.addresses ?? [],
      lastChange: await lastChange(db, customerId, order?.id),
    };
  };
