import type { Bench, BenchTask } from './bench.ts';
import { type BenchAction, benchAction } from './bench-action.ts';
import { swapArgs } from './goal.ts';
import { type RetailDatabase, readRetail } from './retail-data.ts';
import { retailGoal } from './retail-goals.ts';
import { retailShop } from './retail-shop.ts';

/** The English bench: its shop, its tasks in our terms, and how a customer tells them. */
export async function retailBench(datasetsDir: string, now: Date): Promise<Bench> {
  const { database, tasks } = await readRetail(datasetsDir);
  return {
    name: 'τ²-bench retail',
    language: 'en',
    currency: 'USD',
    timeZone: 'America/New_York',
    shop: retailShop(database, now),
    tasks: tasks.map(({ id, evaluation_criteria: { actions } }): BenchTask => {
      const ours = actions.map((call) => ({ call, action: benchAction(call) }));
      return {
        id,
        customerId: customerOf(database, actions),
        actions: ours.flatMap(({ action }) => (action === undefined || action === 'read' ? [] : [action])),
        calls: ours.map(({ call, action }) => ({
          name: call.name,
          ...(action === undefined ? { missing: WHY[call.name] ?? 'no tool of ours does it' } : {}),
        })),
      };
    }),
    goalOf: (action, customerId) => retailGoal(action, customerId, database),
    changesNothing: (action, customerId) => unpayable(database, customerId, action),
  };
}

const WHY: Record<string, string | undefined> = {
  calculate: "the bench's pocket calculator: our tools do the sums themselves",
};

/** The bench refuses a gift card that does not hold the difference: such a call changes nothing there. */
function unpayable(data: RetailDatabase, customerId: string, { orderId, args }: BenchAction): boolean {
  const swaps = swapArgs.safeParse(args);
  if (orderId === null || !swaps.success) return false;
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
  const balance = data.users[customerId]?.payment_methods[swaps.data.paymentMethodId ?? '']?.balance;
  return balance !== undefined && balance < difference;
}

/** Whose task it is: the owner of the first order named, else the customer that is named or described. */
function customerOf(
  { orders, users }: RetailDatabase,
  calls: Array<{ arguments: Record<string, unknown> }>,
): string | undefined {
  for (const { arguments: args } of calls) {
    if (typeof args.user_id === 'string') return args.user_id;
    if (typeof args.order_id === 'string') {
      const owner = orders[args.order_id]?.user_id;
      if (owner !== undefined) return owner;
    }
  }
  return Object.values(users).find(({ email }) => calls.some(({ arguments: args }) => args.email === email))?.user_id;
}
