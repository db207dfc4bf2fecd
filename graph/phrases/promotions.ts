import type { Language } from '../../stores/schema.ts';

/** More products and kinds than this are not listed. */
const MOST_NAMED = 4;

interface OfferSaid {
  name: string;
  gives: string;
  code: string | null;
  from: string | null;
  to: string | null;
  minimum: string | null;
  only: string[];
  once: boolean;
  conditions: string | null;
}

export interface PromotionPhrases {
  source: string;
  offer(offer: OfferSaid): string;
  valid(code: string): string;
  upcoming(code: string, from: string): string;
  ended(code: string, to: string): string;
  used(code: string, orderId: string): string;
  unknown(code: string): string;
  usableFor(names: string[]): string;
  notFor(names: string[]): string;
  now: string;
  soon: string;
  nothingNow: string;
  nothingFor(name: string): string;
  /** What documents are asked when somebody bargains. */
  haggling: string;
  /** And of the price of many. */
  bulk: string;
  fixedPrices: string;
}

const PHRASES: Record<Language, PromotionPhrases> = {
  zh: {
    source: '店铺优惠活动',
    offer: ({ name, gives, code, from, to, minimum, only, once, conditions }) =>
      [
        `${name}：${gives}`,
        code && `优惠码 ${code}`,
        minimum && `满 ${minimum} 可用`,
        only.length > MOST_NAMED ? '限部分商品' : only.length > 0 && `限${only.join('、')}`,
        from && to ? `${from} 至 ${to}` : to ? `有效期至 ${to}` : from && `${from} 起`,
        once && '每人限用一次',
        conditions,
      ]
        .filter(Boolean)
        .join('；'),
    valid: (code) => `优惠码 ${code} 现在有效。`,
    upcoming: (code, from) => `优惠码 ${code} 还没有开始，${from} 起可以用。`,
    ended: (code, to) => `优惠码 ${code} 已经过期，有效期到 ${to}，不能再用了。`,
    used: (code, orderId) => `优惠码 ${code} 每人限用一次，您已在订单 ${orderId} 中用过。`,
    unknown: (code) => `本店没有“${code}”这个优惠码，无法使用。请核对是否输错。`,
    usableFor: (names) => `可以用于：${names.join('、')}。`,
    notFor: (names) => `不能用于：${names.join('、')}。`,
    now: '现在的优惠：',
    soon: '即将开始：',
    nothingNow: '现在没有进行中的优惠。',
    haggling: '可以讲价吗',
    bulk: '批量购买有优惠吗',
    fixedPrices: '价格我没有办法改动。',
    nothingFor: (name) => `现在没有适用于${name}的优惠。`,
  },
  en: {
    source: 'Offers of the shop',
    offer: ({ name, gives, code, from, to, minimum, only, once, conditions }) =>
      [
        `${name}: ${gives}`,
        code && `code ${code}`,
        minimum && `for orders from ${minimum}`,
        only.length > MOST_NAMED ? 'for certain products' : only.length > 0 && `only for ${only.join(', ')}`,
        from && to ? `${from} to ${to}` : to ? `until ${to}` : from && `from ${from}`,
        once && 'once per customer',
        conditions,
      ]
        .filter(Boolean)
        .join('; '),
    valid: (code) => `The code ${code} is valid now.`,
    upcoming: (code, from) => `The code ${code} is not valid yet; it can be used from ${from}.`,
    ended: (code, to) => `The code ${code} has expired: it was valid until ${to} and can no longer be used.`,
    used: (code, orderId) => `The code ${code} can be used once per customer; you used it in order ${orderId}.`,
    unknown: (code) => `This shop has no code "${code}", so it can't be used. Please check how it is spelt.`,
    usableFor: (names) => `It can be used for: ${names.join(', ')}.`,
    notFor: (names) => `It can't be used for: ${names.join(', ')}.`,
    now: 'Offers at the moment:',
    soon: 'Coming up:',
    nothingNow: 'There is no offer at the moment.',
    haggling: 'Can I bargain for a lower price?',
    bulk: 'Is there a discount for bulk orders?',
    fixedPrices: "I can't change prices.",
    nothingFor: (name) => `There is no offer for the ${name} at the moment.`,
  },
};

export const promotionPhrases = (language: Language): PromotionPhrases => PHRASES[language];
