import type { Language } from '../../stores/schema.ts';
import { readShopFiles, type ShopFiles } from '../../stores/shop-files/shop-files.ts';
import {
  addressGoal,
  cancelGoal,
  invoiceGoal,
  itemsGoal,
  refundGoal,
  returnGoal,
  type ShopOrder,
  trackingGoal,
} from './order-goals.ts';
import { humanGoal, productGoal, recommendationGoal } from './other-goals.ts';
import type { GoalKind, SimGoal } from './sim-goal.ts';

const DAY_MS = 86_400_000;
/** Within the week that most shops give, with room for the day on which a run begins. */
const RETURNED_WITHIN_DAYS = 6;
const CANCELLED = 16;
const DISPATCHED = ['shipped', 'delivered', 'completed'];
const present = <T>(value: T | undefined): value is T => value !== undefined;

/** Both languages take turns; no two goals that change an order are about the same one. */
const inTurn = <T>(
  items: readonly T[],
  make: (item: T, language: Language, nth: number) => SimGoal | undefined,
): SimGoal[] => items.flatMap((item, nth) => make(item, nth % 2 === 0 ? 'zh' : 'en', nth >> 1) ?? []);

/** Everything that a simulated customer of a shop can want, by kind and language; each goal can be played once. */
export async function readGoals(shopDir: string): Promise<(kind: GoalKind, language: Language) => SimGoal[]> {
  const { shop, orders, products } = await readShopFiles(shopDir);
  const open = orders.filter(({ status }) => status === 'pending' || status === 'paid');
  const swapped = open.filter((order) => itemsGoal(order, 'zh', products));
  const unswapped = orders.filter(
    (order) => ['pending', 'paid', 'processing'].includes(order.status) && !swapped.includes(order),
  );
  const made = [
    ...inTurn(swapped, (order, language) => itemsGoal(order, language, products)),
    ...inTurn(unswapped.slice(0, CANCELLED), (order, language) => cancelGoal(order, language)),
    // A change of address takes nothing from the change of items.
    ...inTurn([...unswapped.slice(CANCELLED), ...swapped], addressGoal),
    ...inTurn(
      orders.filter((order) => justArrived(order, shop.asOf)),
      (order, language) => returnGoal(order, language),
    ),
    ...inTurn(
      orders.filter(({ status, invoices }) => DISPATCHED.includes(status) && invoices.length === 0),
      (order, language) => invoiceGoal(order, language),
    ),
    ...inTurn(orders, (order, language) => {
      const [shipment] = order.shipments as Array<{ trackingNumber?: string | null }>;
      return order.status === 'shipped' && shipment?.trackingNumber
        ? trackingGoal(order, language, shipment.trackingNumber)
        : undefined;
    }),
    ...inTurn(
      orders.filter(({ refunds }) => refunds.length === 1),
      (order, language) => refundGoal(order, language, (order.refunds[0] as { amount: number }).amount),
    ),
    ...asked(products, orders),
  ];
  const byKind = Map.groupBy(made, ({ kind, language }) => `${kind} ${language}`);
  return (kind, language) => byKind.get(`${kind} ${language}`) ?? [];
}

/** What is asked of the catalogue or of people, by customers in turn. */
function asked(products: ShopFiles['products'], orders: ShopOrder[]): SimGoal[] {
  const customers = [...new Set(orders.map(({ customerId }) => customerId))];
  const customer = (nth: number): string => customers[nth % customers.length] ?? '';
  const categories = [...new Map(products.map(({ category }) => [JSON.stringify(category), category])).values()].filter(
    (one) => products.filter(({ category }) => JSON.stringify(category) === JSON.stringify(one)).length > 1,
  );
  return [
    ...inTurn(products, (product, language, nth) => productGoal(product, customer(nth), language)),
    ...inTurn(categories, (category, language, nth) => recommendationGoal(category, products, customer(nth), language)),
    ...inTurn(customers, (_, language, nth) => humanGoal(customer(nth), language)),
  ].filter(present);
}

function justArrived({ status, shipments, placedAt }: ShopOrder, asOf: string | null): boolean {
  if (status !== 'delivered' && status !== 'completed') return false;
  const events = (shipments as Array<{ events?: Array<{ at: string }> }>).flatMap((one) => one.events ?? []);
  const last = Math.max(...[placedAt, ...events.map(({ at }) => at)].map((at) => new Date(at).getTime()));
  return new Date(asOf ?? Date.now()).getTime() - last < RETURNED_WITHIN_DAYS * DAY_MS;
}
