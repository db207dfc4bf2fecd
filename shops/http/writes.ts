import { isDeepStrictEqual } from 'node:util';
import { fillPath, type ShopClient } from './client.ts';
import type { ShopApiConfig } from './config.ts';
import { mapped } from './mapping.ts';
import { shopRefused, shopUnavailable } from './shop-unavailable.ts';

/** A change that the customer said yes to. */
export interface ShopChange {
  /** The idempotency key: the same for every try. */
  confirmationId: string;
  customerId: string;
  action: string;
  args: Record<string, unknown>;
  order: { id: string } | null;
}

/** `{args.reason}` alone is the argument itself; within a text it is put in as text. */
function filled(part: unknown, values: Record<string, unknown>): unknown {
  if (Array.isArray(part)) return part.map((one) => filled(one, values));
  if (typeof part === 'object' && part !== null)
    return Object.fromEntries(
      Object.entries(part)
        .map(([key, one]) => [key, filled(one, values)] as const)
        .filter(([, one]) => one !== undefined),
    );
  if (typeof part !== 'string') return part;
  const alone = /^\{([\w.]+)\}$/.exec(part)?.[1];
  if (alone !== undefined) return reach(values, alone);
  return part.replace(/\{([\w.]+)\}/g, (_, name: string) => String(reach(values, name) ?? ''));
}

const reach = (values: unknown, name: string): unknown =>
  name
    .split('.')
    .reduce<unknown>(
      (at, key) =>
        typeof at === 'object' && at !== null && Object.hasOwn(at, key)
          ? (at as Record<string, unknown>)[key]
          : undefined,
      values,
    );

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
    const order = mapped(
      await client.call({ method: 'GET', path: fillPath(config.orders.one, ids) }),
      config.orders.map,
    );
    for (const [field, wanted] of Object.entries(write.expect))
      if (!isDeepStrictEqual(reach(order, field), wanted))
        throw shopUnavailable(`read back, the order's ${field} is not what it should be`);
  };
