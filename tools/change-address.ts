import { z } from 'zod';
import { formatAddress } from './format-address.ts';
import type { WriteTool } from './write-tool.ts';

const schema = z.object({ address: z.string().trim().min(5).max(300) });

/** Sends an order that is not yet dispatched to another address; recipient and phone stay. */
export const changeAddress: WriteTool<typeof schema> = {
  action: 'change_address',
  policy: 'change_address',
  schema,
  describe(order, { address }, { language }) {
    const zh = language === 'zh';
    const from = formatAddress(order.shipping_address, language);
    if (from === address) return undefined;
    return {
      summary: zh ? `修改订单 ${order.id} 的收货地址` : `Change the delivery address of order ${order.id}`,
      changes: [{ field: zh ? '收货地址' : 'Delivery address', from, to: address }],
    };
  },
  patch(order, { address }) {
    const old = z
      .object({ name: z.unknown().optional(), phone: z.unknown().optional() })
      .safeParse(order.shipping_address);
    const { name, phone } = old.success ? old.data : {};
    return {
      shipping_address: {
        ...(name === undefined ? {} : { name }),
        ...(phone === undefined ? {} : { phone }),
        line: address,
      },
    };
  },
  done: (order, { address }, { language }) =>
    language === 'zh'
      ? `订单 ${order.id} 的收货地址已改为：${address}`
      : `Order ${order.id} will now be delivered to: ${address}`,
};
