import type { Order } from '../../stores/orders.ts';
import { isBeforeDispatch } from '../../tools/order-status.ts';
import { surelyNamed } from '../../understanding/slots/named-product.ts';
import type { UnderstoodRequest } from '../../understanding/types.ts';
import { linesOfDeed } from './changes/lines-said.ts';

const GIVES_UP: ReadonlySet<string> = new Set(['cancel_order', 'return_request']);
const WHOLE = /订单|单(?:子)?(?![个独只点件品])|整单|全部|都|\b(?:orders?|purchase|everything|all|both|whole)\b/i;

/** "Only the belt", "drop the socks": one thing, whatever else is said. */
const OF_A_LINE = /\b(?:only|just|drop|remove|take (?:out|off))\b|只|去掉|删掉|拿掉/i;

/** "Cancel the socks" of an order that holds more: they are to be taken out of it, not the order cancelled. */
export function dropsLine({ intent, text, slots }: UnderstoodRequest, { status, items }: Order): boolean {
  if (!GIVES_UP.has(intent) || !isBeforeDispatch(status) || items.length < 2) return false;
  if ((WHOLE.test(text) && !OF_A_LINE.test(text)) || slots.orderIds.some((id) => text.includes(id))) return false;
  const sure = new Set(surelyNamed(slots));
  const byName = linesOfDeed(items, text.toLowerCase());
  const named = byName.length > 0 ? byName : items.filter(({ product_id: id }) => id !== null && sure.has(id));
  return named.length > 0 && named.length < items.length;
}
