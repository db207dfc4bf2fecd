import { z } from 'zod';
import type { UsualDelivery } from '../../stores/delivery-times.ts';
import type { OrderStore } from '../../stores/orders.ts';
import type { OrderStatus } from '../../stores/schema.ts';
import type { ShipmentView } from '../cards.ts';
import type { ShippingPromise } from '../policy/read-shipping.ts';
import type { ReadTool } from '../tool.ts';
import { type Arrival, estimateArrival, parcelUnderWay } from './estimate-arrival.ts';
import { shipmentViews } from './order-card.ts';

const schema = z.object({ orderId: z.string().max(64).describe('The order number') });

export interface TrackedOrder {
  orderId: string;
  status: OrderStatus;
  shipments: ShipmentView[];
  /** An estimate; null: nothing tells. */
  arrival: Arrival | null;
}

export type TrackShipmentTool = ReadTool<typeof schema, TrackedOrder | null>;

/** Where the parcels of one own order are; null when the customer has no such order. */
export const createTrackShipmentTool = (deps: {
  orders: OrderStore;
  usual: UsualDelivery;
  promise: () => ShippingPromise | null;
}): TrackShipmentTool => ({
  name: 'track_shipment',
  description:
    "Carrier, tracking number, state, events and likely arrival of the parcels of one of the customer's orders.",
  schema,
  async run({ orderId }, context) {
    if (context.caller.kind !== 'customer') return null;
    const [order] = await deps.orders.find(context.caller.id, { orderIds: [orderId], limit: 1 });
    if (!order) return null;
    const parcel = parcelUnderWay(order);
    const usual = parcel ? await deps.usual(parcel.carrier) : null;
    return {
      orderId: order.id,
      status: order.status,
      shipments: shipmentViews(order, context.language),
      arrival: estimateArrival(order, { usual, promise: deps.promise(), now: context.now }),
    };
  },
});
