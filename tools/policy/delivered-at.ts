import { z } from 'zod';
import type { Order } from '../../stores/orders.ts';

const shipmentSchema = z.object({
  status: z.string().nullish(),
  events: z.array(z.object({ at: z.string() })).catch([]),
});

/** When the last parcel arrived, by its events; undefined when nothing tells. */
export function deliveredAt(order: Pick<Order, 'shipments'>): Date | undefined {
  const times = order.shipments.flatMap((shipment) => {
    const parsed = shipmentSchema.safeParse(shipment);
    const last =
      parsed.success && parsed.data.status === 'delivered'
        ? parsed.data.events
            .map((event) => event.at)
            .sort()
            .at(-1)
        : undefined;
    return last ? [new Date(last)] : [];
  });
  return times.sort((a, b) => b.getTime() - a.getTime())[0];
}
