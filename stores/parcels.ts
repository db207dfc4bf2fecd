import { z } from 'zod';

/** A parcel as far as its way in time matters; what the shop wrote in another shape reads as unknown. */
const parcelSchema = z.object({
  carrier: z.unknown().optional(),
  status: z.string().nullish(),
  estimatedDelivery: z.coerce.date().nullish().catch(null),
  events: z.array(z.object({ at: z.coerce.date() })).catch([]),
});

export interface Parcel extends Omit<z.output<typeof parcelSchema>, 'events'> {
  /** When something happened to it, oldest first. */
  times: Date[];
}

/** The parcels of an order. */
export const parcelsOf = (shipments: readonly unknown[]): Parcel[] =>
  shipments.flatMap((shipment) => {
    const { data } = parcelSchema.safeParse(shipment);
    if (!data) return [];
    const { events, ...parcel } = data;
    return { ...parcel, times: events.map(({ at }) => at).sort((a, b) => a.getTime() - b.getTime()) };
  });
