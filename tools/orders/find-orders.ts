import { z } from 'zod';
import { addDays } from '../../stores/add-days.ts';
import type { Order, OrderStore } from '../../stores/orders.ts';
import { startOfDay } from '../format.ts';
import type { ReadTool } from '../tool.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day as YYYY-MM-DD');

const schema = z.object({
  orderIds: z.array(z.string().max(64)).max(10).optional().describe('Order numbers as the customer wrote them'),
  trackingNumbers: z.array(z.string().max(64)).max(10).optional(),
  productIds: z.array(z.string().max(64)).max(200).optional().describe('Orders that hold any of these products'),
  fromDay: day.optional().describe('First day on which the order was placed, YYYY-MM-DD'),
  toDay: day.optional().describe('Last day, included'),
  status: z
    .array(z.enum(['pending', 'paid', 'processing', 'shipped', 'delivered', 'completed', 'cancelled', 'returned']))
    .optional(),
  limit: z.number().int().min(1).max(20).default(10),
});

export type FindOrdersTool = ReadTool<typeof schema, Order[]>;

/** The customer's own orders, newest first. A visitor has none. Days are those of the shop's time zone. */
export const createFindOrdersTool = (deps: { orders: OrderStore; timeZone: string }): FindOrdersTool => ({
  name: 'find_orders',
  description: "Finds the customer's own orders by number, tracking number, product, day or status; newest first.",
  schema,
  async run(args, context) {
    if (context.caller.kind !== 'customer') return [];
    return deps.orders.find(context.caller.id, {
      ...(args.orderIds ? { orderIds: args.orderIds } : {}),
      ...(args.trackingNumbers ? { trackingNumbers: args.trackingNumbers } : {}),
      ...(args.productIds ? { productIds: args.productIds } : {}),
      ...(args.fromDay ? { from: startOfDay(args.fromDay, deps.timeZone) } : {}),
      ...(args.toDay ? { before: startOfDay(addDays(args.toDay, 1), deps.timeZone) } : {}),
      ...(args.status ? { status: args.status } : {}),
      limit: args.limit,
    });
  },
});
