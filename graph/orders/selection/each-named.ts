import type { Order } from '../../../stores/orders.ts';
import type { UnderstoodRequest } from '../../../understanding/types.ts';
import { mentionOf } from '../changes/lines-said.ts';
import { saysKeep } from '../changes/pieces-said.ts';
import { likelyOf } from './likely-orders.ts';

const JOINED = /[和跟与及、，,&]|还有|\b(?:and|plus)\b/i;
const OF_GOODS: ReadonlySet<string> = new Set(['return_request', 'cancel_order']);

/** "Return the pan and the toothbrush": the orders that hold one of the things each; empty where it is not so plain. */
export function eachNamed(orders: readonly Order[], request: UnderstoodRequest): Order[] {
  const { intent, slots } = request;
  const text = request.text.toLowerCase();
  if (!OF_GOODS.has(intent) || slots.orderIds.length > 0 || !JOINED.test(text) || saysKeep(text)) return [];
  const held = likelyOf([...orders], request)
    .map((order) => ({ order, things: new Set(order.items.flatMap((item) => thingSaid(item, text))) }))
    .filter(({ things }) => things.size > 0);
  const things = held.flatMap((one) => [...one.things]);
  return held.length > 1 && new Set(things).size === things.length ? held.map(({ order }) => order) : [];
}

function thingSaid(item: Order['items'][number], lower: string): string[] {
  const mention = mentionOf(item, lower);
  return mention ? [lower.slice(mention.at, mention.at + mention.length)] : [];
}
