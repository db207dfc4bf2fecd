import { textOf } from '../../stores/local-text.ts';
import type { Language } from '../../stores/schema.ts';
import type { ShopFiles } from '../../stores/shop-files/shop-files.ts';
import type { Reply } from '../harness/shop-target.ts';
import type { SimGoal } from './sim-goal.ts';

export type ShopOrder = ShopFiles['orders'][number];

const ADDRESSES: Record<Language, string[]> = {
  zh: ['苏州市姑苏区临顿路 58 号 4 幢 301', '成都市青羊区实业街 12 号 2 单元 905', '武汉市洪山区珞喻路 77 号 1301 室'],
  en: ['12 Willow Court, Suzhou 215000', '88 Garden Street, Floor 6, Chengdu 610000', '7 Station Road, Wuhan 430070'],
};
const TITLES: Record<Language, string> = { zh: '青禾文化有限公司', en: 'Green Field Media Ltd' };

const cardOf = (reply: Reply, id: string) =>
  reply.cards.flatMap((card) => (card.type === 'order' && card.id === id ? [card] : []))[0];
const whole = (reply: Reply): string => `${reply.text}\n${JSON.stringify(reply.cards)}`;

/** What all goals about one order have in common. */
const about = ({ id, customerId }: ShopOrder, language: Language) => ({
  language,
  customer: customerId,
  lookUp: language === 'zh' ? `查一下订单 ${id}` : `Show me order ${id}`,
  vague: language === 'zh' ? '我有个订单的事想问' : 'I need some help with an order',
});
type Words = Pick<SimGoal, 'asks' | 'terse' | 'brief'>;
const say = (language: Language, words: Record<Language, Words>): Words => words[language];

export function cancelGoal(order: ShopOrder, language: Language): SimGoal {
  const { id } = order;
  return {
    kind: 'cancel',
    ...about(order, language),
    ...say(language, {
      zh: {
        asks: [`帮我取消订单 ${id}`, `订单 ${id} 我不想要了，取消掉吧`, `${id} 这个订单能取消吗，不要了`],
        terse: `取消 ${id}`,
        brief: `你想取消订单 ${id}，因为不需要了。`,
      },
      en: {
        asks: [
          `Please cancel order ${id}.`,
          `I don't want order ${id} any more, cancel it please.`,
          `I would like to cancel my order ${id}.`,
        ],
        terse: `cancel ${id}`,
        brief: `You want order ${id} cancelled, because you no longer need it.`,
      },
    }),
    details: { orderId: id },
    fits: ({ action, summary }) => action === 'cancel_order' && summary.includes(id),
    reached: (reply) => cardOf(reply, id)?.status === 'cancelled',
  };
}

export function addressGoal(order: ShopOrder, language: Language, nth: number): SimGoal {
  const { id } = order;
  const address = ADDRESSES[language][nth % ADDRESSES[language].length] ?? '';
  return {
    kind: 'address',
    ...about(order, language),
    ...say(language, {
      zh: {
        asks: [`订单 ${id} 的收货地址改成${address}`, `我搬家了，${id} 请送到${address}`, `我要改订单 ${id} 的地址`],
        terse: `${id} 改地址`,
        brief: `你想把订单 ${id} 的收货地址改成：${address}。`,
      },
      en: {
        asks: [
          `Please change the address of order ${id} to ${address}.`,
          `I have moved, please deliver order ${id} to ${address}.`,
          `I need another delivery address for order ${id}.`,
        ],
        terse: `${id} new address`,
        brief: `You want order ${id} delivered to another address: ${address}.`,
      },
    }),
    details: { orderId: id, address },
    fits: ({ action, summary, changes }) =>
      action === 'change_address' && summary.includes(id) && changes.some(({ to }) => to?.includes(address) ?? false),
    reached: (reply) => cardOf(reply, id)?.shippingAddress?.includes(address) ?? false,
  };
}

/** Another variant of the order's only line with variants, in stock; undefined where there is none. */
export function itemsGoal(order: ShopOrder, language: Language, products: ShopFiles['products']): SimGoal | undefined {
  const { id } = order;
  const [item, ...others] = order.items.filter(({ variantId }) => variantId !== null);
  const product = products.find((one) => one.id === item?.productId);
  const old = product?.variants.find((one) => one.id === item?.variantId);
  const wanted = product?.variants.find(
    (one) => one.id !== item?.variantId && (one.stock ?? 1) > 2 && differs(one, old) === 1,
  );
  if (!item || others.length > 0 || !product || !old || !wanted) return undefined;
  const had = new Set(Object.values(old.options).map((one) => JSON.stringify(one)));
  const value = Object.values(wanted.options).find((one) => !had.has(JSON.stringify(one)));
  const option = typeof value === 'number' ? String(value) : textOf(value, language);
  const name = textOf(product.name, language);
  return {
    kind: 'items',
    ...about(order, language),
    ...say(language, {
      zh: {
        asks: [
          `订单 ${id} 里的${name}我想换成${option}的`,
          `${id} 买错了，帮我换成${option}`,
          `想换一下订单 ${id} 的规格`,
        ],
        terse: `${id} 换成${option}`,
        brief: `你想把订单 ${id} 里的${name}换成${option}的，其他不变。`,
      },
      en: {
        asks: [
          `I want to change the ${name} in order ${id} to ${option}.`,
          `I picked the wrong one in order ${id}, please make it ${option}.`,
          `I would like another variant in order ${id}.`,
        ],
        terse: `${id} change to ${option}`,
        brief: `You want the ${name} in order ${id} changed to ${option}, everything else as it is.`,
      },
    }),
    details: { orderId: id, item: name, variant: option },
    fits: ({ action, summary, changes }) =>
      action === 'change_items' && summary.includes(id) && changes.some(({ to }) => to?.includes(option) ?? false),
    reached: (reply) =>
      cardOf(reply, id)?.items.some(
        ({ productId, options }) => productId === product.id && (options ?? '').includes(option),
      ) ?? false,
  };
}

/** How many options of a variant the other one does not have. */
const differs = (a: { options: object }, b: { options: object } | undefined): number => {
  const had = new Set(Object.values(b?.options ?? {}).map((one) => JSON.stringify(one)));
  return Object.values(a.options).filter((one) => !had.has(JSON.stringify(one))).length;
};

export function returnGoal(order: ShopOrder, language: Language): SimGoal {
  const { id } = order;
  return {
    kind: 'return',
    ...about(order, language),
    ...say(language, {
      zh: {
        asks: [`订单 ${id} 我要退货`, `${id} 东西不喜欢，想整单退掉`, `申请退货，订单号 ${id}，全部都退`],
        terse: `${id} 退货`,
        brief: `你想把订单 ${id} 全部退货，商品没有质量问题，也没有用过。`,
      },
      en: {
        asks: [
          `I want to return order ${id}.`,
          `I don't like it, I'd like to return everything in order ${id}.`,
          `Please take back order ${id}, all of it.`,
        ],
        terse: `return ${id}`,
        brief: `You want to return all of order ${id}; nothing is faulty and nothing was used.`,
      },
    }),
    details: {
      orderId: id,
      fault: language === 'zh' ? '没有质量问题' : 'Nothing is wrong with it',
      item: language === 'zh' ? '全部' : 'Everything',
    },
    fits: ({ action, summary }) => action === 'return_order' && summary.includes(id),
    reached: (reply) => (cardOf(reply, id)?.refunds.length ?? 0) > order.refunds.length,
  };
}

export function invoiceGoal(order: ShopOrder, language: Language): SimGoal {
  const { id } = order;
  const title = TITLES[language];
  return {
    kind: 'invoice',
    ...about(order, language),
    ...say(language, {
      zh: {
        asks: [`订单 ${id} 要开发票，抬头是${title}`, `帮订单 ${id} 开一张发票`, `${id} 能开电子发票吗，帮我开`],
        terse: `${id} 开发票`,
        brief: `你想给订单 ${id} 开一张电子发票，抬头是${title}。`,
      },
      en: {
        asks: [
          `I need an invoice for order ${id}, title: ${title}`,
          `Please issue an invoice for order ${id}.`,
          `Could you make out an invoice for order ${id}?`,
        ],
        terse: `invoice ${id}`,
        brief: `You want an electronic invoice for order ${id}, made out to ${title}.`,
      },
    }),
    details: { orderId: id, title },
    fits: ({ action, summary }) => action === 'request_invoice' && summary.includes(id),
    reached: (reply) => (cardOf(reply, id)?.invoices.length ?? 0) > order.invoices.length,
  };
}

export function trackingGoal(order: ShopOrder, language: Language, trackingNumber: string): SimGoal {
  const { id } = order;
  const { lookUp: _, ...common } = about(order, language);
  return {
    kind: 'tracking',
    ...common,
    ...say(language, {
      zh: {
        asks: [`订单 ${id} 到哪了`, `查下 ${id} 的物流`, `${id} 什么时候能送到，快递到哪里了`],
        terse: `${id} 物流`,
        brief: `你想知道订单 ${id} 的快递到哪了。`,
      },
      en: {
        asks: [
          `Where is order ${id}?`,
          `Can you track order ${id} for me?`,
          `Has my order ${id} moved, where is the parcel?`,
        ],
        terse: `track ${id}`,
        brief: `You want to know where the parcel of order ${id} is.`,
      },
    }),
    details: { orderId: id },
    reached: (reply) => whole(reply).includes(id) && whole(reply).includes(trackingNumber),
  };
}

export function refundGoal(order: ShopOrder, language: Language, amount: number): SimGoal {
  const { id } = order;
  const { lookUp: _, ...common } = about(order, language);
  return {
    kind: 'refund status',
    ...common,
    ...say(language, {
      zh: {
        asks: [`订单 ${id} 的退款到账了吗`, `${id} 退款到哪一步了`, `我想查订单 ${id} 的退款进度`],
        terse: `${id} 退款`,
        brief: `你想知道订单 ${id} 的退款到哪一步了。`,
      },
      en: {
        asks: [
          `What about the refund of order ${id}?`,
          `Did the refund for order ${id} go through?`,
          `I'd like the status of my refund, order ${id}.`,
        ],
        terse: `refund ${id}`,
        brief: `You want to know how far the refund of order ${id} is.`,
      },
    }),
    details: { orderId: id },
    reached: ({ text, cards }) =>
      cards.some((card) => card.type === 'order' && card.id === id) &&
      text.replaceAll(',', '').includes(String(amount)),
  };
}
