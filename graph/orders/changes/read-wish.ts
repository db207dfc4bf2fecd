import { anyOf } from '../../../text/any-of.ts';
import { namesProduct } from '../../../understanding/slots/named-product.ts';
import type { UnderstoodRequest } from '../../../understanding/types.ts';
import { askedColours } from '../../products/options/colours.ts';
import { extractAddress } from '../address.ts';
import { contactSaid, speaksOfContact } from '../contact-said.ts';

const UNDO = anyOf(
  /(?:撤销|撤回|撤消|还原|恢复)(?:刚才|刚刚|上一?[次个步]|之前|我的|那[个次])?.{0,4}(?:修改|操作|变更|更改|申请|改动|$)/i,
  /(?:刚才|刚刚)(?:的)?(?:修改|操作|申请)?.{0,3}(?:撤销|撤回|取消掉?)/i,
  /^(?:等等|等一下|不好意思|抱歉|[，, ])*(?:先|还是)?(?:别|不要|不)取消了/i,
  /\b(?:undo|revert|take back|roll back)\b.{0,30}\b(?:that|it|this|change\w*|last|request|what)\b|^\s*undo\W*$/i,
);
const PRICE_PROTECTION = anyOf(
  /(?:申请|要|帮我|想|能不?能|可以|可不可以|我的?.{0,12})(?:.{0,6})(?:价保|保价|价格保护|退差价|补差价)/i,
  /(?:价保|保价|退差价).{0,6}(?:申请|一下|查)/i,
  /(?:降价|便宜)了.{0,10}(?:退|补).{0,2}差/i,
  /\b(?:claim|apply for|request|get|give me|want|check)\b.{0,30}\b(?:price (?:protection|adjustment|match|difference)|difference back)\b/i,
  /\bprice (?:protection|adjustment) (?:for|on) (?:my|this|order)/i,
);
const PAYMENT = anyOf(
  /(?:改|换|更换|修改|变更)(?:一下|个|成|用|为)?.{0,6}(?:支付方式|付款方式)|(?:支付|付款)方式.{0,4}(?:改|换)/i,
  /(?:改|换)(?:用|成)(?:支付宝|微信|银联|信用卡|礼品卡|paypal).{0,3}(?:付|支付)?/i,
  /\b(?:change|switch|update|use a different|use another)\b.{0,25}\bpayment(?: method)?\b/i,
  /\bpay\b.{0,25}\bwith\b.{0,25}\binstead\b/i,
);
const NEW_ADDRESS = anyOf(
  /(?:改|换|修改|更改|更新|变更)(?:一下)?.{0,16}地址|地址.{0,6}(?:改|换|更新)(?:成|为|到)/i,
  /\b(?:change|update|correct|switch|set|edit)\b.{0,60}\baddress\b/i,
);
/** Another recipient or phone than the order has. */
const NEW_CONTACT =
  /改|换|[写填]错|错了|\b(?:change|update|correct|wrong|set|new|should be|(?:can|could) .{0,32}\bbe)\b/i;
/** "Send everything that isn't out yet to my office": where to is a place of the customer's. */
const SEND_TO =
  /\b(?:send|ship|deliver|redirect)\b (?:everything|all|it|them|that|this|the|my)\b.{0,60}\bto (?:my|our) (?:office|work|home|house|flat|parents|school)\b/i;
/** "Can you send it to 3 Elm Square instead": an address stands behind it. */
const SEND_IT = /\b(?:send|ship|deliver|redirect) (?:it|them|that|this)\b.{0,20}\bto\b/i;
/** More was ordered than is wanted. */
const TOO_MANY = /(?:买|拍|订|下)多了|\b(?:bought|ordered|got|have) too many\b/i;
const SWAP = anyOf(
  /\b(?:exchange|swap|trade)\b.{1,160}?\bfor (?:one|an?|another|the)\b/i,
  /\b(?:change|switch)\b.{1,160}?\bfor (?:one|another)\b/i,
  /把.{1,60}(?:换成|换为).{1,60}/i,
);
/** 改成橄榄绿: what it is to become. */
const INTO = /(?:改|换)(?:成|为)?\s*(\p{Script=Han}{1,5}?)(?:色|的)*(?=吗|吧|呢|可以|行|好|[，,。.！!？?]|$)/u;
/** What is not of the goods themselves. */
const NOT_GOODS = /地址|支付|付款|发票|抬头|电话|\b(?:address|payment|invoice|title|phone|refund)\b/i;
const SOME_BACK = /(?:只|就|单)(?:要|想)?退(?!款)|\b(?:only|just)\b.{0,20}\breturn\b/i;
/** 退苹果: the deed, and the thing. */
const THING_BACK = anyOf(
  /^(?:我|想|要|帮我|把|[，, ])*退(?![款换货])(?:掉|了)?[\p{Script=Han}a-z ]{2,12}$/iu,
  /^[\p{Script=Han}a-z\d ]{2,12}?(?:也|都|一起|一并)(?:要|想|给我|帮我|一起|一并)*退(?:了|掉|吧)*[。！!]?$/iu,
  /^(?:please |pls )?(?:return|send back) (?:the|my|both|those|these) [a-z'-]+(?: [a-z'-]+){0,2}[.!]?$/iu,
);
const SWAPS = /换|\b(?:exchange|swap|replace\w*|instead|for (?:a|an|the|another) )/i;
const RETURNS = /\breturn(?:ed|ing)?\b/i;
const BACK = /退回|寄回|\bsend(?:ing)?\b.{0,80}\bback\b/i;
/** Another size or colour of what is named, not the rules for it. */
const OTHER_KIND = anyOf(
  /换(?:成|为|个|一[双件条个]).{0,14}(?:码|号|色|大一|小一)/i,
  /\b(?:exchange|swap|change)\b.{1,60}\b(?:for|to|into)\b.{0,20}\b(?:size|colou?r|bigger|smaller|larger|\d{2})\b/i,
  /\b(?:exchange|swap|change)\b.{1,60}\bfor (?:the|a|an) [a-z ]{2,24} (?:one|version|flavou?r|shade|scent)\b/i,
);
const TITLE_GIVEN = anyOf(
  /^\s*(?:发票)?(?:抬头|抬頭)\s*(?:是|写|开|为|改成|改为|[:：]|\s)/i,
  /^\s*(?:the )?(?:invoice )?title:?\s+(?:is|should be|to)?\s*\S/i,
);
const RULES = /规则|政策|怎么算|条件|多久|几天|期限|\b(?:policy|rules?|how does|how long|what is|do you)\b/i;

/** `named`: the message has an order's number. */
const wish = (text: string, named: boolean): string | undefined => {
  if (UNDO.test(text)) return 'undo_change';
  if (TITLE_GIVEN.test(text)) return 'invoice_request';
  if (RULES.test(text)) return undefined;
  if (SOME_BACK.test(text)) return 'return_request';
  if (PRICE_PROTECTION.test(text)) return 'price_protection';
  if (PAYMENT.test(text)) return 'change_payment';
  if ((NEW_ADDRESS.test(text) || SEND_IT.test(text)) && extractAddress(text, false) !== undefined)
    return 'change_address';
  if (SEND_TO.test(text) || (NEW_CONTACT.test(text) && givesContact(text))) return 'change_address';
  if (TOO_MANY.test(text) && !BACK.test(text) && !RETURNS.test(text) && !/退/.test(text)) return 'change_items';
  return named && SWAP.test(text) && !NOT_GOODS.test(text) ? 'exchange_request' : undefined;
};

function givesContact(text: string): boolean {
  const { name, phone } = contactSaid(text).contact;
  return speaksOfContact(text) && (name !== undefined || phone !== undefined);
}

const OF_MONEY = /退|钱|款|\b(?:refund\w*|money|reimburs\w*|credit\w*|paid|pay|cash)\b/i;
/** "Any news on the e-kit", "can I still send it back": no money is spoken of, so no refund is meant. */
const withoutRefund = ({ intent, text }: UnderstoodRequest): string | undefined =>
  intent !== 'refund_status' || OF_MONEY.test(text)
    ? undefined
    : BACK.test(text) || RETURNS.test(text)
      ? 'return_request'
      : 'track_order';

/** Another colour is wished for; no place is one. */
const wishesColour = (text: string): boolean =>
  !NOT_GOODS.test(text) && askedColours(`${INTO.exec(text)?.[1] ?? ''}色`).length > 0;

/** "Do you gift-wrap TH-5520?" asks what the shop does; nothing of the order's goods is to become another. */
const ASKS_SHOP = anyOf(
  /^(?:hi|hello|and|so|also|[,. ])*(?:do|does|are|is) (?:you|your|the shop)\b/i,
  /你们(?:会|能|可以|有|提供|支持)?.{0,24}(?:吗|么)\s*[?？]?$/i,
);
const ALTERS = anyOf(
  /改|换|加|减|去掉|删|取消|数量/i,
  /\b(?:chang\w*|swap\w*|switch\w*|replac\w*|add\w*|remov\w*|drop\w*|instead|exchang\w*)\b/i,
  /\b(?:make|more|fewer|different|another)\b/i,
);
const asksOfShop = ({ intent, text }: UnderstoodRequest): boolean =>
  intent === 'change_items' && ASKS_SHOP.test(text) && !ALTERS.test(text);

const OF_COLOUR: ReadonlySet<string> = new Set(['change_address', 'damaged_or_wrong_item']);
const OF_FAULT: ReadonlySet<string> = new Set(['damaged_or_wrong_item', 'troubleshooting']);
const SENDS_BACK = anyOf(
  /^(?:就|只|那|帮我|我要?|想|要|把|[，, ])*退(?![款换货到了])/i,
  /^(?:just |please |i(?:'d like| want) to )*(?:return|send back) the\b/i,
);

/** Wishes for changes of orders that have no intent of their own: taking back, price protection, another payment, a part's return. */
export function readWish(request: UnderstoodRequest): UnderstoodRequest {
  const { text, slots } = request;
  if (asksOfShop(request)) return { ...request, intent: 'unclear', route: 'knowledge' };
  const intent =
    request.route === 'escalate'
      ? undefined
      : (wish(text, slots.orderIds.length > 0) ??
        withoutRefund(request) ??
        (OF_COLOUR.has(request.intent) && wishesColour(text) ? 'change_items' : undefined) ??
        // "退坏的那个": what is to become of what is broken is said.
        (OF_FAULT.has(request.intent) && SENDS_BACK.test(text) ? 'return_request' : undefined) ??
        (request.intent === 'exchange_request' && BACK.test(text) && !SWAPS.test(text)
          ? 'return_request'
          : undefined) ??
        (slots.products.length + slots.categories.length > 0 && THING_BACK.test(text) ? 'return_request' : undefined) ??
        (request.intent === 'exchange_policy' && namesProduct(slots) && OTHER_KIND.test(text)
          ? 'exchange_request'
          : undefined));
  return intent === undefined ? request : { ...request, intent, route: 'order' };
}
