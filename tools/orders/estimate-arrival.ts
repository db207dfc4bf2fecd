import { z } from 'zod';
import type { UsualDays } from '../../stores/delivery-times.ts';
import type { Order } from '../../stores/orders.ts';
import { parcelsOf } from '../../stores/parcels.ts';
import { promisedDays, type ShippingPromise } from '../policy/read-shipping.ts';

/** When an order will likely arrive, and by what that is judged. Never a promise. */
export type Arrival =
  | { kind: 'expected'; from: Date; to: Date; by: 'carrier' | 'history' | 'policy' }
  /** Every day that could be expected is over. */
  | { kind: 'overdue'; since: Date };

const DAY_MS = 86_400_000;
const paymentSchema = z.object({ at: z.coerce.date() });

/** The parcel of an order that is still under way. */
export const parcelUnderWay = (order: Pick<Order, 'shipments'>) =>
  parcelsOf(order.shipments).find(({ status }) => status !== 'delivered' && status !== 'returned');

const later = (from: Date, days: number): Date => new Date(from.getTime() + days * DAY_MS);

/**
 * The carrier's own day while it is not over; then how long this shop's parcels took; then what the shop promises.
 * Null: nothing tells, or nothing is on its way.
 */
export function estimateArrival(
  order: Order,
  known: { usual: UsualDays | null; promise: ShippingPromise | null; now: Date },
): Arrival | null {
  const { usual, promise, now } = known;
  const today = later(now, -1);
  const span = (from: Date, to: Date, by: 'history' | 'policy'): Arrival | null =>
    to < today ? null : { kind: 'expected', from: from < now ? now : from, to: to < now ? now : to, by };
  const promised = promise && promisedDays(promise, order.shipping_address);
  if (order.status === 'paid' || order.status === 'processing') {
    if (!promise || promise.dispatch === null || !promised) return null;
    const paid = order.payments.flatMap((entry) => paymentSchema.safeParse(entry).data?.at ?? []).at(-1);
    const start = paid ?? new Date(order.placed_at);
    return span(later(start, promised.min), later(start, promise.dispatch + promised.max), 'policy');
  }
  const parcel = order.status === 'shipped' ? parcelUnderWay(order) : undefined;
  if (!parcel) return null;
  const { estimatedDelivery } = parcel;
  const late = /delay|exception/i.test(parcel.status ?? '');
  if (estimatedDelivery && estimatedDelivery >= today && !late)
    return { kind: 'expected', from: estimatedDelivery, to: estimatedDelivery, by: 'carrier' };
  const left = parcel.times[0];
  const byHistory = left && usual ? span(later(left, usual.half), later(left, usual.most), 'history') : null;
  const byPolicy = left && promised ? span(later(left, promised.min), later(left, promised.max), 'policy') : null;
  const expected = byHistory ?? byPolicy;
  if (expected) return expected;
  const last = estimatedDelivery ?? (left && usual ? later(left, usual.most) : undefined);
  return last && last < today ? { kind: 'overdue', since: last } : null;
}
