import { isDeepStrictEqual } from 'node:util';
import type { Kysely } from 'kysely';
import type { OrderStore } from '../../stores/orders.ts';
import type { Database } from '../../stores/schema.ts';
import { shopRefused, shopUnavailable } from '../../tools/shop-unavailable.ts';
import { asRecord, createCopiedOrders } from '../copied-orders.ts';
import { filled, reach } from '../filled.ts';
import { mapped, pointTo } from '../http/mapping.ts';
import type { ShopChange } from '../shop-change.ts';
import type { ShopMcpConfig } from './config.ts';
import type { McpTools } from './tools.ts';

interface ShopMcpParts {
  tools: McpTools;
  config: ShopMcpConfig;
}

/** One customer's orders as the admitted tool tells them. The customer is put in by us, whatever anybody said. */
async function readOrders({ tools, config }: ShopMcpParts, customerId: string): Promise<unknown[]> {
  const { orders } = config;
  const answer = await tools.call(orders.tool, asRecord(filled(orders.arguments, { customerId })));
  const rows = pointTo(answer, orders.rows);
  if (!Array.isArray(rows)) throw shopUnavailable('its answer holds no list where one was expected');
  return rows.map((row) => mapped(row, orders.map));
}

/** Orders of a shop whose system is an MCP server. Throws shop_unavailable. */
export const createMcpOrders = ({ db, ...parts }: ShopMcpParts & { db: Kysely<Database> }): OrderStore =>
  createCopiedOrders({
    db,
    read: async (customerId) => ({ customer: undefined, orders: await readOrders(parts, customerId) }),
  });

/** Has the admitted tool carry out a change, then reads the order back. Throws shop_unavailable or shop_refused. */
export const createMcpWrites =
  (parts: ShopMcpParts) =>
  async (change: ShopChange): Promise<void> => {
    const { tools, config } = parts;
    const write = config.writes[change.action];
    if (!write) throw shopRefused(`no tool is admitted for ${change.action}`);
    const { customerId, confirmationId, args } = change;
    const values = { customerId, confirmationId, args, orderId: change.order?.id ?? '' };
    await tools.call(write.tool, asRecord(filled(write.arguments, values)));
    if (!write.expect || !change.order) return;
    const { id } = change.order;
    const orders = await readOrders(parts, customerId).catch((error: unknown) => {
      throw shopUnavailable('the order could not be read back', error);
    });
    const order = orders.find((row) => reach(row, 'id') === id);
    for (const [field, wanted] of Object.entries(write.expect))
      if (!isDeepStrictEqual(reach(order, field), wanted))
        throw shopUnavailable(`read back, the order's ${field} is not what it should be`);
  };
