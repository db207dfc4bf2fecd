import { anyOf } from '../../text/any-of.ts';
import type { UnderstoodRequest } from '../../understanding/types.ts';
import type { Dialogue } from '../dialogue.ts';

const ARRIVAL = new Set(['track_order', 'urge_delivery', 'delivery_not_received', 'delivery_policy']);
const MISSES = /^我的?[^，,。]{1,10}呢[!！?？。]*$/;
/** "The order of March 3rd", 3月3号那单: the day names the order. */
const OF_ITS_DAY = anyOf(
  /[号日天](?:下)?(?:的|那)?一?(?:个|笔)?(?:的)?(?:订单|單|单)/i,
  /\b(?:order|one|purchase) (?:i (?:placed|made) )?(?:of|from|on)\b|\bplaced on\b/i,
);
const DIGITS = /(?<![\d.,-])\d{3,6}(?![\d.,])/g;

/** Reads a request in view of what is being talked about: the tail of an order number, and whose day "today" is. */
export function narrow(request: UnderstoodRequest, dialogue: Dialogue): UnderstoodRequest {
  const { slots } = request;
  const tails = slots.orderIds.length > 0 ? slots.orderIds : (request.text.match(DIGITS) ?? []);
  const known = dialogue.knownOrderIds.filter((id) => tails.some((tail) => id !== tail && id.endsWith(tail)));
  if (known.length === 1 && slots.money.length === 0 && slots.trackingNumbers.length === 0) {
    const ofOrders = request.route === 'order';
    return {
      ...request,
      ...(ofOrders ? {} : { intent: 'list_orders', route: 'order' as const }),
      slots: { ...slots, orderIds: known },
    };
  }
  // 我耳机呢: where is it.
  const missed = slots.products.length + slots.categories.length > 0 && MISSES.test(request.text.trim());
  if (missed && request.route !== 'order' && request.route !== 'escalate')
    return { ...request, intent: 'track_order', route: 'order' };
  // "It comes today?": the day of its arrival, not of the order.
  const inView = dialogue.lastRoute === 'order' && dialogue.focusOrderIds.length === 1;
  const named = slots.orderIds.length + slots.trackingNumbers.length + slots.products.length > 0;
  const ofOrder = OF_ITS_DAY.test(request.text.normalize('NFKC'));
  return inView && !named && !ofOrder && ARRIVAL.has(request.intent) && slots.dates.length > 0
    ? { ...request, slots: { ...slots, dates: [] } }
    : request;
}
