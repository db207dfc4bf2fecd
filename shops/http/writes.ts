import { isDeepStrictEqual } from 'node:util';
import { shopRefused, shopUnavailable } from '../../tools/shop-unavailable.ts';
import { filled, reach } from '../filled.ts';
import type { ShopChange } from '../shop-change.ts';
import { fillPath, type ShopClient } from './client.ts';
import type { ShopApiConfig } from './config.ts';
import { mapped } from './mapping.ts';

/** Has the shop's system carry out a change, then reads the order back. Throws shop_unavailable or shop_refused. */
export const createShopWrites =
  (deps: { client: ShopClient; config: ShopApiConfig }) =>
  async (change: ShopChange): Promise<void> => {
    const { client, config } = deps;
    const write = config.writes[change.action];
    if (!write) throw shopRefused(`it has no call for ${change.action}`);
    const ids = { customerId: change.customerId, orderId: change.order?.id ?? '' };
    await client.call({
      method: write.method,
      path: fillPath(write.path, ids),
      idempotencyKey: change.confirmationId,
      ...(write.body === undefined ? {} : { body: filled(write.body, { ...ids, args: change.args }) }),
    });
    if (!write.expect || !config.orders.one || !change.order) return;
    const path = fillPath(config.orders.one, ids);
    const read = await client.call({ method: 'GET', path }).catch((error: unknown) => {
      throw shopUnavailable('the order could not be read back', error);
    });
    const order = mapped(read, config.orders.map);
    for (const [field, wanted] of Object.entries(write.expect))
      if (!isDeepStrictEqual(reach(order, field), wanted))
        throw shopUnavailable(`read back, the order's ${field} is not what it should be`);
  };
