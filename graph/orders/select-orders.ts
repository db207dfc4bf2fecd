import type { Order } from '../../stores/orders.ts';
import type { FindOrdersTool } from '../../tools/find-orders.ts';
import type { VariantOptions } from '../../tools/order-card.ts';
import type { ToolContext } from '../../tools/tool.ts';
import { namesProduct, surelyNamed } from '../../understanding/slots/named-product.ts';
import type { UnderstoodRequest } from '../../understanding/types.ts';
import type { Dialogue } from '../dialogue.ts';
import type { PlannedToolCall } from '../engines/engine.ts';
import { mentionedProducts } from '../products/mentions.ts';
import { closestOrders } from '../repair/closest-orders.ts';
import { saysOther } from '../repair/correction.ts';
import { isSwap } from './changes/change.ts';
import { isChangeIntent } from './changes/change-intents.ts';
import { itemByModel, itemMeant, itemNamed, ofOptionSaid } from './item-called.ts';
import { changeable, isOnItsWay, LIKELY, likelyOf, mostLikelyFirst } from './likely-orders.ts';
import { statusSaid } from './status-said.ts';

/** Which orders a request is about. `exact`: the customer named them; otherwise they are the likely ones. */
export type Selection =
  | { kind: 'found'; orders: Order[]; exact: boolean }
  /** `closest`: own numbers that may have been meant. */
  | { kind: 'unknown_id'; ids: string[]; closest: string[] }
  /** Nothing fits what was said; the latest orders, if any. */
  | { kind: 'no_match'; latest: Order[] };

const SHOWN = 5;
const THIS_ORDER = /这个|这单|这笔|该订单|此订单|這個|這單|\b(?:this|that|the same) (?:order|one|purchase)\b|\bit\b/iu;
const SAYS_DELIVERED =
  /(?:显示|说是?|写着|状态).{0,6}(?:签收|送达|妥投|收货)|已(?:签收|送达|妥投)|\b(?:says|said|shows?|showing|marked|shown)\b.{0,12}\bdelivered\b/i;
const OF_A_PARCEL = /快递|包裹|物流|运单|快件|\b(?:parcels?|packages?|shipments?|courier|tracking)\b/i;
/** Fewer characters of an order number point to too many. */
const SHORTENED = 4;

/** The call that the words ask for: numbers first, then products and days. Undefined: nothing was named. */
export function suggestFind(request: UnderstoodRequest): PlannedToolCall | undefined {
  const { slots } = request;
  if (slots.orderIds.length > 0) return { name: 'find_orders', args: { orderIds: slots.orderIds.slice(0, 10) } };
  if (slots.trackingNumbers.length > 0)
    return { name: 'find_orders', args: { trackingNumbers: slots.trackingNumbers.slice(0, 10) } };
  // "Exchange my A for a B" names what was bought and what is wanted: the order holds one of them.
  const ids = isSwap(request.intent) && namesProduct(slots) ? surelyNamed(slots) : mentionedProducts(slots).ids;
  const span = slots.dates[0];
  if (ids.length === 0 && !span) return undefined;
  return {
    name: 'find_orders',
    args: {
      ...(ids.length > 0 ? { productIds: ids.slice(0, 200) } : {}),
      ...(span ? { fromDay: span.from, toDay: span.to } : {}),
    },
  };
}

/** An engine's plan narrows what the words name; it never replaces it. A plan that names nothing is none. */
export function plannedFind(
  planned: PlannedToolCall[],
  suggested: PlannedToolCall | undefined,
): PlannedToolCall | undefined {
  const find = planned.find((call) => call.name === 'find_orders');
  const track = planned.find((call) => call.name === 'track_shipment');
  const { limit: _limit, ...filter } = find?.args ?? {};
  const args = { ...filter, ...(track ? { orderIds: [track.args.orderId] } : {}), ...suggested?.args };
  return Object.keys(args).length > 0 ? { name: 'find_orders', args } : undefined;
}

interface SelectionInput {
  request: UnderstoodRequest;
  dialogue: Dialogue;
  /** What an engine planned; else what the words suggest. */
  call: PlannedToolCall | undefined;
  tool: FindOrdersTool;
  context: ToolContext;
  /** How what was bought is called among its variants. */
  options?: VariantOptions;
}

/** The orders that a request is about; of several those in which the goods come as is said. */
export async function selectOrders(input: SelectionInput): Promise<Selection> {
  const { request, options } = input;
  const selection = await ordersMeant(input);
  // What is said of a swap may be what is wished for instead.
  const several = selection.kind === 'found' && selection.orders.length > 1 && request.slots.orderIds.length === 0;
  if (!several || !options || isSwap(request.intent)) return selection;
  const orders = ofOptionSaid(selection.orders, request.text, options);
  return { ...selection, orders, exact: selection.exact || orders.length === 1 };
}

/** Finds orders from the words of a request, then from what is being talked about, then by likelihood. */
async function ordersMeant(input: SelectionInput): Promise<Selection> {
  const { request, dialogue, tool, context } = input;
  const { slots } = request;
  const find = async (args: Record<string, unknown>) => {
    const parsed = tool.schema.safeParse(args);
    return parsed.success ? tool.run(parsed.data, context) : [];
  };
  const parsedCall = input.call && tool.schema.safeParse(input.call.args);
  const asSaid = parsedCall?.success ? await tool.run(parsedCall.data, context) : [];
  // What was bought tells more than the day, which people remember badly and which may be none ("the 4/4 size").
  const { productIds, fromDay } = parsedCall?.success ? parsedCall.data : {};
  const otherDays = asSaid.length === 0 && productIds && fromDay ? await find({ productIds }) : [];
  const found =
    asSaid.length > 0 ? asSaid : request.intent === 'list_orders' ? nearestTo(otherDays, fromDay) : otherDays;

  // "The mugs of the order that hasn't arrived": its state tells one of those that hold them.
  const states = statusSaid(request.text);
  const ofState = slots.orderIds.length > 0 ? [] : found.filter(({ status }) => states.includes(status));
  const named = ofState.length > 0 ? ofState : found;

  if (slots.orderIds.length > 0 && named.length === 0) {
    // What looks like an order number may be a tracking number.
    const tracked = await find({ trackingNumbers: slots.orderIds.slice(0, 10) });
    if (tracked.length > 0) return { kind: 'found', orders: tracked, exact: true };
    const shortened = (await find({ limit: 20 })).filter((order) =>
      slots.orderIds.some((said) => endsWith(order.id, said)),
    );
    if (shortened.length > 0) return { kind: 'found', orders: shortened, exact: true };
    const own = (await find({ limit: 20 })).map((order) => order.id);
    const closest = [...new Set(slots.orderIds.flatMap((said) => closestOrders(said, own)))];
    return { kind: 'unknown_id', ids: slots.orderIds, closest };
  }
  // What is named while one order is changed, or was just told about, is of that order, whatever others hold it too.
  const [inView, ...more] =
    named.length > 1 && ofState.length === 0 ? named.filter(({ id }) => dialogue.focusOrderIds.includes(id)) : [];
  const goesOn = dialogue.open?.intent === request.intent;
  const justTold =
    isChangeIntent(request.intent) && dialogue.focusOrderIds.length === 1 && dialogue.lastRoute === 'order';
  if (inView && more.length === 0 && (goesOn || justTold) && slots.orderIds.length === 0)
    return { kind: 'found', orders: [inView], exact: true };
  if (named.length > 0) return { kind: 'found', orders: byOrdinal(likelyOf(named, request), request), exact: true };

  const latest = await find({ limit: 20 });
  const inState = slots.trackingNumbers.length > 0 ? [] : latest.filter(({ status }) => states.includes(status));
  if (inState.length > 0 && inState.length < latest.length)
    return { kind: 'found', orders: byOrdinal(inState, request), exact: true };
  const inFull = latest.filter((order) => itemNamed(order, request.text));
  const byName = inFull.length > 0 ? inFull : latest.filter((order) => itemByModel(order, request.text));
  if (byName.length > 0 && slots.trackingNumbers.length === 0) {
    const span = slots.dates[0];
    const inSpan = span ? byName.filter((order) => isWithin(order, span)) : byName;
    return {
      kind: 'found',
      orders: byOrdinal(likelyOf(inSpan.length > 0 ? inSpan : byName, request), request),
      exact: true,
    };
  }
  // "那就退了吧" after a question about a product: the order of that product.
  const ofProduct = ofWhatWasAsked(latest, request, dialogue);
  if (ofProduct.length > 0) return { kind: 'found', orders: likelyOf(ofProduct, request), exact: true };
  if (input.call) return { kind: 'no_match', latest: latest.slice(0, SHOWN) };
  if (slots.ordinal) {
    const shown =
      (dialogue.focusOrderIds.length > 1 || dialogue.askedSlot === 'orderId') && slots.ordinal.from === 'start'
        ? latest.filter((o) => dialogue.focusOrderIds.includes(o.id))
        : latest;
    const order = shown[slots.ordinal.n - 1];
    // "The third one" of the pieces in the one order that is talked about.
    const [inTalk, ...others] = latest.filter(({ id }) => dialogue.focusOrderIds.includes(id));
    if (!order && inTalk && others.length === 0) return { kind: 'found', orders: [inTalk], exact: true };
    return order
      ? { kind: 'found', orders: [order], exact: true }
      : { kind: 'no_match', latest: latest.slice(0, SHOWN) };
  }
  const focus = latest.filter((order) => dialogue.focusOrderIds.includes(order.id));
  // "And the other one too": of those shown together it is the one that is not talked about.
  if (focus.length === 1 && saysOther(request.text)) {
    const others = latest.filter((order) => !focus.includes(order));
    const shown = likelyOf(
      others.filter(({ id }) => dialogue.shownOrderIds.includes(id)),
      request,
    );
    const orders = shown.length > 0 ? shown : likelyOf(others, request).slice(0, SHOWN);
    if (orders.length > 0) return { kind: 'found', orders, exact: orders.length === 1 };
  }
  if (request.intent === 'list_orders' && !(focus.length === 1 && THIS_ORDER.test(request.text)))
    return { kind: 'found', orders: latest.slice(0, SHOWN), exact: true };
  // "It says delivered, but it is not here."
  if (request.intent === 'delivery_not_received' && SAYS_DELIVERED.test(request.text)) {
    const delivered = (focus.length > 0 ? focus : latest).filter(({ status }) => status === 'delivered');
    if (delivered.length > 0) return { kind: 'found', orders: delivered, exact: delivered.length === 1 };
  }
  // What people call a thing is often not what the shop does (尿不湿 for 纸尿裤).
  const byWord = latest.filter((order) => itemMeant(order, request.text));
  const ofAnother = byWord.length > 0 && !byWord.some((order) => focus.includes(order));
  if (focus.length > 0 && !ofAnother) return { kind: 'found', orders: focus, exact: focus.length === 1 };
  if (byWord.length > 0 && byWord.length < latest.length)
    return { kind: 'found', orders: likelyOf(byWord, request), exact: true };
  if (request.intent === 'refund_status') {
    const refunded = latest.filter((order) => order.refunds.length > 0);
    if (refunded.length > 0) return { kind: 'found', orders: refunded.slice(0, SHOWN), exact: refunded.length === 1 };
  }
  // What lies in the warehouse is no parcel: "where is my parcel" asks of those that were sent.
  const parcels = request.intent === 'track_order' && OF_A_PARCEL.test(request.text) ? latest.filter(isOnItsWay) : [];
  if (parcels.length > 0) return { kind: 'found', orders: parcels.slice(0, SHOWN), exact: parcels.length === 1 };
  const statuses = LIKELY[request.intent];
  const likely = changeable(statuses ? mostLikelyFirst(latest, statuses) : [], request.intent);
  const candidates = (likely.length > 0 ? likely : latest).slice(0, SHOWN);
  return { kind: 'found', orders: candidates, exact: candidates.length === 1 };
}

/** The orders that hold the product which the answer before was about; none where an order is in view or something is named. */
function ofWhatWasAsked(latest: Order[], { intent, slots }: UnderstoodRequest, dialogue: Dialogue): Order[] {
  const asked = dialogue.lastRoute === 'knowledge' && dialogue.focusOrderIds.length === 0 && intent in LIKELY;
  if (!asked || slots.ordinal || slots.dates.length > 0) return [];
  return latest.filter(({ items }) =>
    items.some(({ product_id: id }) => id !== null && dialogue.focusProductIds.includes(id)),
  );
}

/** "20931" for ORD-20931: the end of one of the customer's own numbers, as people write them. */
function endsWith(id: string, said: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z\d]/g, '');
  return plain(said).length >= SHORTENED && plain(id).endsWith(plain(said));
}

/** "My last order of headphones", "the second one": one of those found. */
function byOrdinal(orders: Order[], request: UnderstoodRequest): Order[] {
  const { ordinal, orderIds } = request.slots;
  if (!ordinal || orderIds.length > 0) return orders;
  const one = orders[ordinal.n - 1];
  return one ? [one] : orders;
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

const isWithin = (order: Order, span: { from: string; to: string }): boolean => {
  const day = new Date(order.placed_at).toISOString().slice(0, 10);
  return day >= span.from && day <= span.to;
};
