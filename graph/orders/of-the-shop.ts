import { anyOf } from '../../text/any-of.ts';
import { normaliseText } from '../../understanding/normalise.ts';
import type { UnderstoodRequest } from '../../understanding/types.ts';
import type { BranchTask } from '../branch.ts';
import { isChangeIntent } from './changes/change-intents.ts';
import { asksDetails } from './order-details.ts';

export const DAMAGED = 'damaged_or_wrong_item';

/** What the rules for a wish are asked as. */
const RULE_FOR: Readonly<Record<string, string>> = {
  [DAMAGED]: DAMAGED,
  return_request: 'return_policy',
  exchange_request: 'exchange_policy',
  cancel_order: 'cancel_policy',
  change_address: 'delivery_policy',
  delivery_not_received: 'delivery_policy',
  invoice_request: 'invoice_question',
};

/** The same, asked of the shop's documents: wishes are settled by the rules for them, all else is anybody's guess. */
export const asOfTheShop = (task: BranchTask): BranchTask => {
  const intent = RULE_FOR[task.request.intent] ?? 'unclear';
  return { ...task, request: { ...task.request, intent, route: 'knowledge' } };
};

/** What is done only for who is signed in. */
export const needsAccount = (intent: string): boolean =>
  isChangeIntent(intent) || intent === DAMAGED || intent === 'undo_change';

/** Whether somebody who is not signed in wishes for what has rules that everybody may know, and names no order. */
export const wishesByRule = ({ intent, slots }: UnderstoodRequest): boolean =>
  intent in RULE_FOR &&
  slots.orderIds.length + slots.trackingNumbers.length + slots.emails.length + slots.phones.length === 0;

/** Something of the customer's own, or what was just spoken of. */
const OWN = anyOf(
  /我|咱|[这那]|它/,
  /\b(?:i|i'm|i've|my|mine|me|we|our|it|its|this|that|these|those|they|them|the (?:order|parcel|package))\b/,
);
/** Any order, any parcel. */
const ANY = anyOf(
  /一般|通常|每[个单笔次]|订单满|满\s?\d+|(?:多[大重长]|\d+\s?(?:公斤|千克|斤|厘米))的(?:包裹|快递|订单)/,
  /\b(?:an?|any|each|every) (?:[a-z-]+ )?(?:order|parcel|package|delivery|shipment|return|refund)s?\b/,
  /\b(?:orders|parcels|packages|returns|refunds)\b(?! (?:that|which)\b)/,
);
/** Below this a visitor's question may be of no order at all: the documents are asked before a number is. */
const SURELY_OF_ORDER = 0.7;
/** Below this what is asked of a customer's order may be told by the documents. */
const HARDLY_OF_ORDER = 0.4;
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
  // Asked of the order in view for want of anything better: "how long until you call it lost?"
  if (isCustomer)
    return (
      isGuess({ request, dialogue }) ||
      (isQuestion && intent === 'list_orders' && confidence < HARDLY_OF_ORDER && !asksDetails(request))
    );
  const ofState = intent === 'list_orders' || PROGRESS.has(intent);
  // "Invoice with VAT number": how one comes to it.
  const asks = isQuestion || intent === 'invoice_request';
  const ofNone = asks && dialogue.focusOrderIds.length === 0 && speaksOfNoneOwn(request) && !ofState;
  return ofNone || (isQuestion && confidence < SURELY_OF_ORDER) || intent === DAMAGED;
}

/** Less than this is a guess. */
const GUESS = 0.5;

/**
 * Whether a question is only guessed to be of one's own order, in a talk of none, and names nothing of the shop's goods:
 * nothing is done for it that its documents don't tell of.
 */
export const isGuess = ({ request, dialogue }: Pick<BranchTask, 'request' | 'dialogue'>): boolean =>
  request.isQuestion &&
  request.confidence < GUESS &&
  dialogue.focusOrderIds.length === 0 &&
  request.slots.products.length + request.slots.dates.length === 0;

const speaksOfNoneOwn = ({ text }: UnderstoodRequest): boolean => !OWN.test(normaliseText(text));

/** "Is an order of £30 delivered free?" */
const asksOfAny = (request: UnderstoodRequest): boolean =>
  request.isQuestion && speaksOfNoneOwn(request) && ANY.test(normaliseText(request.text));
