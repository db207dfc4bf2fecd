import type { Bench } from './bench.ts';
import type { BenchAction } from './bench-action.ts';
import { ecomTask } from './ecom-actions.ts';
import { type EcomDatabase, readEcom } from './ecom-data.ts';
import { ecomShop } from './ecom-shop.ts';
import { addressText, type Goal, proposedItems, swapArgs } from './goal.ts';

/** The Chinese bench: its shop, its tasks in our terms, and how a customer tells them. */
export async function ecomBench(datasetsDir: string, now: Date): Promise<Bench> {
  const { database, tasks } = await readEcom(datasetsDir);
  return {
    name: 'ECom-Bench',
    language: 'zh',
    currency: 'CNY',
    timeZone: 'Asia/Shanghai',
    shop: ecomShop(database, now),
    tasks: tasks.map((task) => ecomTask(task, database)),
    goalOf: (action) => ecomGoal(action, database),
    changesNothing: () => false,
  };
}

/** A change of the Chinese bench, told in plain sentences; refunds that come along with another change need none. */
export function ecomGoal({ action, orderId, args }: BenchAction, { orders, products }: EcomDatabase): Goal | undefined {
  if (orderId === null) return undefined;
  const fits = (proposed: string, given: Record<string, unknown>): boolean =>
    proposed === action && given.orderId === orderId;
  const answers = { orderId: [orderId] };
  switch (action) {
    case 'urge_delivery':
      return { ask: `订单${orderId}能不能快点，帮我加急催一下`, answers, fits };
    case 'cancel_order':
      return { ask: `我不想要了，帮我取消订单${orderId}`, answers, fits };
    case 'return_order':
      return { ask: `订单${orderId}我要退货，帮我申请一下`, answers: { ...answers, fault: ['没有质量问题'] }, fits };
    case 'change_address': {
      const address = addressText(args.address);
      return {
        ask: `订单${orderId}的收货地址改成${address}`,
        answers: { ...answers, address: [address] },
        fits: (proposed, given) => fits(proposed, given) && given.address === address,
      };
    }
    case 'refund':
      return {
        ask: `订单${orderId}的商品降价了，我要申请价保`,
        answers,
        fits: (proposed, given) => proposed === 'claim_price_protection' && given.orderId === orderId,
      };
    case 'request_invoice':
    case 'change_invoice_title': {
      const title = String(args.title);
      return {
        ask:
          action === 'request_invoice'
            ? `订单${orderId}开一张发票，抬头是${title}`
            : `订单${orderId}的发票抬头改成${title}`,
        answers: { ...answers, title: [title] },
        fits: (proposed, given) => fits(proposed, given) && given.title === title,
      };
    }
    default: {
      const { items } = swapArgs.parse(args);
      const [swap] = items;
      const old = products.get(swap?.variantId ?? '');
      const wanted = old?.可换货商品.find((one) => one.商品ID === swap?.toVariantId)?.商品描述 ?? '';
      return {
        ask: `订单${orderId}里的${old?.商品名称 ?? ''}我想换成${wanted}`,
        answers: { ...answers, item: [old?.商品名称 ?? ''], variant: [wanted] },
        fits(proposed, given) {
          const read = proposedItems.safeParse(given);
          const [only, ...more] = read.success ? (read.data.items ?? []) : [];
          const place = orders.get(orderId)?.订单商品列表.findIndex((one) => one.商品ID === swap?.variantId) ?? -1;
          const line = only?.variantId === swap?.variantId || only?.line === place + 1;
          return fits(proposed, given) && line && only?.toVariantId === swap?.toVariantId && more.length === 0;
        },
      };
    }
  }
}
