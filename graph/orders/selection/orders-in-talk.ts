import type { Order } from '../../../stores/orders.ts';
import { anyOf } from '../../../text/any-of.ts';
import type { UnderstoodRequest } from '../../../understanding/types.ts';
import type { Dialogue } from '../../dialogue.ts';
import { saysOther } from '../../repair/correcting/correction.ts';
import { itemMeant } from './item-meant.ts';
import { changeable, invoiced, isOnItsWay, LIKELY, likelyOf, mostLikelyFirst } from './likely-orders.ts';
import { found, noMatch, type Selection, SHOWN } from './selection.ts';

const THIS_ORDER = /这个|这单|这笔|该订单|此订单|這個|這單|\b(?:this|that|the same) (?:order|one|purchase)\b|\bit\b/iu;
/** Whether what was asked for a moment ago is done. */
const GOES_THROUGH = anyOf(
  /(?:办|弄|改|提交|登记|申请|取消|退)(?:好|成功?|上|掉)?了?[吗么没]|(?:成功|生效|搞定)了?[吗么没]/iu,
  /\b(?:that|it|this) (?:go|went|gone|going) through\b|\b(?:is|was) (?:that|it|this) (?:done|set|registered|booked|in)\b/iu,
);
const SAYS_DELIVERED = anyOf(
  /(?:显示|说是?|写着|状态).{0,6}(?:签收|送达|妥投|收货)|已(?:签收|送达|妥投)/i,
  /\b(?:says|said|shows?|showing|marked|shown)\b.{0,12}\bdelivered\b/i,
);
/** What is asked for because of a fault. */
const OF_FAULT: ReadonlySet<string> = new Set(['exchange_request', 'return_request', 'damaged_or_wrong_item']);
const OF_A_PARCEL = /快递|包裹|物流|运单|快件|\b(?:parcels?|packages?|shipments?|courier|tracking)\b/i;

/** Of the latest orders those that a request which names none is about: by what is talked about, then by likelihood. */
export function ordersInTalk(latest: readonly Order[], request: UnderstoodRequest, dialogue: Dialogue): Selection {
  const { intent, text } = request;
  if (request.slots.ordinal) return byPlace(latest, request.slots.ordinal, dialogue);
  const focus = latest.filter(({ id }) => dialogue.focusOrderIds.includes(id));
  const others = focus.length === 1 && saysOther(text) ? otherThan(focus, latest, { request, dialogue }) : [];
  if (others.length > 0) return found(others);
  if (intent === 'list_orders' && !(focus.length === 1 && (THIS_ORDER.test(text) || GOES_THROUGH.test(text))))
    return found(latest.slice(0, SHOWN), true);
  // "It says delivered, but it is not here."
  if (intent === 'delivery_not_received' && SAYS_DELIVERED.test(text)) {
    const delivered = (focus.length > 0 ? focus : latest).filter(({ status }) => status === 'delivered');
    if (delivered.length > 0) return found(delivered);
  }
  // What people call a thing is often not what the shop does (尿不湿 for 纸尿裤).
  const byWord = latest.filter((order) => itemMeant(order, text));
  // "It stopped charging", then "replace it", after what was said of it: the order of that thing.
  const ofTrouble = troubled(latest, request, dialogue);
  if (ofTrouble.length > 0) return found(likelyOf(ofTrouble, request));
  const ofAnother = byWord.length > 0 && !byWord.some((order) => focus.includes(order));
  if (focus.length > 0 && !ofAnother) return found(focus);
  if (byWord.length > 0 && byWord.length < latest.length) return found(likelyOf(byWord, request), true);
  return found(likeliest(latest, request).slice(0, SHOWN));
}

/** "The second one", of those that were shown or of all; the third piece of the one order that is talked about is in it. */
function byPlace(
  latest: readonly Order[],
  { from, n }: NonNullable<UnderstoodRequest['slots']['ordinal']>,
  { focusOrderIds, askedSlot }: Dialogue,
): Selection {
  const inTalk = latest.filter(({ id }) => focusOrderIds.includes(id));
  const ofShown = (focusOrderIds.length > 1 || askedSlot === 'orderId') && from === 'start';
  const order = (ofShown ? inTalk : latest)[n - 1] ?? (inTalk.length === 1 ? inTalk[0] : undefined);
  return order ? found([order]) : noMatch(latest);
}

/** Those that hold what something is wrong with, where that was told since an order was last spoken of. */
function troubled(
  latest: readonly Order[],
  { intent, slots }: UnderstoodRequest,
  { trouble, lastRoute }: Dialogue,
): Order[] {
  const names = slots.products.length + slots.categories.length > 0;
  if (trouble === undefined || lastRoute !== 'knowledge' || names || !OF_FAULT.has(intent)) return [];
  return latest.filter((order) => itemMeant(order, trouble));
}

/** "And the other one too": of those shown together it is the one that is not talked about. */
function otherThan(
  focus: readonly Order[],
  latest: readonly Order[],
  { request, dialogue }: { request: UnderstoodRequest; dialogue: Dialogue },
): Order[] {
  const others = latest.filter((order) => !focus.includes(order));
  const wereShown = others.filter(({ id }) => dialogue.shownOrderIds.includes(id));
  const shown = likelyOf(wereShown, request);
  return shown.length > 0 ? shown : likelyOf(others, request).slice(0, SHOWN);
}

/** Those of which such a request is mostly asked. */
function likeliest(latest: readonly Order[], { intent, text }: UnderstoodRequest): Order[] {
  const refunded = intent === 'refund_status' ? latest.filter(({ refunds }) => refunds.length > 0) : [];
  if (refunded.length > 0) return refunded;
  const withInvoice = invoiced(latest, { intent, text });
  if (withInvoice.length > 0) return withInvoice;
  // What lies in the warehouse is no parcel: "where is my parcel" asks of those that were sent.
  const parcels = intent === 'track_order' && OF_A_PARCEL.test(text) ? latest.filter(isOnItsWay) : [];
  if (parcels.length > 0) return parcels;
  const statuses = LIKELY[intent];
  const likely = changeable(statuses ? mostLikelyFirst([...latest], statuses) : [], intent);
  return likely.length > 0 ? likely : [...latest];
}
