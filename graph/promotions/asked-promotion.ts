import { allTexts } from '../../stores/local-text.ts';
import type { LocalText } from '../../stores/schema.ts';
import { anyOf } from '../../text/any-of.ts';
import { sameCode } from '../../tools/check-promotions.ts';
import { askedUnits, isMet, termsOf } from '../../tools/products/product-words.ts';
import { normaliseText } from '../../understanding/normalise.ts';
import type { UnderstoodRequest } from '../../understanding/types.ts';
import { mentionedProducts } from '../products/meant/mentions.ts';
import { NAMES_OFFER, OFFER_WORDS } from './offer-words.ts';

/** What is asked of the shop's offers: a code, what holds for products, or what offers there are. */
export type AskedPromotion =
  | { kind: 'code'; code: string; productIds: string[] }
  | { kind: 'products'; productIds: string[] }
  | { kind: 'list' }
  /** A lower price is asked for, of nothing in particular. */
  | { kind: 'haggle' }
  /** What is less for many of a thing. */
  | { kind: 'bulk' };

/** Goods of a kind that offers are looked up for. */
const MOST_ASKED = 10;

const AFTER_CODE =
  /(?:优惠码|折扣码|券码|促销码|优惠券码|\b(?:promo(?:tion)?|coupon|discount|voucher)?[ -]?code)\s*(?:is|是|为|[:：“"'「])*\s*([A-Z0-9][A-Z0-9_-]{2,29})/i;
const LOOKS_LIKE_CODE = /^(?=.*\d)[A-Z0-9_-]+$|^[A-Z0-9_-]{4,}$/i;
const OFFER = anyOf(NAMES_OFFER, /券|满.{0,4}减|\bvouchers?\b/i);
const PRICE_FALL =
  /差价|保价|价保|补差|降价|退|\brefund|\bdifference|\bprice (?:match|protect|drop)|\bcheaper\b|以旧换新|trade.?in/i;
/** Of the manner, the place or the time of an offer: the documents tell. */
const OF_ITS_RULES = anyOf(
  /\b(?:how|where|when|why|who|(?:can|could|may|should) (?:i|we))\b|怎[么样]|如何|哪[里儿]/,
  /什么时[候间]|何时|几[号点]|多久|谁|规则/,
);
/** When there are any, which the list tells with their days. */
const WHEN = /什么时[候间]|啥时候|何时|几号|\bwhen(?:'s)?\b/;
/** What may be said beside the offers by somebody who wants to hear of all. */
const BESIDE_OFFERS =
  'now right currently today moment week month day running available valid active current special item product goods 现在 目前 最近 近 还 本月 这个月 本周 这周 今天 这几天 当前 店里 可用 可领 领 搞 商品 下次 下一次 下一场 再 开始 结束 next upcoming coming soon start begin end 优惠券 优惠码 优惠活动 促销活动 满减 满减活动 特价商品 打折商品 折扣码 code codes discount code promo code coupon code voucher code';

/** What goes wrong with one is no matter of which there are. */
const FAILS = anyOf(
  /[用领抢]不[了上]|(?:不能|没法|无法|没)[用领]|失效|无效/,
  /\b(?:not|fail(?:s|ed|ing)?|invalid|rejected|error|wrong)\b|n['’]t\b/,
  /\b(?:do|does|ca|wo|is)nt\b/,
);

function asksForAll(text: string): boolean {
  if (FAILS.test(text)) return false;
  const offers = text.replace(WHEN, ' ');
  return !OF_ITS_RULES.test(offers) && askedUnits(offers, [OFFER_WORDS, BESIDE_OFFERS]).length === 0;
}

/** 便宜点呗, "any discount?", "a bit pricey": somebody bargains. */
const HAGGLES = anyOf(
  /(?:便宜|优惠|少|打折?个?折?|抹个?零)(?:一?点|一些|些|个)?(?:儿)?(?:钱)?(?:呗|吧|嘛|行吗|行不行|行不|可以吗|可以不|好不好|不|卖)(?:[啊呀呢]|[?？!！。])*$/,
  /讲价/,
  /砍价|还价|议价|能(?:不能)?(?:打折|便宜|少|优惠)(?:一?点|些)?(?:[吗么不嘛呗]|$)/,
  /\bhaggl|\bnegotia(?:te|ble)/,
  /^(?:(?:can|could|will|would) (?:you|u|i)|any chance (?:of|you)).{0,16}\bcheaper(?: please| for me)?[?.! ]*$/,
  /\bbest (?:you can do|price)\b|\bknock\b.{0,16}\boff\b/,
  /\b(?:too expensive|pricey)\b|\b(?:lower|better) price\b|^any discount(?: please| for me)?[?.!]*$/,
);

const MANY = anyOf(
  /批量|批发|团购|企业采购|大量(?:采购|购买|买)|多买|买得?多(?!少)|量大|\b(?:bulk|wholesale)\b/,
  /\b(?:volume|quantity) (?:discount|price|pricing)s?\b/,
);
/** From so many of a thing on. */
const MANY_PIECES = 5;

const asksForMany = (text: string, quantity: number | undefined): boolean =>
  MANY.test(text) || ((quantity ?? 0) >= MANY_PIECES && OFFER.test(text));

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
  if (asksForMany(normaliseText(text), slots.quantity)) return { kind: 'bulk' };
  if (intent !== 'promotion_question') return undefined;
  const said = AFTER_CODE.exec(plain)?.[1];
  if (said !== undefined && LOOKS_LIKE_CODE.test(said) && isWritten(said))
    return { kind: 'code', code: said, productIds };
  const normalised = normaliseText(text);
  if (!OFFER.test(normalised) || PRICE_FALL.test(normalised)) return undefined;
  if (productIds.length === 0 && asksForAll(normalised)) return { kind: 'list' };
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

/** The offers whose whole name, of two words or more, stands in a text ("when does brush month end"). */
export function offersCalled<O extends { name: LocalText }>(text: string, offers: readonly O[]): O[] {
  const terms = termsOf(text);
  return offers.filter(({ name }) =>
    allTexts(name).some((one) => {
      const units = askedUnits(one, []);
      return units.length > 1 && units.every((unit) => isMet(unit, terms));
    }),
  );
}

/** "SAVE20", "WINTER": written as a code is, not a word of the sentence ("code working"). */
const isWritten = (token: string): boolean => /\d/.test(token) || token === token.toUpperCase();

/** Whether a source tells if prices can be bargained for, and does not just speak of prices. */
export const tellsOfHaggling = (text: string): boolean =>
  /讲价|(?<!协)议价|还价|砍价|一口价|明码标价|\bhaggl|\bbargain|\bnegotia|\bfixed prices?\b|\bprices? (?:is|are) (?:fixed|final)\b/i.test(
    text,
  );

/** Whether a source tells what many of a thing cost. */
export const tellsOfBulk = (text: string): boolean =>
  /批量|批发|企业|件以上|\b(?:bulk|wholesale|business orders?|quantit\w+|\d+ or more|from \d+ (?:of|pieces|items|units))\b/i.test(
    text,
  );
