import { anyOf } from '../../text/any-of.ts';
import { normaliseText } from '../../understanding/normalise.ts';
import type { UnderstoodRequest } from '../../understanding/types.ts';
import type { BranchTask } from '../branch.ts';

export const DAMAGED = 'damaged_or_wrong_item';

/** The same, asked of the shop's documents: what is broken is settled by their rules, all else is anybody's guess. */
export const asOfTheShop = (task: BranchTask): BranchTask => {
  const intent = task.request.intent === DAMAGED ? DAMAGED : 'unclear';
  return { ...task, request: { ...task.request, intent, route: 'knowledge' } };
};

/** Something of the customer's own, or what was just spoken of. */
const OWN =
  /我|咱|[这那]|它|\b(?:i|i'm|i've|my|mine|me|we|our|it|its|this|that|these|those|they|them|the (?:order|parcel|package))\b/;
/** Any order, any parcel. */
const ANY = anyOf(
  /一般|通常|每[个单笔次]|订单满|满\s?\d+|(?:多[大重长]|\d+\s?(?:公斤|千克|斤|厘米))的(?:包裹|快递|订单)/,
  /\b(?:an?|any|each|every) (?:[a-z-]+ )?(?:order|parcel|package|delivery|shipment|return|refund)s?\b/,
  /\b(?:orders|parcels|packages|returns|refunds)\b(?! (?:that|which)\b)/,
);
/** Below this a visitor's question may be of no order at all: the documents are asked before a number is. */
const SURELY_OF_ORDER = 0.7;
/** How far one's own is: "has a refund been paid?" */
const PROGRESS = new Set(['track_order', 'urge_delivery', 'refund_status']);

/** Whether a request in the words of orders may be settled by what the shop says of all of them. */
export function mayBeOfTheShop(
  { request, dialogue }: Pick<BranchTask, 'request' | 'dialogue'>,
  isCustomer: boolean,
): boolean {
  const { orderIds, trackingNumbers, emails, phones } = request.slots;
  const told = orderIds.length + trackingNumbers.length + emails.length + phones.length > 0;
  if (told || dialogue.draft !== null || dialogue.askedSlot !== undefined) return false;
  const { intent, isQuestion, confidence } = request;
  if (asksOfAny(request) && !(isCustomer && PROGRESS.has(intent))) return true;
  if (isCustomer) return false;
  const ofState = intent === 'list_orders' || PROGRESS.has(intent);
  // "Invoice with VAT number": how one comes to it.
  const asks = isQuestion || intent === 'invoice_request';
  const ofNone = asks && dialogue.focusOrderIds.length === 0 && speaksOfNoneOwn(request) && !ofState;
  return ofNone || (isQuestion && confidence < SURELY_OF_ORDER) || intent === DAMAGED;
}

const speaksOfNoneOwn = ({ text }: UnderstoodRequest): boolean => !OWN.test(normaliseText(text));

/** "Is an order of £30 delivered free?" */
const asksOfAny = (request: UnderstoodRequest): boolean =>
  request.isQuestion && speaksOfNoneOwn(request) && ANY.test(normaliseText(request.text));
