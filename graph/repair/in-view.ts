import { anyOf } from '../../text/any-of.ts';
import { ellipticalTopic } from '../../understanding/follow-up.ts';
import { normaliseText } from '../../understanding/normalise.ts';
import type { UnderstoodRequest } from '../../understanding/types.ts';
import type { Dialogue } from '../dialogue.ts';
import { isSwap } from '../orders/changes/change.ts';
import { asksMoneyBack, asksTotal } from './asks-money-back.ts';
import { deedOf } from './waiting/assent.ts';
import { isShort } from './waiting/fills-slot.ts';

const ARRIVES = anyOf(
  /(?:到底|究竟|大概|预计)?(?:什么时候|啥时候|几号|几点|哪天|多久|几天)(?:才|能|可以|会)?(?:到(?!账)|送|收到)/,
  /还没(?:有)?(?:到|收到)/,
  /\bwhen (?:will|does|do|is|are|can)\b.{0,30}\b(?:get (?:here|there)|be here|arriv\w*|com(?:e|ing)|deliver\w*)\b/,
  /\bwhen\b.{0,16}\barrive\b|\bstill (?:isn'?t|not|hasn'?t)\b.{0,12}\b(?:here|arrived)\b/,
);
const PARCEL = anyOf(
  /快递(?:公司|单号|是哪家|哪家|是谁|员)|哪家快递|运单号|物流单号/,
  /\b(?:carrier|courier|tracking (?:number|no|id|code))\b/,
);
const WHERE = anyOf(
  /\bwhere (?:it|that|this|they) (?:is|are)\b|\bwhere(?:'s| is| are) (?:it|that|this|they)\b/,
  /(?:到|在)(?:哪儿?|哪里)(?:了|呢)?[?？]?$/,
);
const BEFORE_IT = anyOf(
  /^(?:那)?(?:再)?(?:上|前)一?(?:个|单|笔)(?:订单)?(?:呢|的呢)?$/,
  /^(?:and )?(?:the )?(?:one before(?: (?:that|it))?|previous (?:one|order))$/,
);
const CODE = /(?<![\w-])[a-z]{1,4}-?\d{2,}(?![\w-])/i;
/** The wish behind a question about the rules, when one order is being talked about. */
const WISH_OF: Readonly<Record<string, string>> = {
  cancel_policy: 'cancel_order',
  return_policy: 'return_request',
  exchange_policy: 'exchange_request',
  invoice_question: 'invoice_request',
};
const HOW = /\b(?:how|where) (?:do|can|should|to)\b|怎么|如何|寄(?:到|去|回)?哪/;
const OF_ADDRESS =
  /地址|[寄送发]|收货|收件|电话|门牌|\b(?:address|deliver\w*|ship\w*|send|street|phone|recipient)\b|\d/;
/** What an order still holds. */
const LEFT = /还?剩(?:下)?(?:什么|哪些|啥|几)|\bwhat(?:'s| is) (?:still )?left\b/;
/** The reason of what was refused stands in the refusal. */
const WHY = /为(?:什么|啥|何)|凭什么|\bwhy\b|\bhow come\b/;
const POINTS = /这|那|它|还能|还可以|也能|也可以|\b(?:it|that|this|them|still|too)\b/;
const READS = new Set(['track_order', 'list_orders', 'urge_delivery', 'refund_status', 'delivery_not_received']);
const VAGUE = new Set([
  'troubleshooting',
  'unclear',
  'product_question',
  'restock_notice',
  'delivery_policy',
  'out_of_scope',
  'vague_help',
  'stock_question',
]);

/** Reads a request in view of the orders that are being talked about; requests of their own stay as they are. */
export function inView(request: UnderstoodRequest, dialogue: Dialogue): UnderstoodRequest {
  const normalised = normaliseText(request.text);
  const { slots, intent } = request;
  const named = slots.orderIds.length + slots.trackingNumbers.length > 0;
  const focus = dialogue.focusOrderIds;
  const talksOfOrders = dialogue.knownOrderIds.length > 0;
  const rightAfter = dialogue.lastRoute === 'order';
  const as = (next: string, ids?: string[]): UnderstoodRequest => ({
    ...request,
    intent: next,
    route: 'order',
    slots: ids ? { ...slots, orderIds: ids, ordinal: undefined } : slots,
  });
  if (named || request.route === 'escalate') return request;
  const gone = rightAfter && slots.products.length === 0 ? goesOn(intent, normalised, dialogue) : undefined;
  if (gone) return as(gone);
  const asksRefund = rightAfter && focus.length === 1 && asksMoneyBack(normalised, 'return_order');
  if (asksRefund && VAGUE.has(intent)) return as('refund_status');
  if (!isShort(request.text)) return request;

  // "How do I send them" just after their return was registered asks for no second one.
  const rule = Object.keys(WISH_OF).find((one) => WISH_OF[one] === intent);
  if (rule && rightAfter && intent === dialogue.lastIntent && !dialogue.draft && HOW.test(normalised))
    return { ...request, intent: rule, route: 'knowledge' };
  const deed = focus.length === 1 ? deedOf(normalised) : undefined;
  if (deed) return as(deed);
  if (rightAfter && BEFORE_IT.test(normalised.replace(/[\p{P}]+/gu, '').trim())) {
    const at = dialogue.shownOrderIds.indexOf(focus[0] ?? '');
    const older = at < 0 ? undefined : dialogue.shownOrderIds[at + 1];
    if (older) return as('list_orders', [older]);
  }
  // "Ok, then the first one": what was wished of the other is wished of this one.
  const nth = slots.ordinal?.from === 'start' ? dialogue.shownOrderIds[slots.ordinal.n - 1] : undefined;
  if (rightAfter && nth && intent === 'affirm' && dialogue.shownOrderIds.length > 1)
    return as(dialogue.lastIntent ?? 'list_orders', [nth]);
  if (talksOfOrders && VAGUE.has(intent) && (ARRIVES.test(normalised) || PARCEL.test(normalised)))
    return as('track_order');
  if (!rightAfter) return request;
  if (VAGUE.has(intent) && WHERE.test(normalised)) return as('track_order');
  const ofMoney = VAGUE.has(intent) || intent === 'payment_question' || intent === 'price_question';
  if (ofMoney && focus.length === 1 && asksTotal(normalised) && slots.products.length === 0)
    return as('list_orders', focus);
  if (VAGUE.has(intent) && focus.length === 1 && LEFT.test(normalised) && slots.products.length === 0)
    return as('list_orders', focus);
  const wish = WISH_OF[intent];
  const howTo = intent === 'invoice_question' && HOW.test(normalised);
  if (
    wish &&
    !howTo &&
    focus.length === 1 &&
    (POINTS.test(normalised) || WHY.test(normalised) || normalised.length <= 6)
  )
    return as(wish);
  // A change is only proposed when it is asked for.
  const last = READS.has(dialogue.lastIntent ?? '') ? (dialogue.lastIntent ?? 'list_orders') : 'list_orders';
  const code = CODE.exec(request.text)?.[0];
  if (code && slots.products.length === 0 && VAGUE.has(intent)) return as(last, [code]);
  const thing = slots.products.length + slots.categories.length > 0;
  // "The robot doesn't charge any more": what is wrong with it is no question of its order.
  const tellsFault = intent === 'troubleshooting' && ellipticalTopic(normalised) === undefined;
  if (thing && !tellsFault && VAGUE.has(intent) && (ellipticalTopic(normalised) !== undefined || !request.isQuestion))
    return as(last);
  if (slots.ordinal && VAGUE.has(intent) && dialogue.shownOrderIds.length > 1) return as(last);
  return request;
}

/** What a message goes on with, though it sounds like something else of orders; undefined: with nothing. */
function goesOn(intent: string, normalised: string, { lastIntent = '' }: Dialogue): string | undefined {
  // "Why is it so slow", of the refund.
  if (intent === 'urge_delivery' && lastIntent === 'refund_status') return lastIntent;
  // "Can't it be changed any more?", of the goods that were to be others: no address is spoken of.
  return intent === 'change_address' && isSwap(lastIntent) && !OF_ADDRESS.test(normalised) ? lastIntent : undefined;
}
