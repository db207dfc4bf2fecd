import type { Order } from '../../../stores/orders.ts';
import type { UnderstoodRequest } from '../../../understanding/types.ts';
import type { Dialogue } from '../../dialogue.ts';
import { byOrdinal } from './by-ordinal.ts';
import { itemByModel, itemNamed } from './item-meant.ts';
import { LIKELY, likelyOf } from './likely-orders.ts';
import { found, type Selection } from './selection.ts';
import { statusSaid } from './status-said.ts';

/** Of the latest orders those that the words tell by their state or by what is in them; undefined: they tell none. */
export function calledOrders(
  latest: readonly Order[],
  request: UnderstoodRequest,
  dialogue: Dialogue,
): Selection | undefined {
  if (request.slots.trackingNumbers.length === 0) {
    const states = statusSaid(request.text);
    const inState = latest.filter(({ status }) => states.includes(status));
    if (inState.length > 0 && inState.length < latest.length) return found(byOrdinal(inState, request), true);
    const byName = ofNamedItem(latest, request);
    if (byName.length > 0) return found(byOrdinal(likelyOf(byName, request), request), true);
  }
  const ofProduct = ofWhatWasAsked(latest, request, dialogue);
  return ofProduct.length > 0 ? found(likelyOf(ofProduct, request), true) : undefined;
}

/** Those that hold what is named, in the span of days that is said where one of them was placed in it. */
function ofNamedItem(latest: readonly Order[], { text, slots }: UnderstoodRequest): Order[] {
  const inFull = latest.filter((order) => itemNamed(order, text));
  const byName = inFull.length > 0 ? inFull : latest.filter((order) => itemByModel(order, text));
  const [span] = slots.dates;
  const inSpan = span ? byName.filter((order) => isWithin(order, span)) : byName;
  return inSpan.length > 0 ? inSpan : byName;
}

/** "I bought one before, when was that?" */
const BOUGHT_BEFORE = /(?:之前|以前|上次|曾经?).{0,4}买|买过|\b(?:bought|ordered|got) (?:one|it|this|that|the same)\b/i;

/** "那就退了吧" after a question about a product: the orders that hold it; none where an order is in view or something is named. */
function ofWhatWasAsked(
  latest: readonly Order[],
  { intent, slots, text }: UnderstoodRequest,
  dialogue: Dialogue,
): Order[] {
  const ofOwn = intent in LIKELY || BOUGHT_BEFORE.test(text);
  const asked = dialogue.lastRoute === 'knowledge' && dialogue.focusOrderIds.length === 0 && ofOwn;
  if (!asked || slots.ordinal || slots.dates.length > 0) return [];
  return latest.filter(({ items }) =>
    items.some(({ product_id: id }) => id !== null && dialogue.focusProductIds.includes(id)),
  );
}

const isWithin = (order: Order, span: { from: string; to: string }): boolean => {
  const day = new Date(order.placed_at).toISOString().slice(0, 10);
  return day >= span.from && day <= span.to;
};
