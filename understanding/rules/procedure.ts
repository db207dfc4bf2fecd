import { anyOf } from '../../text/any-of.ts';
import { pattern } from '../../text/pattern.ts';
import type { Slots } from '../types.ts';

/** Requests for a change of an order, and the question about how that is done. */
const QUESTION_OF: Readonly<Record<string, string>> = {
  return_request: 'return_policy',
  exchange_request: 'exchange_policy',
  cancel_order: 'cancel_policy',
  change_address: 'account_question',
  change_items: 'ordering_question',
  invoice_request: 'invoice_question',
  damaged_or_wrong_item: 'return_policy',
  delivery_not_received: 'delivery_policy',
  refund_status: 'refund_policy',
};

const HELLO_ZH = /请问|你好|您好|那|那么|[，, ]/;
const HOW_ZH = /(?:怎么|如何|怎样|咋|在哪里?|从哪里?|去哪里?|哪里)(?:可以|能|才能|去|样)?/;
const DONE_ZH = /申请|办理?|操作|弄|赔|处理|退|换|取消|改|修改|更改|变更|开|要|提交|联系|办/;
const HOW = anyOf(
  pattern`^${HELLO_ZH}*(?:我|我们|顾客|买家|客户)?(?:如果|要是|万一)?.{0,12}?${HOW_ZH}${DONE_ZH}`,
  /(?:怎么办|怎么赔|怎么处理|怎么算|流程|步骤)[?？。 ]*$/,
  /\b(?:how|where) (?:do|can|could|should|would|to|does)\b/,
  /\b(?:what(?:'s| is| are) the (?:process|steps?|procedure|way)|what (?:do|should) i (?:do|need)|is (?:it|there).{0,10}(?:possible|a way) to)\b/,
);
const MAY = anyOf(
  /^(?:can|could|may|am i able to|are .{1,30} (?:returnable|refundable)|is it possible to)\b/,
  /^(?:do you (?:allow|accept)|is .{1,30} (?:returnable|refundable))\b/,
  /^(?:请问)?.{0,14}(?:可以|能|能不能|可不可以|支持|是否)(?:退|换|取消|改|开).{0,6}(?:吗|么|不)?[?？]?$/,
);
/** How what goes back is packed is told of all orders alike. */
const PACKS = anyOf(
  /\bhow (?:do|can|should|would|must|to)\b.{0,16}\b(?:pack|wrap|package|box)\b/,
  /(?:怎么|如何|怎样|咋)(?:打包|包装|包好)/,
);
/** A time until which something may be done: a rule, not where a parcel is. */
const UNTIL_WHEN = anyOf(
  /\b(?:until|till|by) (?:when|what time|which day) (?:can|may|could|must|do)\b/,
  /最[晚迟](?:什么时候|几点|几号|哪天|多久)/,
);
/** The customer speaks of an order of their own, or of one in view. */
const OWN = anyOf(
  /我的|我那|我这|我(?:买|订|拍|下)的/,
  /我?(?:刚|昨天|前天|上周|上次|上个?月|今天|之前)(?:刚)?(?:买|下|拍|订|收)/,
  /这(?:个|单|笔|件|双|款|条)/,
  /那(?:个|单|笔|件|双|款|条)|它|收到(?:的|了)|帮我|给我|我要退|我想退|我要换|我想换/,
  /\b(?:send|give|get|e-?mail|issue|make|write|print) (?:me|us)\b/,
  /\bmy (?!address|delivery address|shipping address|account|money|details|email|phone|size|invoice)\b/,
  /\bi (?:bought|ordered|purchased|received|got|just)\b/,
  /\b(?:i've (?:bought|ordered|received|got)|it|this|that|them|these|those|the one)\b/,
);

/**
 * The intent of asking how a change is made, when the message asks that of orders in general ("how do I return
 * something?", 怎么退货); undefined when it is about an order of the customer's ("how do I return the boots I bought?").
 */
export function procedureQuestion(
  normalised: string,
  intent: string,
  { slots, inView }: { slots: Slots; inView: boolean },
): string | undefined {
  const ofOne = slots.orderIds.length + slots.trackingNumbers.length > 0;
  if (OF_ORDERS.has(intent) && (ORDERS_YET.test(normalised) || UNTIL_WHEN.test(normalised)) && !ofOne)
    return 'delivery_policy';
  const question = QUESTION_OF[intent];
  if (question === undefined || (inView && (BARE_CHANGE.test(normalised) || INTO.test(normalised)))) return undefined;
  if (ofOne || slots.dates.length > 0 || slots.ordinal !== undefined) return undefined;
  if (!inView && OF_WHAT_MAY_COME.has(intent) && SUPPOSES.test(normalised)) return question;
  if (PACKS.test(normalised)) return question;
  if (OWN.test(normalised)) return undefined;
  return HOW.test(normalised) || MAY.test(normalised) ? question : undefined;
}

/** "What if it comes broken", "is it returnable once it arrives": nothing has come yet. */
const OF_WHAT_MAY_COME = new Set(['damaged_or_wrong_item', 'return_request', 'delivery_not_received']);
const SUPPOSES = anyOf(
  /^(?:and |so |but |[,. ])*what (?:if|happens (?:if|when))\b/,
  /\b(?:returnable|refundable)\b.{0,12}\b(?:once|when|after|if)\b/,
  /^(?:请问|那|那么|[，, ])*(?:如果|要是|万一|假如).{2,24}(?:怎么办|咋办|能退|可以退|能换|赔|怎么处理|算谁的)/,
);

/** "When will my order leave if I order at 3", 今晚下单几号能到: nothing is ordered yet. */
const OF_ORDERS = new Set(['track_order', 'list_orders', 'urge_delivery']);
const ORDERS_YET = anyOf(
  /\bif (?:i|we) (?:order|buy|pay|place)\b|\bi (?:order|buy) (?:it |one |this )?(?:today|now|tonight|tomorrow)\b/,
  /(?:如果|要是|假如|现在|今天|今晚|明天|早上|上午|中午|下午|晚上|点)(?:就|再|才)?(?:下单|下订单|付款|拍下)(?![了的过完])(?!.*还没)/,
);

/** What a question about the rules becomes when it names an order. */
const REQUEST_OF: Readonly<Record<string, string>> = {
  return_policy: 'return_request',
  exchange_policy: 'exchange_request',
  cancel_policy: 'cancel_order',
  invoice_question: 'invoice_request',
  refund_policy: 'refund_status',
  delivery_policy: 'track_order',
  payment_problem: 'list_orders',
  payment_question: 'list_orders',
};

/** Something that the customer has bought, not the rule in general. */
const BOUGHT = anyOf(
  /(?:我|刚|昨天|前天|上周|上个?月|今天|之前)(?:刚)?(?:买|下单|拍|订|收到|下)(?:的|了)|我的订单/,
  /\bmy (?:order|purchase)\b|\bi(?:'ve)?(?: just)? (?:bought|ordered|got|received|purchased)\b/,
);
const IN_GENERAL =
  /如果|要是|假如|一般|通常|规定|政策|规则|\b(?:if|usually|generally|in general|policy|policies|rules?)\b/;
/** A change and nothing else: 能取消吗, "can that be cancelled too": of what is in view. */
const BARE_CHANGE = anyOf(
  /^(?:那|还|现在|请问|也|[，, ])*(?:能|可以|能不能|可不可以)(?:也|再|还|直接|现在)*(?:取消|退|退货|退款|换|换货|改地址|改|开发票)(?:了|吗|么|不|一下)*[?？]?$/,
  /^(?:and |so |ok )?(?:can|could|may) (?:i|you|that|they|it)(?: still| also| please)* (?:be )?(?:cancel|return|exchange|change|refund|swap)\w*(?: (?:the address|too|also|now|the size|the colou?r))*\??$/,
);
/** What it is to become is said: 能改到公司地址吗, "could you send it to my office instead". */
const INTO = /[改换](?:到|成|为|去)|\binstead\b/;
const STILL = /还能|还可以|还来得及|\bstill\b/;

/** "Can I still change the address": there is an order that it may be too late for, whatever was asked in between. */
export function stillChanges(normalised: string): boolean {
  return STILL.test(normalised) && BARE_CHANGE.test(normalised) && !IN_GENERAL.test(normalised);
}

const OF_PURCHASE = new Set(['return_policy', 'exchange_policy', 'cancel_policy']);

/** "Cancel the other one then": it is to be done, and no rule is asked for. */
const DO_IT = anyOf(
  /^(?!.*(?:\?|\b(?:can|could|may|am) i\b|\bhow\b|\bif\b|\bpolic)).{0,24}\bi(?:'d| would)? (?:want|like|need|wish) to (?:cancel|return|exchange|swap|send back) (?:it|them|both|(?:the|my|this|that|these|those) [a-z])/,
  /^(?:(?:ok|okay|then|and|also|so|please|just|well|fine)[, ]+)*(?:cancel|return|exchange|swap|send back) (?:it|this|that|them|those|these|both|(?:my|the|that|this) (?:other|last|first|second|latest|one|order)\b)/,
  /^(?:那|好|就|也|请|麻烦|帮我|给我|[，, ])*把[^，。,?？]{1,14}(?:取消|退|换)(?:掉|了)?(?:吧)?[。.!！]*$/,
);

const POINTED_AT = /这(?:个|单|笔|件)|那(?:个|单|笔|件)|它|\b(?:it|this order|that order)\b/;

/**
 * The order's own intent where a question about the rules is about one order ("can ORD-1 still be returned?", or
 * "can I still cancel it?" with one in view).
 */
export function questionOfOrder(
  normalised: string,
  intent: string,
  { slots, inView, listed = false }: { slots: Slots; inView: boolean; listed?: boolean },
): string | undefined {
  if (OF_PURCHASE.has(intent) && DO_IT.test(normalised)) return REQUEST_OF[intent];
  // "第二笔可以退吗" after a list of orders names one of them.
  const named = slots.orderIds.length + slots.trackingNumbers.length > 0 || (listed && slots.ordinal !== undefined);
  const bought = OF_PURCHASE.has(intent) && BOUGHT.test(normalised) && !IN_GENERAL.test(normalised);
  const seen = inView && !IN_GENERAL.test(normalised) && (POINTED_AT.test(normalised) || BARE_CHANGE.test(normalised));
  return named || bought || seen ? REQUEST_OF[intent] : undefined;
}
