import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../stores/schema.ts';
import type { BenchAction } from './bench-action.ts';
import { returnArgs, swapArgs } from './goal.ts';

/** What is compared: of every order and customer what a change could touch, in an order of its own. */
export type EndState = Map<string, string>;

interface OrderState {
  status: string;
  variants: string[];
  address: unknown;
  reason: unknown;
  exchanges: string[];
  returns: string[];
  urged: boolean;
  invoiceTitle: string | null;
  priceProtected: boolean;
  /** What goes back to the account that the order was paid from, in the shop's currency. */
  refunds: number;
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
  urgedAt: z.string().optional(),
  priceProtection: z.unknown().optional(),
});
const titleSchema = z.object({ title: z.string() });
const refundSchema = z.object({ amount: z.number(), status: z.enum(['requested', 'processing']) });
const paidWithSchema = z.object({ kind: z.literal('gift_card') });

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
  text([items.map((item) => `${item.variantId}>${item.toVariantId}`).sort(), method ?? null]);
const returnText = (variantIds: string[], method: unknown) => text([variantIds.toSorted(), method ?? null]);

/** An address compares as its words, whether it was told in parts or in one line. */
const addressWords = (address: unknown): string => {
  const parts = z.record(z.string(), z.unknown()).safeParse(typeof address === 'string' ? { line: address } : address);
  const { line, line2, district, city, province, postcode, country } = parts.success ? parts.data : {};
  return (
    [line, line2, district, city, province, postcode, country]
      .join(' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  );
};

const orderKey = (id: string) => `order ${id}`;
const customerKey = (id: string) => `customer ${id}`;
const refundsKey = (id: string) => `refunds of ${id}`;

interface Orders {
  states: Map<string, OrderState>;
  owners: Map<string, string>;
}

async function readOrders(db: Kysely<Database>): Promise<Orders> {
  const [orders, items] = await Promise.all([
    db
      .selectFrom('orders')
      .select(['id', 'customer_id', 'status', 'shipping_address', 'extra', 'invoices', 'refunds', 'payments'])
      .execute(),
    db.selectFrom('order_items').select(['order_id', 'variant_id']).execute(),
  ]);
  const lines = Map.groupBy(items, ({ order_id }) => order_id);
  const states = orders.map(({ id, status, shipping_address, extra, invoices, refunds, payments }) => {
    const { cancelReason, exchanges, returns, urgedAt, priceProtection } = extraSchema.parse(extra);
    const title = titleSchema.safeParse(invoices.at(-1));
    const state: OrderState = {
      status,
      variants: (lines.get(id) ?? []).map(({ variant_id }) => variant_id ?? '').sort(),
      address: addressWords(shipping_address),
      reason: cancelReason,
      exchanges: exchanges.map((one) => swapText(one.items, one.paymentMethodId)).sort(),
      returns: returns
        .map((one) =>
          returnText(
            one.items.map(({ variantId }) => variantId),
            one.refundTo,
          ),
        )
        .sort(),
      urged: urgedAt !== undefined,
      invoiceTitle: title.success ? title.data.title : null,
      priceProtected: priceProtection !== undefined,
      refunds: payments.some((one) => paidWithSchema.safeParse(one).success)
        ? refunds.reduce<number>((sum, one) => sum + (refundSchema.safeParse(one).data?.amount ?? 0), 0)
        : 0,
    };
    return [id, state] as const;
  });
  return { states: new Map(states), owners: new Map(orders.map(({ id, customer_id }) => [id, customer_id])) };
}

const readCustomers = (db: Kysely<Database>) => db.selectFrom('customers').select(['id', 'addresses']).execute();

/** Refunds compare as each customer's sum: a bench books them apart from what they are for. */
function endState(
  states: Map<string, OrderState>,
  customers: Map<string, unknown[]>,
  sums: Map<string, number>,
): EndState {
  return new Map([
    ...[...states].map(([id, { refunds: _, ...state }]) => [orderKey(id), text(state)] as const),
    ...[...customers].map(([id, addresses]) => [customerKey(id), text(addresses.map(addressWords))] as const),
    ...[...sums].map(([id, sum]) => [refundsKey(id), sum.toFixed(2)] as const),
  ]);
}

/** The state as it stands; with the sums of refunds of those customers of whom they are compared. */
export async function readState(db: Kysely<Database>, refundsOf: readonly string[] = []): Promise<EndState> {
  const [{ states, owners }, customers] = await Promise.all([readOrders(db), readCustomers(db)]);
  const sums = new Map(refundsOf.map((id) => [id, 0]));
  for (const [id, { refunds }] of states) {
    const owner = owners.get(id) ?? '';
    const sum = sums.get(owner);
    if (sum !== undefined) sums.set(owner, sum + refunds);
  }
  return endState(states, new Map(customers.map(({ id, addresses }) => [id, addresses])), sums);
}

/** Whose refunds a task tells of. */
export const refundsIn = (customerId: string, actions: readonly BenchAction[]): string[] =>
  actions.some(({ action }) => action === 'refund') ? [customerId] : [];

/** The state that a task must lead to: the bench's calls done to the state before, without any tool of ours. */
export async function expectedState(
  db: Kysely<Database>,
  customerId: string,
  actions: readonly BenchAction[],
): Promise<EndState> {
  const { states: orders } = await readOrders(db);
  const customers = new Map((await readCustomers(db)).map(({ id, addresses }) => [id, addresses]));
  const sums = new Map(refundsIn(customerId, actions).map((id) => [id, 0]));
  for (const { action, orderId, args } of actions) {
    if (action === 'refund') {
      sums.set(customerId, (sums.get(customerId) ?? 0) + z.number().parse(args.amount));
      // Where nothing else of the task gives money back, it is the difference of a price that fell.
      const order = orderId === null ? undefined : orders.get(orderId);
      if (order) order.priceProtected = true;
      continue;
    }
    if (orderId === null) {
      customers.set(customerId, [args.address, ...(customers.get(customerId) ?? []).slice(1)]);
      continue;
    }
    const order = orders.get(orderId);
    if (!order) throw new Error(`The bench names an order that it does not have: ${orderId}`);
    if (action === 'cancel_order') Object.assign(order, { status: 'cancelled', reason: args.reason });
    if (action === 'change_address') order.address = addressWords(args.address);
    if (action === 'urge_delivery') order.urged = true;
    if (action === 'request_invoice' || action === 'change_invoice_title')
      order.invoiceTitle = z.string().parse(args.title);
    if (action === 'return_order') {
      const { items, refundTo } = returnArgs.parse(args);
      order.returns.push(returnText(items?.map(({ variantId }) => variantId) ?? order.variants, refundTo));
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
  return endState(orders, customers, sums);
}

/** What differs, by its names; empty: nothing. */
export const differences = (wanted: EndState, found: EndState): string[] =>
  [...new Set([...wanted.keys(), ...found.keys()])].filter((key) => wanted.get(key) !== found.get(key));
