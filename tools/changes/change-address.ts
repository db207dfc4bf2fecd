import { z } from 'zod';
import { addressArgument, addressToStore } from '../orders/address-argument.ts';
import { formatAddress } from '../orders/format-address.ts';
import { isSameAddress } from '../orders/same-address.ts';
import type { WriteTool } from './write-tool.ts';

const schema = z.object({ address: addressArgument });

/** Sends an order that is not yet dispatched to another address; recipient and phone stay unless given. */
export const changeAddress: WriteTool<typeof schema> = {
  action: 'change_address',
  policy: 'change_address',
  description: 'Changes the delivery address of an order that was not dispatched.',
  schema,
  describe(order, { address }, { language }) {
    const zh = language === 'zh';
    const { shipping_address: old } = order;
    if (typeof address === 'string' && isSameAddress(old, address)) return undefined;
    const from = formatAddress(old, language);
    const to = typeof address === 'string' ? address : formatAddress(addressToStore(old, address), language);
    if (from === to) return undefined;
    return {
      summary: zh ? `修改订单 ${order.id} 的收货地址` : `Change the delivery address of order ${order.id}`,
      changes: [{ field: zh ? '收货地址' : 'Delivery address', from, to }],
    };
  },
  patch: (order, { address }) => ({ shipping_address: addressToStore(order.shipping_address, address) }),
  done(order, { address }, { language }) {
    const shown = typeof address === 'string' ? address : formatAddress(order.shipping_address, language);
    return language === 'zh'
      ? `订单 ${order.id} 的收货地址已改为：${shown}`
      : `Order ${order.id} will now be delivered to: ${shown}`;
  },
};
