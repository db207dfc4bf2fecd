import type { Order } from '../../stores/orders.ts';
import { parcelsOf } from '../../stores/parcels.ts';

/** When the last parcel arrived, by its events; undefined when nothing tells. */
export const deliveredAt = (order: Pick<Order, 'shipments'>): Date | undefined =>
  parcelsOf(order.shipments)
    .flatMap(({ status, times }) => (status === 'delivered' ? (times.at(-1) ?? []) : []))
    .sort((a, b) => b.getTime() - a.getTime())[0];
