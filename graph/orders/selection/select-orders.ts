import type { VariantOptions } from '../../../tools/orders/order-card.ts';
import { isSwap } from '../changes/change.ts';
import { calledOrders } from './called-orders.ts';
import { choiceAlone } from './chosen-order.ts';
import { eachNamed } from './each-named.ts';
import { ofOptionSaid } from './item-meant.ts';
import { endingAsSaid, findOrders, namedOrders, type OrdersAsked } from './named-orders.ts';
import { ordersInTalk } from './orders-in-talk.ts';
import { found, noMatch, type Selection } from './selection.ts';

const LATEST = 20;

/** The orders that a request is about; of several those in which the goods come as is said. */
export async function selectOrders({
  options,
  ...asked
}: OrdersAsked & {
  /** How what was bought is called among its variants. */
  options?: VariantOptions;
}): Promise<Selection> {
  const { request } = asked;
  const selection = await ordersMeant(asked);
  const several = selection.kind === 'found' && selection.orders.length > 1 && request.slots.orderIds.length === 0;
  // What is said of a swap may be what is wished for instead; the answer to "which order?" is not.
  const told = isSwap(request.intent) ? choiceAlone(request, asked.dialogue) : request.text;
  if (!several || !options || told === undefined) return selection;
  const orders = ofOptionSaid(selection.orders, told, options);
  return { ...selection, orders, exact: selection.exact || orders.length === 1 };
}

/** Finds orders from the words of a request, then from what is being talked about, then by likelihood. */
async function ordersMeant(asked: OrdersAsked): Promise<Selection> {
  const { request, dialogue, call } = asked;
  const own = await findOrders(asked, { limit: LATEST });
  const ending = endingAsSaid(own, request);
  if (ending) return ending;
  const each = eachNamed(own, request);
  if (each.length > 0) return found(each, true);
  const named = await namedOrders(asked);
  if (named) return named;
  const called = calledOrders(own, request, dialogue);
  if (called) return called;
  return call ? noMatch(own) : ordersInTalk(own, request, dialogue);
}
