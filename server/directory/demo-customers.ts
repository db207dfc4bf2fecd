import type { Kysely } from 'kysely';
import { localText } from '../../stores/local-text.ts';
import type { Database, Language, LocalText } from '../../stores/schema.ts';
import { readLanguage } from '../language.ts';

export interface DemoCustomer {
  id: string;
  name: string;
  locale: Language;
  /** Newest first. */
  orders: string[];
}

/** The shop's customers as somebody who tries the demo may choose from them. */
export interface DemoCustomers {
  list(): Promise<DemoCustomer[]>;
  find(id: string): Promise<DemoCustomer | undefined>;
}

export function createDemoCustomers(db: Kysely<Database>): DemoCustomers {
  const query = () =>
    db
      .selectFrom('customers')
      .leftJoin('orders', 'orders.customer_id', 'customers.id')
      .select((eb) => [
        'customers.id',
        'customers.name',
        'customers.locale',
        eb.fn
          .agg<string[] | null>('array_agg', ['orders.id'])
          .orderBy('orders.placed_at', 'desc')
          .orderBy('orders.id')
          .filterWhere('orders.id', 'is not', null)
          .as('orders'),
      ])
      .groupBy('customers.id')
      .orderBy('customers.id');
  return {
    async list() {
      return (await query().execute()).map(toDemoCustomer);
    },
    async find(id) {
      const row = await query().where('customers.id', '=', id).executeTakeFirst();
      return row && toDemoCustomer(row);
    },
  };
}

function toDemoCustomer(row: { id: string; name: LocalText; locale: string; orders: string[] | null }): DemoCustomer {
  const locale = readLanguage(row.locale) ?? 'zh';
  return { id: row.id, name: localText(row.name, locale), locale, orders: row.orders ?? [] };
}
