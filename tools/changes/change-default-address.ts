import { z } from 'zod';
import { addressArgument, addressToStore } from '../orders/address-argument.ts';
import { formatAddress } from '../orders/format-address.ts';
import type { Described, OrderPatch, ShopView, WriteView } from './write-tool.ts';

const schema = z.object({ address: addressArgument });

/** A change of the customer's own data, with no order in it. */
export interface CustomerWriteTool<Schema extends z.ZodObject = z.ZodObject> {
  action: string;
  description: string;
  schema: Schema;
  describe(args: z.output<Schema>, view: WriteView): Described | undefined;
  patch(args: z.output<Schema>, view: WriteView): OrderPatch;
  done(args: z.output<Schema>, view: ShopView): string;
}

/** Sets the address that new orders go to: the first of the customer's. */
export const changeDefaultAddress: CustomerWriteTool<typeof schema> = {
  action: 'change_default_address',
  description: "Changes the customer's default address.",
  schema,
  describe({ address }, { language, addresses }) {
    const zh = language === 'zh';
    const from = formatAddress(addresses[0], language);
    const to = formatAddress(addressToStore(addresses[0], address), language);
    if (from === to) return undefined;
    return {
      summary: zh ? '修改默认收货地址' : 'Change your default address',
      changes: [{ field: zh ? '默认地址' : 'Default address', from, to }],
    };
  },
  patch: ({ address }, { addresses }) => ({
    addresses: [addressToStore(addresses[0], address), ...addresses.slice(1)],
  }),
  done: (_args, { language }) => (language === 'zh' ? '默认收货地址已修改。' : 'Your default address is changed.'),
};
