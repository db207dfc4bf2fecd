import { namesProduct, surelyNamed } from '../../../understanding/slots/named-product.ts';
import type { UnderstoodRequest } from '../../../understanding/types.ts';
import type { PlannedToolCall } from '../../engines/engine.ts';
import { mentionedProducts } from '../../products/meant/mentions.ts';
import { isSwap } from '../changes/change.ts';

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
