import { z } from 'zod';
import { benchAddress } from './retail-shop.ts';

/** A change that a bench's task expects, in the terms of our tools. `orderId` null: of the customer's own data. */
export interface BenchAction {
  action: string;
  orderId: string | null;
  args: Record<string, unknown>;
}

const address = z.object({
  address1: z.string(),
  address2: z.string(),
  city: z.string(),
  state: z.string(),
  country: z.string(),
  zip: z.string(),
});
const orderSchema = z.object({ order_id: z.string() });
const itemsSchema = orderSchema.extend({ item_ids: z.array(z.string()), payment_method_id: z.string() });
const swapSchema = itemsSchema.extend({ new_item_ids: z.array(z.string()) });

const swaps =
  (action: string) =>
  (value: unknown): BenchAction => {
    const { order_id, item_ids, new_item_ids, payment_method_id } = swapSchema.parse(value);
    return {
      action,
      orderId: order_id,
      args: {
        items: item_ids.map((variantId, index) => ({ variantId, toVariantId: new_item_ids[index] })),
        paymentMethodId: payment_method_id,
      },
    };
  };

const WRITES: Record<string, ((value: unknown) => BenchAction) | undefined> = {
  cancel_pending_order(value) {
    const { order_id, reason } = orderSchema.extend({ reason: z.string() }).parse(value);
    return { action: 'cancel_order', orderId: order_id, args: { reason } };
  },
  modify_pending_order_items: swaps('change_items'),
  exchange_delivered_order_items: swaps('exchange_order'),
  return_delivered_order_items(value) {
    const { order_id, item_ids, payment_method_id } = itemsSchema.parse(value);
    const items = item_ids.map((variantId) => ({ variantId }));
    return { action: 'return_order', orderId: order_id, args: { items, refundTo: payment_method_id } };
  },
  modify_pending_order_address(value) {
    const { order_id, ...to } = orderSchema.extend(address.shape).parse(value);
    return { action: 'change_address', orderId: order_id, args: { address: benchAddress(to) } };
  },
  modify_pending_order_payment(value) {
    const { order_id, payment_method_id } = orderSchema.extend({ payment_method_id: z.string() }).parse(value);
    return { action: 'change_payment', orderId: order_id, args: { paymentMethodId: payment_method_id } };
  },
  modify_user_address: (value) => ({
    action: 'change_default_address',
    orderId: null,
    args: { address: benchAddress(address.parse(value)) },
  }),
};

/** What the bench only reads: answered by the token, by find_orders, and by the catalogue. */
const READS = new Set([
  'find_user_id_by_name_zip',
  'find_user_id_by_email',
  'get_user_details',
  'get_order_details',
  'get_product_details',
  'get_item_details',
  'transfer_to_human_agents',
]);

/** The change of ours for an expected call; 'read' where it changes nothing, undefined where nothing of ours does it. */
export function benchAction(call: {
  name: string;
  arguments: Record<string, unknown>;
}): BenchAction | 'read' | undefined {
  return WRITES[call.name]?.(call.arguments) ?? (READS.has(call.name) ? 'read' : undefined);
}
