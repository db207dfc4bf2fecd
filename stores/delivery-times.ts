import type { Kysely } from 'kysely';
import { parcelsOf } from './parcels.ts';
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

const daysBetween = (times: Date[]): number => ((times.at(-1)?.getTime() ?? 0) - (times[0]?.getTime() ?? 0)) / DAY_MS;
const nameOf = (carrier: unknown): string => JSON.stringify(carrier ?? null);

interface Delivered {
  carrier: string;
  days: number;
}

/** The parcels of the latest orders that arrived, looked at again after ten minutes. */
export function createUsualDelivery(db: Kysely<Database>, now: () => number = Date.now): UsualDelivery {
  let kept: { until: number; parcels: Promise<Delivered[]> } | undefined;
  const read = async (): Promise<Delivered[]> => {
    const rows = await db
      .selectFrom('orders')
      .select('shipments')
      .where('status', 'in', ['delivered', 'completed'])
      .orderBy('placed_at', 'desc')
      .limit(LOOKED_AT)
      .execute();
    return rows
      .flatMap(({ shipments }) => parcelsOf(shipments))
      .filter(({ status, times }) => status === 'delivered' && times.length > 1)
      .map(({ carrier, times }) => ({ carrier: nameOf(carrier), days: daysBetween(times) }));
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
