import type { Language } from '../../stores/schema.ts';

interface OrderDetailsPhrases {
  free: string;
  head(id: string, status: string): string;
  item(item: { name: string; options: string | null; quantity: number; price: string; sum: string }): string;
  amounts(of: { items: string | null; discount: string | null; shipping: string | null; total: string }): string;
}

const PHRASES: Record<Language, OrderDetailsPhrases> = {
  zh: {
    free: '免费',
    head: (id, status) => `订单 ${id}，${status}：`,
    item: ({ name, options, quantity, price, sum }) =>
      `- ${name}${options ? `（${options}）` : ''}：${price} × ${quantity} = ${sum}`,
    amounts: ({ items, discount, shipping, total }) =>
      `${[items && `商品 ${items}`, discount && `优惠 −${discount}`, shipping && `运费 ${shipping}`, `合计 ${total}`].filter(Boolean).join('，')}。`,
  },
  en: {
    free: 'free',
    head: (id, status) => `Order ${id}, ${status}:`,
    item: ({ name, options, quantity, price, sum }) =>
      `- ${name}${options ? ` (${options})` : ''}: ${price} × ${quantity} = ${sum}`,
    amounts: ({ items, discount, shipping, total }) =>
      `${[items && `Items ${items}`, discount && `discount −${discount}`, shipping && `shipping ${shipping}`, `total ${total}`].filter(Boolean).join(', ')}.`,
  },
};

export const orderDetailsPhrases = (language: Language): OrderDetailsPhrases => PHRASES[language];
