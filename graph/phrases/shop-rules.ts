import type { ShippingPaidBy } from '../../tools/policy/rule.ts';

const WHO = { zh: { customer: '您', shop: '我们' }, en: { customer: 'You pay', shop: 'We pay' } } as const;

/** The shop's rules in our words, where it gave numbers only; and asking what is talked about. Days are whole. */
export const SHOP_RULES = {
  zh: {
    title: '店铺规则',
    returnWithin: (days: number) => `签收后 ${days} 天内可以退货。`,
    cancelWhile: (states: readonly string[]) => `订单${states.join('、')}时可以取消。`,
    exchangeWithin: (days: number) => `签收后 ${days} 天内可以换货。`,
    sendingBack: ({ noReason, fault }: ShippingPaidBy) => {
      const without = noReason ? [`寄回的运费由${WHO.zh[noReason]}承担`] : [];
      const faulty = fault && fault !== noReason ? [`有质量问题的，寄回的运费由${WHO.zh[fault]}承担`] : [];
      return `${[...without, ...faulty].join('；')}。`;
    },
    excluded: (name: string, opened: boolean, reason: string | null) =>
      `${name}${opened ? '拆封后' : ''}不在此列${reason ? `（${reason}）` : ''}。`,
    inZone: (place: string, zone: string) => `${place}属于“${zone}”。`,
    whichProduct: '请问您说的是哪一款商品？告诉我名称或型号，我马上查。',
  },
  en: {
    title: 'Shop rules',
    returnWithin: (days: number) => `Items can be returned within ${days} days of delivery.`,
    cancelWhile: (states: readonly string[]) => `An order can be cancelled while it is ${states.join(' or ')}.`,
    exchangeWithin: (days: number) => `Items can be exchanged within ${days} days of delivery.`,
    sendingBack: ({ noReason, fault }: ShippingPaidBy) => {
      const without = noReason ? [`${WHO.en[noReason]} for the return shipping.`] : [];
      const faulty = fault && fault !== noReason ? [`${WHO.en[fault]} for returning what is faulty.`] : [];
      return [...without, ...faulty].join(' ');
    },
    excluded: (name: string, opened: boolean, reason: string | null) =>
      `This does not hold for ${name.toLowerCase()}${opened ? ' once opened' : ''}${reason ? ` (${reason})` : ''}.`,
    inZone: (place: string, zone: string) => `${place} is in “${zone}”.`,
    whichProduct: 'Which product do you mean? Tell me its name or model and I will look it up.',
  },
} as const;
