import type { Language } from '../../../stores/schema.ts';
import { normaliseText } from '../../../understanding/normalise.ts';
import type { UnderstoodRequest } from '../../../understanding/types.ts';
import type { Dialogue } from '../../dialogue.ts';
import { tellsInvoice } from '../../orders/changes/collect-invoice.ts';
import { faultSaid } from '../../orders/changes/fault-said.ts';
import { openedSaid } from '../../orders/changes/opened-said.ts';
import { countSaid, saysKeep } from '../../orders/changes/pieces-said.ts';
import { saysAlso } from '../../orders/changes/says-also.ts';
import { askedColours } from '../../products/options/colours.ts';
import { fillsSlot, isShort, pointsAt } from '../waiting/fills-slot.ts';

const OF_ITEMS: ReadonlySet<string> = new Set(['return_order', 'exchange_order', 'change_items']);
const OF_GOODS_BACK: ReadonlySet<string> = new Set(['return_order', 'exchange_order']);
/** What a message of few words is taken for when it fits nothing by itself. */
const VAGUE: ReadonlySet<string> = new Set([
  'unclear',
  'product_question',
  'compare_products',
  'recommend_product',
  'out_of_scope',
  'vague_help',
]);

/** "Actually six", 六个吧: another number of what was put. */
export const isAnotherNumber = (text: string): boolean =>
  /^(?:(?:actually|no|oh|wait|sorry|make (?:it|that)|不|那|还是|要|就|改)[\s,，]*)*(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}|[一两二三四五六七八九十]{1,3})[个件只盒条瓶]?(?: (?:please|then))?吧?[.!。！]*$/i.test(
    text.trim(),
  );

const isBareCode = (text: string): boolean => !/\p{L}{3,}/u.test(text);

/** Whether a message says more of the change that waits for its yes: which items, how many, whom the invoice is for. */
export function revises(
  request: UnderstoodRequest,
  action: string,
  dialogue: Pick<Dialogue, 'draft'>,
  language: Language,
): boolean {
  const { isQuestion, route, intent, slots, text } = request;
  if (!dialogue.draft || slots.answer !== undefined) return false;
  // "Also the tray" may be of another order: it is looked for.
  if (saysAlso(normaliseText(text)) && pointsAt(request) && route === 'order') return false;
  // "Just the pot, keep the tray", whatever it sounds like.
  if ((OF_ITEMS.has(action) || action === 'cancel_order') && isShort(text) && !isQuestion && saysKeep(text))
    return true;
  if (route === 'escalate') return false;
  // "It has a hole", 没有质量问题: who pays for the way back hangs on it.
  if (OF_GOODS_BACK.has(action) && isShort(text) && !/[?？吗]/.test(text) && faultSaid(text, false) !== undefined)
    return true;
  // "I wore it for a week": whether it may go back hangs on that.
  if (OF_GOODS_BACK.has(action) && isShort(text) && !isQuestion && openedSaid(text) === true) return true;
  if (isQuestion) return false;
  if (action === 'change_items' && isAnotherNumber(text)) return true;
  // "Only the black one", 还是黑色吧: of the goods that are spoken of.
  if (OF_ITEMS.has(action) && isShort(text) && askedColours(text).length > 0) return true;
  if (action === 'request_invoice') return tellsInvoice(request, { language });
  // A postcode with its town looks like an order's number.
  if (action === 'change_address' && intent === 'list_orders' && !isBareCode(text))
    return fillsSlot('address', request);
  // "Just the one": of what goes back, whatever it sounds like.
  if (action === 'return_order' && isShort(text) && countSaid(text) !== undefined) return true;
  if (!VAGUE.has(intent) && intent !== dialogue.draft.intent && route !== 'clarify') return false;
  if (action === 'change_address') return fillsSlot('address', request);
  if (!OF_ITEMS.has(action)) return false;
  return pointsAt(request);
}
