import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from './schema.ts';

/** Days from a parcel's first event to its last: half of the parcels took no longer, nine of ten no longer than `most`. */
export interface UsualDays {
  half: number;
  most: number;
}

/** How long this shop's parcels took, those of one carrier where enough of them are known; null: too few. */
export type UsualDelivery = (carrier: unknown) => Promise<UsualDays | null>;

const ENOUGH = 5;
const LOOKED_AT = 500;
const KEPT_MS = 10 * 60_000;
const DAY_MS = 86_400_000;

const parcelSchema = z.object({
  carrier: z.unknown().optional(),
  status: z.literal('delivered'),
  events: z.array(z.object({ at: z.coerce.date() })).min(2),
});
const nameOf = (carrier: unknown): string => JSON.stringify(carrier ?? null);

interface Parcel {
  carrier: string;
  days: number;
}

/** The parcels of the latest orders that arrived, looked at again after ten minutes. */
export function createUsualDelivery(db: Kysely<Database>, now: () => number = Date.now): UsualDelivery {
  let kept: { until: number; parcels: Promise<Parcel[]> } | undefined;
  const read = async (): Promise<Parcel[]> => {
    const rows = await db
      .selectFrom('orders')
      .select('shipments')
      .where('status', 'in', ['delivered', 'completed'])
      .orderBy('placed_at', 'desc')
      .limit(LOOKED_AT)
      .execute();
    return rows
      .flatMap(({ shipments }) => shipments)
      .flatMap((shipment) => {
        const read = parcelSchema.safeParse(shipment);
        if (!read.success) return [];
        const times = read.data.events.map(({ at }) => at.getTime());
        return [{ carrier: nameOf(read.data.carrier), days: (Math.max(...times) - Math.min(...times)) / DAY_MS }];
      });
  };
  return async (carrier) => {
    if (!kept || kept.until < now()) kept = { until: now() + KEPT_MS, parcels: read() };
    const parcels = await kept.parcels;
    const own = parcels.filter((parcel) => parcel.carrier === nameOf(carrier));
    const days = (own.length >= ENOUGH ? own : parcels).map((parcel) => parcel.days).sort((a, b) => a - b);
    const at = (share: number): number => days[Math.ceil(share * days.length) - 1] ?? 0;
    return days.length < ENOUGH ? null : { half: at(0.5), most: at(0.9) };
  };
}
