import type { UnderstoodRequest } from '../../../understanding/types.ts';
import { extractAddress } from '../../orders/address.ts';
import { isChangeSlot } from '../../orders/changes/change.ts';
import { contactSaid } from '../../orders/contact-said.ts';
import { saysAllOrders } from '../../orders/selection/all-orders.ts';
import { askedColours } from '../../products/options/colours.ts';

/** A place, or who lives there. */
function tellsAddress(text: string): boolean {
  const { name, phone } = contactSaid(text).contact;
  return name !== undefined || phone !== undefined || extractAddress(text, true) !== undefined;
}

const SHORT_HAN = 14;
const SHORT_WORDS = 6;

/** Few enough words to be an answer and nothing else. */
export function isShort(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/[\p{Script=Latin}\d'-]+/gu)?.length ?? 0;
  return han <= SHORT_HAN && words <= SHORT_WORDS;
}

/** Whether a message points at an order or a product and says little else ("LC-5", 台灯那个, "the second one"). */
export function pointsAt({ text, slots, isQuestion }: UnderstoodRequest): boolean {
  const named =
    slots.orderIds.length +
      slots.trackingNumbers.length +
      slots.products.length +
      slots.categories.length +
      slots.dates.length >
      0 || slots.ordinal !== undefined;
  return named && isShort(text) && !isQuestion;
}

/** Whether a message answers a question that was asked some turns ago. */
export function fillsSlot(slot: string | undefined, request: UnderstoodRequest): boolean {
  if (slot === 'address') return !request.isQuestion && tellsAddress(request.text);
  if (slot === 'title') return !request.isQuestion && request.text.length <= 100;
  if (slot === 'contact') return request.slots.phones.length + request.slots.emails.length > 0;
  if (slot === 'code') return /(?<!\d)\d{6}(?!\d)/.test(request.text);
  if (isChangeSlot(slot)) return !request.isQuestion && isShort(request.text);
  if (slot === 'orderId' && isShort(request.text) && saysAllOrders(request.text)) return !request.isQuestion;
  // "The blue one" of the orders that were named.
  if (slot === 'orderId' && isShort(request.text) && askedColours(request.text).length > 0) return !request.isQuestion;
  return slot !== undefined && pointsAt(request);
}
