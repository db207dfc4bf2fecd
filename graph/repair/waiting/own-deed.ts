import { normaliseText } from '../../../understanding/normalise.ts';
import type { UnderstoodRequest } from '../../../understanding/types.ts';
import type { OpenQuestion } from '../../dialogue.ts';
import { isSameWish } from '../../orders/changes/change.ts';

/** The words that name what is to be done with an order, by the intent that they ask for. */
const DEEDS: ReadonlyArray<readonly [string, RegExp]> = [
  ['cancel_order', /取消|撤单|\bcancel(?!l?ed)/],
  ['return_request', /退(?!款|到|回)|寄回|\b(?:return(?:ing)?|send(?:ing)? .{0,24}\bback|give .{0,24}\bback)\b/],
  ['exchange_request', /换|\b(?:exchang|swap|switch)\w*/],
  [
    'change_address',
    /地址|(?:改|转)?(?:寄|送)(?:到|去)|\baddress\b|\b(?:deliver|ship|send) (?:it|this|them)? ?(?:over )?to\b/,
  ],
  ['invoice_request', /发票|开票|\b(?:invoice|receipt)\b/],
  ['refund_status', /退款|\brefund/],
  [
    'delivery_not_received',
    /没收到|没到货|\bnever (?:came|arrived|got here|turned up)\b|\b(?:not|n't) (?:yet )?(?:arrived|received|come)\b/,
  ],
  ['track_order', /到哪|物流|没到|没收到|发货了?[吗没]|\bwhere(?:'s| is| are)\b|\btrack/],
];
/** Whether a text names the deed that an intent asks for. */
export const saysDeed = (text: string, intent: string): boolean =>
  DEEDS.some(([one, words]) => isSameWish(one, intent) && words.test(normaliseText(text)));

/** "The one that was sent back" names an order by what became of it. */
const DESCRIBES = /(?:退|换|取消)(?:货|款|掉|过|了)*的?(?:那|这)?一?[个单笔件]$/;
/** Details that are told in words of no deed; names, numbers and addresses may hold any. */
const OF_GOODS: ReadonlySet<string> = new Set(['orderId', 'item', 'variant', 'quantity', 'fault', 'paymentMethod']);

/**
 * The wish of a message that names another deed than the question that is open ("cancel the fan" to "which order is to
 * be tracked?"): it answers nothing, and goes its own way. Undefined: it may well be an answer.
 */
export function ownDeed(request: UnderstoodRequest, open: OpenQuestion): UnderstoodRequest | undefined {
  if (!open.askedSlot || !OF_GOODS.has(open.askedSlot) || request.route === 'escalate') return undefined;
  // "Can it be swapped for cash?" asks for a rule in between.
  if (request.isQuestion && request.route !== 'order') return undefined;
  const normalised = normaliseText(request.text);
  if (DESCRIBES.test(normalised)) return undefined;
  const said = DEEDS.filter(([, words]) => words.test(normalised)).map(([intent]) => intent);
  if (said.length === 0 || said.some((one) => isSameWish(one, open.intent))) return undefined;
  const [only, ...more] = said;
  const intent = said.find((one) => isSameWish(one, request.intent))
    ? request.intent
    : more.length === 0
      ? only
      : undefined;
  return intent === undefined ? undefined : { ...request, intent, route: 'order' };
}
