import { anyOf } from '../../text/any-of.ts';
import { sameCode } from '../../tools/check-promotions.ts';
import { normaliseText } from '../../understanding/normalise.ts';
import type { UnderstoodRequest } from '../../understanding/types.ts';
import { mentionedProducts } from '../products/mentions.ts';

/** What is asked of the shop's offers: a code, what holds for products, or what offers there are. */
export type AskedPromotion =
  | { kind: 'code'; code: string; productIds: string[] }
  | { kind: 'products'; productIds: string[] }
  | { kind: 'list' }
  /** A lower price is asked for, of nothing in particular. */
  | { kind: 'haggle' };

/** Goods of a kind that offers are looked up for. */
const MOST_ASKED = 10;

const AFTER_CODE =
  /(?:优惠码|折扣码|券码|促销码|优惠券码|\b(?:promo(?:tion)?|coupon|discount|voucher)?[ -]?code)\s*(?:is|是|为|[:：“"'「])*\s*([A-Z0-9][A-Z0-9_-]{2,29})/i;
const LOOKS_LIKE_CODE = /^(?=.*\d)[A-Z0-9_-]+$|^[A-Z0-9_-]{4,}$/i;
const OFFER =
  /优惠|折扣|打折|活动|促销|券|满.{0,4}减|\b(?:coupons?|vouchers?|discounts?|offers?|promotions?|promos?|deals?|sale)\b/i;
const PRICE_FALL =
  /差价|保价|价保|补差|降价|退|\brefund|\bdifference|\bprice (?:match|protect|drop)|\bcheaper\b|以旧换新|trade.?in/i;
const LIST = anyOf(
  /^(?:请问|你好|您好|你们|咱们|店里|本店|你家|[，, ])*(?:现在|目前|最近|这几天|今天|当前)?(?:店里|你们)?(?:都|还)?有(?:没有)?(?:什么|哪些|啥)?(?:可用的|可以用的|可领的|能用的)?(?:优惠|优惠活动|促销|促销活动|活动|折扣|优惠券|券|优惠码|满减)(?:活动)?(?:吗|呢|呀|啊|可以用|能用|可用|可以领)*[？?。]?$/i,
  /^(?:what|which|any|are there any|do you have any|is there any|have you got any)\b(?: (?:kind of|current|active|valid|available|special|other))* ?(?:coupons?|vouchers?|discounts?|offers?|promotions?|promo codes?|coupon codes?|discount codes?|deals?|sales?)(?: codes?)?(?: (?:are|is|do|can|there|you|have|i|use|on|at|the|moment|now|right|currently|running|valid|available|going|today|got|for me))*[?.!]?$/i,
);

/** 便宜点呗, "any discount?", "a bit pricey": somebody bargains. */
const HAGGLES = anyOf(
  /(?:便宜|优惠|少|打折?个?折?|抹个?零)(?:一?点|一些|些|个)?(?:儿)?(?:钱)?(?:呗|吧|嘛|行吗|行不行|行不|可以吗|可以不|好不好|不|卖)(?:[啊呀呢]|[?？!！。])*$|讲价/,
  /砍价|还价|议价|能(?:不能)?(?:打折|便宜|少|优惠)(?:一?点|些)?(?:[吗么不嘛呗]|$)/,
  /\bhaggl|\bnegotia(?:te|ble)|\bbest (?:you can do|price)\b|\bknock\b.{0,16}\boff\b/,
  /\b(?:too expensive|pricey)\b|\b(?:lower|better) price\b|^any discount(?: please| for me)?[?.!]*$/,
);

/** Undefined: nothing that a list of offers tells (rules, price protection, gifts): the documents speak. */
export function askedPromotion(
  { text, slots, intent }: Pick<UnderstoodRequest, 'text' | 'slots' | 'intent'>,
  codes: readonly string[],
): AskedPromotion | undefined {
  const plain = text.normalize('NFKC').trim();
  const { ids, named } = mentionedProducts(slots);
  const known = knownCode(plain, codes);
  // "Deals on bread", "is WARM50 good for bread": of the kind that is named, by some of its goods.
  const ofOffers = known !== undefined || OFFER.test(text);
  const productIds = named ? ids : ofOffers ? ids.slice(0, MOST_ASKED) : [];
  if (known !== undefined) return { kind: 'code', code: known, productIds };
  if (HAGGLES.test(normaliseText(text))) return { kind: 'haggle' };
  if (intent !== 'promotion_question') return undefined;
  const said = AFTER_CODE.exec(plain)?.[1];
  if (said !== undefined && LOOKS_LIKE_CODE.test(said) && isWritten(said))
    return { kind: 'code', code: said, productIds };
  const normalised = normaliseText(text);
  if (!OFFER.test(normalised) || PRICE_FALL.test(normalised)) return undefined;
  if (LIST.test(normalised)) return { kind: 'list' };
  return productIds.length > 0 ? { kind: 'products', productIds } : undefined;
}

/** Whether offers of any kind are asked for. */
export const asksOfOffers = ({ text, intent }: Pick<UnderstoodRequest, 'text' | 'intent'>): boolean =>
  intent === 'promotion_question' && OFFER.test(normaliseText(text)) && !PRICE_FALL.test(normaliseText(text));

/** The shop's code that stands in a text, in one word or two ("warm 200"). */
export function knownCode(text: string, codes: readonly string[]): string | undefined {
  const words = text.match(/[A-Z0-9]+/gi) ?? [];
  const said = words.flatMap((word, index) => [word, `${word}${words[index + 1] ?? ''}`]);
  return codes.find((code) => said.some((word) => sameCode(code, word)));
}

/** "SAVE20", "WINTER": written as a code is, not a word of the sentence ("code working"). */
const isWritten = (token: string): boolean => /\d/.test(token) || token === token.toUpperCase();
