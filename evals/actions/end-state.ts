import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../stores/schema.ts';
import type { BenchAction } from './bench-action.ts';
import type { RetailDatabase } from './retail-data.ts';

/** What is compared: of every order and customer what a change could touch, in an order of its own. */
export type EndState = Map<string, string>;

interface OrderState {
  status: string;
  variants: string[];
  address: unknown;
  reason: unknown;
  exchanges: string[];
  returns: string[];
}

const listOf = <T extends z.ZodType>(schema: T) => z.array(schema).catch([]);
const extraSchema = z.looseObject({
  cancelReason: z.string().optional(),
  exchanges: listOf(
    z.object({
      items: z.array(z.object({ variantId: z.string(), toVariantId: z.string() })),
      paymentMethodId: z.string().nullable(),
    }),
  ),
  returns: listOf(z.object({ items: z.array(z.object({ variantId: z.string() })), refundTo: z.string().nullable() })),
});

const text = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part)
            .filter(([, one]) => one !== '')
            .sort(([a], [b]) => a.localeCompare(b)),
        )
      : part,
  );
const swapText = (items: Array<{ variantId: string; toVariantId: string }>, method: unknown) =>
  text([items.map((item) => `${item.variantId}>${item.toVariantId}`).sort(), method]);
const returnText = (items: Array<{ variantId: string }>, method: unknown) =>
  text([items.map((item) => item.variantId).sort(), method]);

/** An address compares as its words, whether it was told in parts or in one line. */
const addressWords = (address: unknown): string => {
  const parts = z.record(z.string(), z.unknown()).safeParse(address);
  const { line, line2, city, province, postcode, country } = parts.success ? parts.data : {};
  return (
    [line, line2, city, province, postcode, country]
      .join(' ')
      .toLowerCase()
      .match(/[a-z0-9]+/g)
      ?.join(' ') ?? ''
  );
};

const orderKey = (id: string) => `order ${id}`;
const customerKey = (id: string) => `customer ${id}`;

async function readOrders(db: Kysely<Database>): Promise<Map<string, OrderState>> {
  const [orders, items] = await Promise.all([
    db.selectFrom('orders').select(['id', 'status', 'shipping_address', 'extra']).execute(),
    db.selectFrom('order_items').select(['order_id', 'variant_id']).execute(),
  ]);
  const lines = Map.groupBy(items, ({ order_id }) => order_id);
  return new Map(
    orders.map(({ id, status, shipping_address, extra }) => {
      const { cancelReason, exchanges, returns } = extraSchema.parse(extra);
      const state: OrderState = {
        status,
        variants: (lines.get(id) ?? []).map(({ variant_id }) => variant_id ?? '').sort(),
        address: addressWords(shipping_address),
        reason: cancelReason,
        exchanges: exchanges.map((one) => swapText(one.items, one.paymentMethodId)).sort(),
        returns: returns.map((one) => returnText(one.items, one.refundTo)).sort(),
      };
      return [id, state];
    }),
  );
}

const readCustomers = (db: Kysely<Database>) => db.selectFrom('customers').select(['id', 'addresses']).execute();

/** The state as it stands. */
export async function readState(db: Kysely<Database>): Promise<EndState> {
  const [orders, customers] = await Promise.all([readOrders(db), readCustomers(db)]);
  return new Map([
    ...[...orders].map(([id, state]) => [orderKey(id), text(state)] as const),
    ...customers.map(({ id, addresses }) => [customerKey(id), text(addresses.map(addressWords))] as const),
  ]);
}

const swapArgs = z.object({
  items: z.array(z.object({ variantId: z.string(), toVariantId: z.string() })),
  paymentMethodId: z.string(),
});
const returnArgs = z.object({ items: z.array(z.object({ variantId: z.string() })), refundTo: z.string() });

/** The bench refuses a gift card that does not hold the difference: such a call changes nothing there. */
function unpayable(data: RetailDatabase, customerId: string, orderId: string, args: Record<string, unknown>): boolean {
  const swaps = swapArgs.safeParse(args);
  if (!swaps.success) return false;
  const prices = new Map(
    Object.values(data.products).flatMap(({ variants }) =>
      Object.values(variants).map((one) => [one.item_id, one.price]),
    ),
  );
  const paid = new Map(data.orders[orderId]?.items.map(({ item_id, price }) => [item_id, price]));
  const difference = swaps.data.items.reduce(
    (sum, item) => sum + (prices.get(item.toVariantId) ?? 0) - (paid.get(item.variantId) ?? 0),
    0,
  );
  const balance = data.users[customerId]?.payment_methods[swaps.data.paymentMethodId]?.balance;
  return balance !== undefined && balance < difference;
}

/** The state that a task must lead to: the bench's calls done to the state before, without any tool of ours. */
export async function expectedState(
  db: Kysely<Database>,
  customerId: string,
  actions: readonly BenchAction[],
  data: RetailDatabase,
): Promise<EndState> {
  const orders = await readOrders(db);
  const customers = new Map((await readCustomers(db)).map(({ id, addresses }) => [id, addresses]));
  for (const { action, orderId, args } of actions) {
    if (orderId === null) {
      customers.set(customerId, [args.address, ...(customers.get(customerId) ?? []).slice(1)]);
      continue;
    }
    const order = orders.get(orderId);
    if (unpayable(data, customerId, orderId, args)) continue;
    if (!order) throw new Error(`The bench names an order that it does not have: ${orderId}`);
    if (action === 'cancel_order') Object.assign(order, { status: 'cancelled', reason: args.reason });
    if (action === 'change_address') order.address = addressWords(args.address);
    if (action === 'return_order') {
      const { items, refundTo } = returnArgs.parse(args);
      order.returns.push(returnText(items, refundTo));
    }
    if (action === 'exchange_order') {
      const { items, paymentMethodId } = swapArgs.parse(args);
      order.exchanges.push(swapText(items, paymentMethodId));
    }
    if (action === 'change_items') {
      for (const { variantId, toVariantId } of swapArgs.parse(args).items)
        order.variants.splice(order.variants.indexOf(variantId), 1, toVariantId);
      order.variants.sort();
    }
  }
  return new Map([
    ...[...orders].map(([id, state]) => [orderKey(id), text(state)] as const),
    ...[...customers].map(([id, addresses]) => [customerKey(id), text(addresses.map(addressWords))] as const),
  ]);
}

/** What differs, by its names; empty: nothing. */
export const differences = (wanted: EndState, found: EndState): string[] =>
  [...new Set([...wanted.keys(), ...found.keys()])].filter((key) => wanted.get(key) !== found.get(key));
