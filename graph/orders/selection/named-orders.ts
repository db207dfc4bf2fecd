import type { Order } from '../../../stores/orders.ts';
import { anyOf } from '../../../text/any-of.ts';
import type { FindOrdersTool } from '../../../tools/orders/find-orders.ts';
import type { ToolContext } from '../../../tools/tool.ts';
import type { UnderstoodRequest } from '../../../understanding/types.ts';
import type { Dialogue } from '../../dialogue.ts';
import type { PlannedToolCall } from '../../engines/engine.ts';
import { closestOrders } from '../../repair/correcting/closest-orders.ts';
import { isChangeIntent } from '../changes/change-intents.ts';
import { byOrdinal } from './by-ordinal.ts';
import { likelyOf, OF_ARRIVED } from './likely-orders.ts';
import { found, type Selection } from './selection.ts';
import { statusSaid } from './status-said.ts';

/** A request for orders, where it stands in the talk, and what finds them. */
export interface OrdersAsked {
  request: UnderstoodRequest;
  dialogue: Dialogue;
  /** What an engine planned; else what the words suggest. */
  call: PlannedToolCall | undefined;
  tool: FindOrdersTool;
  context: ToolContext;
}

/** Fewer characters of an order number point to too many. */
const SHORTENED = 4;

/** Looks orders up; none where the arguments do not fit. */
export async function findOrders(
  { tool, context }: Pick<OrdersAsked, 'tool' | 'context'>,
  args: Record<string, unknown>,
): Promise<Order[]> {
  const parsed = tool.schema.safeParse(args);
  return parsed.success ? tool.run(parsed.data, context) : [];
}

/** Digits that may be the end of an order's number: 0186那单, "order 0186". */
const TAIL = /(?<![\d.,-])\d{4,6}(?![\d,-]|\.\d)/g;
const CALLS_IT_ORDER = anyOf(
  /\d{4,6}\s*(?:号|的)?\s*(?:[那这]|一)?[个一笔]?(?:订单|单(?![价位独一]))/i,
  /(?:订单|单)号?\s*(?:是|尾号)?\s*\d{4,6}(?!\d)|尾号\s*(?:是|为)?\s*\d{4,6}/i,
  /\b(?:order|purchase)\s*(?:number|no\.?|#)?\s*(?:ending (?:in|with) )?\d{4,6}\b|\b\d{4,6} order\b|\bending (?:in|with) \d{4,6}\b/i,
);

/**
 * Own orders whose numbers end as is said, whatever order is talked about; `unknown_id` where an order is called so and
 * none is. Undefined: no such digits are said, or they are of something else.
 */
export function endingAsSaid(own: readonly Order[], { slots, intent, text }: UnderstoodRequest): Selection | undefined {
  if (slots.orderIds.length + slots.money.length + slots.trackingNumbers.length > 0) return undefined;
  const called = CALLS_IT_ORDER.test(text);
  // A house's number is no order's.
  if (intent === 'change_address' && !called) return undefined;
  const tails = text.match(TAIL) ?? [];
  const ending = own.filter(({ id }) => tails.some((tail) => endsWith(id, tail)));
  if (ending.length > 0) return found(ending, true);
  const ids = own.map(({ id }) => id);
  return called && tails.length > 0
    ? { kind: 'unknown_id', ids: tails, closest: [...new Set(tails.flatMap((tail) => closestOrders(tail, ids)))] }
    : undefined;
}

/** The orders that a request names by numbers, goods or days; undefined: it names none. */
export async function namedOrders(asked: OrdersAsked): Promise<Selection | undefined> {
  const { request, dialogue } = asked;
  const { orderIds } = request.slots;
  const called = await ofCall(asked);
  // "The mugs of the order that hasn't arrived": its state tells one of those that hold them.
  const states = statusSaid(request.text);
  const ofState = orderIds.length > 0 ? [] : called.filter(({ status }) => states.includes(status));
  const named = ofState.length > 0 ? ofState : called;
  if (named.length === 0) return orderIds.length > 0 ? ofOddNumber(asked) : undefined;
  const inView = ofState.length > 0 || orderIds.length > 0 ? undefined : goesOnWith(named, request, dialogue);
  return found(inView ? [inView] : byOrdinal(likelyOf(named, request), request), true);
}

/** What the planned call finds; where the goods were not bought on the day that is said, on other days. */
async function ofCall(asked: OrdersAsked): Promise<Order[]> {
  const { tool, context, call, request } = asked;
  const parsed = call && tool.schema.safeParse(call.args);
  if (!parsed?.success) return [];
  const asSaid = await tool.run(parsed.data, context);
  // What was bought tells more than the day, which people remember badly and which may be none ("the 4/4 size").
  const { productIds, fromDay } = parsed.data;
  if (!productIds) return amongShown(asSaid, asked);
  // What is to go back has arrived: "the headphones of the other day" are not those on their way.
  if (!fromDay || asSaid.some((order) => hasArrived(order, request))) return asSaid;
  const otherDays = await findOrders(asked, { productIds });
  return request.intent === 'list_orders' ? nearestTo(otherDays, fromDay) : otherDays;
}

const hasArrived = (order: Order, request: UnderstoodRequest): boolean =>
  !OF_ARRIVED.has(request.intent) || order.status === 'delivered' || order.status === 'completed';

/** "The one from November" of the orders that were just shown. */
function amongShown(orders: Order[], { request, dialogue }: OrdersAsked): Order[] {
  const ofDay = request.slots.dates.length > 0 && dialogue.focusOrderIds.length > 1;
  const shown = ofDay ? orders.filter(({ id }) => dialogue.focusOrderIds.includes(id)) : [];
  return shown.length > 0 ? shown : orders;
}

/** A number that is no order's: a tracking number, the end of an own one, or one that is mistyped. */
async function ofOddNumber(asked: OrdersAsked): Promise<Selection> {
  const { orderIds } = asked.request.slots;
  const tracked = await findOrders(asked, { trackingNumbers: orderIds.slice(0, 10) });
  if (tracked.length > 0) return found(tracked, true);
  const own = await findOrders(asked, { limit: 20 });
  const shortened = own.filter(({ id }) => orderIds.some((said) => endsWith(id, said)));
  if (shortened.length > 0) return found(shortened, true);
  const ids = own.map(({ id }) => id);
  const closest = [...new Set(orderIds.flatMap((said) => closestOrders(said, ids)))];
  return { kind: 'unknown_id', ids: orderIds, closest };
}

/** What is named while one order is changed, or was just told about, is of that order, whatever others hold it too. */
function goesOnWith(named: readonly Order[], { intent }: UnderstoodRequest, dialogue: Dialogue): Order | undefined {
  if (named.length < 2) return undefined;
  const { open, focusOrderIds, lastRoute } = dialogue;
  const justTold = isChangeIntent(intent) && focusOrderIds.length === 1 && lastRoute === 'order';
  if (open?.intent !== intent && !justTold) return undefined;
  const [inView, ...more] = named.filter(({ id }) => focusOrderIds.includes(id));
  return more.length === 0 ? inView : undefined;
}

/** "20931" for ORD-20931: the end of one of the customer's own numbers, as people write them. */
function endsWith(id: string, said: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z\d]/g, '');
  return plain(said).length >= SHORTENED && plain(id).endsWith(plain(said));
}

const DAY_MS = 86_400_000;
/** How far people are off about a day. */
const OFF_DAYS = 21;

/** Of orders of the thing that was named, the one placed nearest to the day that was said, if about then. */
function nearestTo(orders: Order[], day: string | undefined): Order[] {
  const away = (order: Order) => Math.abs(new Date(order.placed_at).getTime() - Date.parse(day ?? '')) / DAY_MS;
  return orders
    .filter((order) => away(order) <= OFF_DAYS)
    .sort((a, b) => away(a) - away(b))
    .slice(0, 1);
}
