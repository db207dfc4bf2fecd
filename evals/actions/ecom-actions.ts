import { z } from 'zod';
import type { BenchTask } from './bench.ts';
import type { BenchAction } from './bench-action.ts';
import type { EcomCall, EcomDatabase, EcomOrder, EcomTask } from './ecom-data.ts';
import { ECARD } from './ecom-shop.ts';

const orderSchema = z.object({ order_id: z.string() });
const swapSchema = orderSchema.extend({ original_product_id: z.string(), exchange_product_id: z.string() });
const CENT = 0.005;

/** What none of our tools does, and why. */
const MISSING: Record<string, string | undefined> = {
  'manage_order 增加': 'placing an order: customers buy at the shop, a chat takes no orders',
  'manage_ecard 余额使用': 'paying for an order that is placed in the chat',
  schedule_service: 'appointments for installation and repair: the shop format has no calendar',
  register_cashback_by_review: 'money for a review that only a picture shows',
  register_cashback_by_review_tool: 'money for a review that only a picture shows',
};

const worth = ({ 订单总金额, 支付方式 }: EcomOrder): number => (支付方式 === ECARD ? 订单总金额 : 0);

/** What the price of an order's goods has fallen by. */
const fallen = (order: EcomOrder, { products }: EcomDatabase): number =>
  order.订单商品列表.reduce(
    (sum, { 商品ID, 单价, 数量 }) => sum + Math.max(0, 单价 - (products.get(商品ID)?.商品价格 ?? 单价)) * 数量,
    0,
  );

/** A task of the Chinese bench in the terms of our tools. */
export function ecomTask({ annotator, user_id, metadata }: EcomTask, database: EcomDatabase): BenchTask {
  const given = metadata.actions
    .filter(
      ({ name, arguments: { action } }) => name === 'manage_return' || (name === 'manage_order' && action === '取消'),
    )
    .reduce((sum, { arguments: args }) => {
      const order = database.orders.get(orderSchema.parse(args).order_id);
      return sum + (order ? worth(order) : 0);
    }, 0);
  const ours = metadata.actions.map((call) => actionOf(call, { user_id, given, database }));
  return {
    id: annotator,
    customerId: user_id,
    actions: ours.filter((one) => typeof one !== 'string'),
    calls: [
      ...metadata.actions.map(({ name }, index) => {
        const missing = ours[index];
        return { name, ...(typeof missing === 'string' ? { missing } : {}) };
      }),
      ...metadata.searches.map(({ name }) => ({ name, ...(MISSING[name] ? { missing: MISSING[name] } : {}) })),
    ],
  };
}

/** Our change for an expected one; a text: why there is none. */
function actionOf(
  { name, arguments: args }: EcomCall,
  { user_id, given, database }: { user_id: string; given: number; database: EcomDatabase },
): BenchAction | string {
  const kind = name === 'manage_order' || name === 'manage_ecard' ? `${name} ${String(args.action)}` : name;
  const missing = MISSING[kind];
  if (missing !== undefined) return missing;
  if (kind === 'manage_ecard 退款') {
    const { amount } = z.object({ amount: z.number() }).parse(args);
    if (Math.abs(amount - given) < CENT) return { action: 'refund', orderId: null, args: { amount } };
    const order = [...database.orders.values()].find(
      (one) => one.用户ID === user_id && Math.abs(fallen(one, database) - amount) < CENT,
    );
    if (order) return { action: 'refund', orderId: order.订单ID, args: { amount } };
    return 'a price that only a picture shows: our price protection goes by the catalogue';
  }
  const { order_id: orderId } = orderSchema.parse(args);
  switch (kind) {
    case 'manage_urgent':
      return { action: 'urge_delivery', orderId, args: {} };
    case 'manage_order 取消':
      return { action: 'cancel_order', orderId, args: {} };
    case 'manage_order 修改':
      return { action: 'change_address', orderId, args: { address: args.address } };
    case 'manage_return':
      return { action: 'return_order', orderId, args: {} };
    case 'manage_invoice':
      return {
        action: database.invoices.has(orderId) ? 'change_invoice_title' : 'request_invoice',
        orderId,
        args: { title: args.title },
      };
    case 'manage_exchange': {
      const { original_product_id, exchange_product_id } = swapSchema.parse(args);
      const items = [{ variantId: original_product_id, toVariantId: exchange_product_id }];
      return { action: 'change_items', orderId, args: { items } };
    }
    default:
      return 'no tool of ours does it';
  }
}
