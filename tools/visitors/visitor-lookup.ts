import { randomInt } from 'node:crypto';
import type { Kysely } from 'kysely';
import { NORMAL_ORDER_ID, normaliseOrderId, type Order, ordersOf } from '../../stores/orders.ts';
import type { Database, Language } from '../../stores/schema.ts';
import { matchesContact } from './match-contact.ts';
import { hashed, mayTry } from './may-try.ts';
import { forVisitor, type VisitorOrder } from './visitor-order.ts';

/** Brings a one-time code to the contact of an order. */
export type SendCode = (message: { to: string; code: string; language: Language }) => Promise<void>;

export type LookedUp =
  | { outcome: 'order'; order: VisitorOrder }
  /** Wrong and unknown are the same. */
  | { outcome: 'none' | 'too_often' | 'code_sent' | 'wrong_code' };

/** Lets a visitor see one order; see {@link createVisitorLookup}. */
export interface VisitorLookup {
  lookUp(asked: {
    visitorId: string;
    orderId: string;
    contact: string;
    language: Language;
    now: Date;
  }): Promise<LookedUp>;
  enterCode(asked: { visitorId: string; code: string; language: Language; now: Date }): Promise<LookedUp>;
  /** The order that this visitor may see at the moment. */
  current(asked: { visitorId: string; language: Language; now: Date }): Promise<VisitorOrder | undefined>;
}

const CODE_MS = 10 * 60_000;
const SEEN_MS = 30 * 60_000;
const CODE_TRIES = 5;

/**
 * One order by its number and the phone or e-mail it was placed with, and a one-time code where codes can be sent.
 * Tries are counted; a number that does not exist, another's, and a wrong contact are answered alike.
 */
export function createVisitorLookup(deps: { db: Kysely<Database>; sendCode: SendCode | undefined }): VisitorLookup {
  const { db, sendCode } = deps;

  async function matching(orderId: string, contact: string): Promise<Order | undefined> {
    const rows = await db
      .selectFrom('orders')
      .innerJoin('customers', 'customers.id', 'orders.customer_id')
      .select(['orders.id', 'orders.customer_id', 'orders.shipping_address', 'customers.phone', 'customers.email'])
      .where(NORMAL_ORDER_ID, '=', normaliseOrderId(orderId))
      .limit(2)
      .execute();
    const row = rows.find((one) => matchesContact(contact, { ...one, shippingAddress: one.shipping_address }));
    return row && ordersOf(db, row.customer_id, { orderIds: [row.id], limit: 1 }).executeTakeFirst();
  }

  async function shown(orderId: string, language: Language): Promise<VisitorOrder | undefined> {
    const owner = await db
      .selectFrom('orders')
      .innerJoin('customers', 'customers.id', 'orders.customer_id')
      .select(['customer_id', 'customers.name', 'customers.phone', 'customers.email'])
      .where('orders.id', '=', orderId)
      .executeTakeFirst();
    const order =
      owner && (await ordersOf(db, owner.customer_id, { orderIds: [orderId], limit: 1 }).executeTakeFirst());
    return order && forVisitor(order, owner, language);
  }

  const keep = (
    visitorId: string,
    row: { order_id: string | null; code_hash: string | null; verified: boolean; expires_at: Date },
    now: Date,
  ) => {
    const values = { ...row, code_sent_at: row.code_hash === null ? null : now, code_tries: 0 };
    return db
      .insertInto('visitor_lookups')
      .values({ visitor_id: visitorId, ...values })
      .onConflict((conflict) => conflict.column('visitor_id').doUpdateSet(values))
      .execute();
  };

  return {
    async lookUp({ visitorId, orderId, contact, language, now }) {
      const tried = { visitor: visitorId, order: normaliseOrderId(orderId), contact: contact.toLowerCase() };
      if (!(await mayTry(db, tried, now))) return { outcome: 'too_often' };
      const order = await matching(orderId, contact);
      if (sendCode) {
        const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
        const expires = new Date(now.getTime() + CODE_MS);
        await keep(
          visitorId,
          {
            order_id: order?.id ?? null,
            code_hash: hashed(`${visitorId}:${code}`),
            verified: false,
            expires_at: expires,
          },
          now,
        );
        // Not waited for: how long it takes would tell whether the order exists. The adapter logs its own failures.
        if (order) void sendCode({ to: contact, code, language });
        return { outcome: 'code_sent' };
      }
      if (!order) return { outcome: 'none' };
      await keep(
        visitorId,
        { order_id: order.id, code_hash: null, verified: true, expires_at: new Date(now.getTime() + SEEN_MS) },
        now,
      );
      const seen = await shown(order.id, language);
      return seen ? { outcome: 'order', order: seen } : { outcome: 'none' };
    },

    async enterCode({ visitorId, code, language, now }) {
      const row = await db
        .updateTable('visitor_lookups')
        .set((eb) => ({ code_tries: eb('code_tries', '+', 1) }))
        .where('visitor_id', '=', visitorId)
        .where('verified', '=', false)
        .where('expires_at', '>', now)
        .where('code_tries', '<', CODE_TRIES)
        .returning(['order_id', 'code_hash'])
        .executeTakeFirst();
      if (!row?.order_id || row.code_hash !== hashed(`${visitorId}:${code}`)) return { outcome: 'wrong_code' };
      await keep(
        visitorId,
        { order_id: row.order_id, code_hash: null, verified: true, expires_at: new Date(now.getTime() + SEEN_MS) },
        now,
      );
      const seen = await shown(row.order_id, language);
      return seen ? { outcome: 'order', order: seen } : { outcome: 'none' };
    },

    async current({ visitorId, language, now }) {
      const row = await db
        .selectFrom('visitor_lookups')
        .select('order_id')
        .where('visitor_id', '=', visitorId)
        .where('verified', '=', true)
        .where('expires_at', '>', now)
        .executeTakeFirst();
      return row?.order_id ? shown(row.order_id, language) : undefined;
    },
  };
}
