import type { Order } from '../../stores/orders.ts';
import { anyOf } from '../../text/any-of.ts';
import { isBeforeDispatch } from '../../tools/orders/order-status.ts';
import { surelyNamed } from '../../understanding/slots/named-product.ts';
import type { UnderstoodRequest } from '../../understanding/types.ts';
import { linesOfDeed, withoutItsOrder } from './changes/lines-said.ts';
import { keepApart } from './changes/pieces-said.ts';

const GIVES_UP: ReadonlySet<string> = new Set(['cancel_order', 'return_request']);
const WHOLE = /订单|单(?:子)?(?![个独只点件品])|整单|全部|都|\b(?:orders?|purchase|everything|all|both|whole)\b/i;

/** "Only the belt", "the socks from my order", 订单里的袜子: one thing, whatever else is said. */
const OF_A_LINE = anyOf(
  /\b(?:only|just|drop|remove|take (?:out|off))\b|只|去掉|删掉|拿掉|(?:单|[a-z\d])(?:里|中)/i,
  /\b(?:from|in|out of|off) (?:my|the|that|this|order|#|[a-z]{0,4}-?\d)/i,
);

/** "Cancel the socks" of an order that holds more: they are to be taken out of it, not the order cancelled. */
export function dropsLine({ intent, text: said, slots }: UnderstoodRequest, { status, items }: Order): boolean {
  if (!GIVES_UP.has(intent) || !isBeforeDispatch(status) || items.length < 2) return false;
  // "Of the kettle order I don't want the lid": the order is only pointed at.
  const apart = withoutItsOrder(said);
  const text = linesOfDeed(items, apart.toLowerCase()).length > 0 ? apart : said;
  const { stays } = keepApart(text);
  const kept = stays === '' ? [] : linesOfDeed(items, stays.toLowerCase());
  if (kept.length > 0) return kept.length < items.length;
  const whole = WHOLE.test(text) || slots.orderIds.some((id) => text.includes(id));
  if (whole && !OF_A_LINE.test(text)) return false;
  const sure = new Set(surelyNamed(slots));
  const byName = linesOfDeed(items, text.toLowerCase());
  const named = byName.length > 0 ? byName : items.filter(({ product_id: id }) => id !== null && sure.has(id));
  return named.length > 0 && named.length < items.length;
}
