import { z } from 'zod';
import type { OrderStore } from '../stores/orders.ts';
import type { OrderStatus } from '../stores/schema.ts';
import type { ShipmentView } from './cards.ts';
import { shipmentViews } from './order-card.ts';
import type { ReadTool } from './tool.ts';

const schema = z.object({ orderId: z.string().max(64).describe('The order number') });

export interface TrackedOrder {
  orderId: string;
  status: OrderStatus;
  shipments: ShipmentView[];
}

export type TrackShipmentTool = ReadTool<typeof schema, TrackedOrder | null>;

/** Where the parcels of one own order are; null when the customer has no such order. */
export const createTrackShipmentTool = (deps: { orders: OrderStore }): TrackShipmentTool => ({
  name: 'track_shipment',
  description:
    "Carrier, tracking number, state, events and estimated delivery of the parcels of one of the customer's orders.",
  schema,
  async run({ orderId }, context) {
    if (context.caller.kind !== 'customer') return null;
    const [order] = await deps.orders.find(context.caller.id, { orderIds: [orderId], limit: 1 });
    return order
      ? { orderId: order.id, status: order.status, shipments: shipmentViews(order, context.language) }
      : null;
  },
});
