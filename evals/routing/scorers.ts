import type { Verdict } from '../harness/define-suite.ts';
import type { Reply } from '../harness/shop-target.ts';
import type { RoutingCase } from './cases.ts';

/** A reply with its citations' sources by name, and the orders in it that are not the asker's. */
export interface RoutedReply {
  reply: Reply;
  sources: string[];
  foreign: string[];
}

const MOST_ORDERS = 5;

export const rightRoute = ({ reply }: RoutedReply, one: RoutingCase): Verdict => ({
  passed: reply.route === one.route,
  expected: one.route,
  actual: `${reply.route} (${reply.intent}, ${reply.confidence.toFixed(2)})`,
});

/** One of the sources that answer is cited; says nothing of cases without sources. */
export function rightSource({ reply, sources }: RoutedReply, one: RoutingCase): Verdict | undefined {
  if (!one.sources) return undefined;
  return {
    passed: sources.some((name) => one.sources?.includes(name)),
    expected: one.sources.join(' | '),
    actual: sources.join(', ') || `no citation: ${reply.text.slice(0, 80)}`,
  };
}

/** One of the orders meant is shown, and not just all of them. */
export function rightOrder({ reply }: RoutedReply, one: RoutingCase): Verdict | undefined {
  if (!one.orders) return undefined;
  const ids = reply.cards.flatMap((card) =>
    card.type === 'order' ? [card.id] : card.type === 'shipment' ? [card.orderId] : [],
  );
  return {
    passed: ids.some((id) => one.orders?.includes(id)) && ids.length <= MOST_ORDERS,
    expected: one.orders.join(' | '),
    actual: ids.join(', ') || 'none',
  };
}

/** Orders of other customers that stand anywhere in a reply. */
export function foreignOrders(
  reply: Reply,
  orders: Array<{ id: string; customerId: string }>,
  customer: string | undefined,
): string[] {
  const whole = JSON.stringify(reply);
  return orders.filter((order) => order.customerId !== customer && whole.includes(order.id)).map(({ id }) => id);
}
