import { isCommonWord } from '../../../knowledge/text/common-words.ts';
import type { Hit } from '../../../knowledge/types.ts';
import { anyOf } from '../../../text/any-of.ts';
import { askedUnits, isMet, termsOf } from '../../../tools/products/product-words.ts';
import type { UnderstoodRequest } from '../../../understanding/types.ts';

/** Somewhere that something is to be sent to. */
export const TO_A_PLACE = anyOf(
  // 能发到新疆吗
  /(?:发|寄|送|邮|运)(?:货)?[得不]?(?:到|往|去)[\p{Script=Han}]{2,8}/iu,
  // 可以寄香港吗, 到拉萨要几天
  /(?:能|可以)(?:不能)?(?:发|寄|送)(?![票货回给])[\p{Script=Han}]{2,6}吗/iu,
  /(?:到|去)[\p{Script=Han}]{2,6}(?:要)?(?:几天|多久)/iu,
  // 西藏几天能到
  /^[\p{Script=Han}]{2,5}(?<!快递|包裹|订单|商品)(?:要)?(?:几天|多久)(?:能|可以)?到/iu,
  // 新疆可以寄吗
  /^[\p{Script=Han}]{2,4}(?<!你们|现在|什么)(?:可以|能|能不能|可不可以)(?:寄|发货?|送|配送)(?:到|吗|么|不)/iu,
  // 海南发货吗
  /^(?!.{0,3}(?:你们|现在|什么|天|周|晚|早|节|年|末|日|顺丰|快递|当|都|还|也|何|几|先|没|已|立|马|付))[\p{Script=Han}]{2,4}(?:发货|寄|配送|送货)[吗么不]/iu,
  // "do you ship to Norway", "how long to Leeds"
  /\b(?:ship|shipping|deliver|delivery|post|send|mail|days|long|take)\b[a-z ]{0,24}\bto (?!(?:an?|the|your|you|me|my|be|get)\b)[a-z]+/iu,
  /\b(?:ship|shipping|deliver|delivery|post|send|mail)\b[a-z ]{0,24}\b(?:abroad|overseas|internationally|worldwide)\b/iu,
);
/** Asked of sending and of places alike, a passage is told apart from a chance one by its own words. */
export const SENDING = anyOf(
  /发货|寄|配送|送达|快递|发往|地址|门店|路|店|只发|次日达/i,
  /\b(?:ship|deliver|send|post|dispatch|address|store|shop|showroom|street|are at|find us)/i,
);

const HOW_LONG = /(?:几|多少)(?:天|日)|多久|多长时间|\bhow (?:many days|long|soon|quick)|\bwhen will\b/i;
/** 明天能到杭州吗, "will it be in Cork by Friday": whether it takes that long. */
const BY_THEN = anyOf(
  /(?:今|明|后)天.{0,6}(?:到|送达|收到|寄到)/i,
  /\b(?:arrive|delivered|get (?:it|them|this|to|here)|be (?:in|here))\b.{0,24}\b(?:tomorrow|today|by|before)\b/i,
);
/** Fetching, sending back, sending off and what comes broken: each has times and fees of its own. */
const ASIDE: readonly RegExp[] = [
  /自提|自取|到店取|取货|\b(?:pick(?:ed|ing)?(?: (?:it|them|this|mine))?[ -]?up|pickup|collect(?:ion|ing|ed)?)\b/i,
  /退货|退款|退换|换货|换(?:个|成|一个)?(?:尺码|颜色|款式|版本|型号|大小)|寄回|\b(?:returns?|refunds?|exchanges?)\b|\b(?:send|sent|sending|post|posting) (?:\w+ ){0,3}back\b/i,
  /破损|损坏|碎了|\b(?:broken|damaged?|cracked|faulty)\b/i,
];
/** What is asked of the time between payment and the parcel's leaving. */
const OF_DISPATCH = /发货|发出|寄出|出库|\bdispatch|\bsent out\b|\bleave\b/i;

/** Whether it leaves collections and returns out. */
export const isOfSending = (question: string): boolean => !ASIDE.some((aside) => aside.test(question));

/** How long a parcel is on its way: "how many days to Leeds", 几天能到. */
export const asksSendingTime = ({ text, intent }: Pick<UnderstoodRequest, 'text' | 'intent'>): boolean =>
  (HOW_LONG.test(text) || BY_THEN.test(text)) &&
  !OF_DISPATCH.test(text) &&
  isOfSending(text) &&
  (intent === 'delivery_policy' || TO_A_PLACE.test(text));

/** Whether it is asked of a place that goods are to reach: only there does the name of a city stand for its region. */
export const isOfAPlace = ({ text, intent }: Pick<UnderstoodRequest, 'text' | 'intent'>): boolean =>
  intent === 'delivery_policy' || TO_A_PLACE.test(text) || SENDING.test(text) || HOW_LONG.test(text);

const FEE = anyOf(
  /(?:要|收|付|多少|几块|免)(?:钱|不要|不用)?.{0,4}(?:运费|邮费|快递费|配送费)/i,
  /(?:运费|邮费|快递费|配送费).{0,6}(?:多少|几|怎么|要|吗)/i,
  /偏远.{0,4}(?:加|要|收).{0,3}(?:钱|费)/i,
  /(?:寄|发货?|配送|邮寄?)(?:到|往|去)[^，,。?？]{1,10}?(?:要|得)?(?:多少钱|几块钱?|怎么收费|收多少)/i,
  /\bwhat(?:'?s| is| would) (?:be )?(?:the )?(?:postage|shipping|delivery)\b/i,
  /\b(?:postage|shipping|delivery) (?:on|for) (?:a|an|the|one|two|\d|[£$€¥])|\bpostage to\b/i,
  /\b(?:postage|shipping|delivery)\b.{0,16}\b(?:cost|fee|free|charge|if i|for (?:an order|orders))\b/i,
  /\bhow much\b.{0,12}\b(?:postage|shipping|delivery|to (?:ship|post|send|deliver))\b/i,
  /(?:多少|满|几).{0,6}(?:包邮|免邮|免运费)|(?:包邮|免邮|免运费).{0,6}(?:多少|几|门槛)/i,
  /\bfree (?:shipping|delivery|postage)\b/i,
  // "What does it cost to have a wardrobe delivered", 床送上门要多少钱
  /\b(?:costs?|how much|charge|price)\b(?:(?!\b(?:and|with|plus|incl\w*)\b|[&+,]).){0,40}\b(?:delivered|shipped|posted|delivery|postage)\b/i,
  /(?:送货|配送|送上[门楼]|送到家|快递).{0,6}(?:多少钱|几块|要钱|收钱|收费|收多少|加钱)/i,
);

/** What sending costs: "is there postage on an order of 80", 买150要运费吗. */
export const asksSendingFee = (question: string): boolean => isOfSending(question) && FEE.test(question);

/** Whether a passage is headed by another way of goods than the question asks for: a collection, a return. */
export const isAside = (question: string, { title, heading, text }: Pick<Hit, 'title' | 'heading' | 'text'>): boolean =>
  ASIDE.some((aside) => !aside.test(question) && aside.test(heading === null || heading === title ? text : heading));

/** What a question of sending alone is made of. */
const OF_SENDING_ALONE =
  'shipping, delivery, postage, price, cost, fee, charge, delivery cost, delivery time, free delivery, days, long 包邮 运费 配送 送货 快递 配送时间 收费 时间 几天';

/** "What do you charge for delivery", 运费多少: nothing is named that it should be told of. */
export const asksOfSendingAlone = (question: string): boolean => {
  const alone = termsOf(OF_SENDING_ALONE);
  const asks = asksSendingFee(question) || asksSendingTime({ text: question, intent: 'delivery_policy' });
  return asks && askedUnits(question, []).every((unit) => isMet(unit, alone) || isCommonWord(unit.text));
};
