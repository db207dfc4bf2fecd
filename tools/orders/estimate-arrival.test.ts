import { describe, expect, it } from 'vitest';
import { anOrder } from '../../testing/order.ts';
import { readShipping } from '../policy/read-shipping.ts';
import { estimateArrival } from './estimate-arrival.ts';

const now = new Date('2026-03-05T10:00:00Z');
const promise = readShipping({
  shipping: {
    dispatchWithin: { hours: 48 },
    delivery: [
      { area: 'domestic', days: { min: 2, max: 5 } },
      { area: 'remote', days: { min: 5, max: 8 }, provinces: [{ zh: '新疆', en: 'Xinjiang' }] },
    ],
  },
});
const days = (arrival: ReturnType<typeof estimateArrival>) =>
  arrival?.kind === 'expected'
    ? [arrival.by, arrival.from.toISOString().slice(0, 10), arrival.to.toISOString().slice(0, 10)]
    : arrival?.kind;
const shipped = (parcel: Record<string, unknown>) =>
  anOrder({
    status: 'shipped',
    shipments: [{ status: 'in_transit', events: [{ at: '2026-03-03T08:00:00Z' }], ...parcel }],
  });
const usual = { half: 3, most: 4 };

describe('when an order will likely arrive', () => {
  it('is the carrier’s day, unless that is over or the parcel is late', () => {
    expect(days(estimateArrival(shipped({ estimatedDelivery: '2026-03-07' }), { usual, promise, now }))).toEqual([
      'carrier',
      '2026-03-07',
      '2026-03-07',
    ]);
    const late = shipped({ estimatedDelivery: '2026-03-07', status: 'delayed' });
    expect(days(estimateArrival(late, { usual, promise, now }))).toEqual(['history', '2026-03-06', '2026-03-07']);
  });

  it('is else judged by this shop’s parcels, then by its promise, before dispatch from the payment', () => {
    expect(days(estimateArrival(shipped({}), { usual: null, promise, now }))).toEqual([
      'policy',
      '2026-03-05',
      '2026-03-08',
    ]);
    const paid = anOrder({ payments: [{ at: '2026-03-04T10:00:00Z' }], shipping_address: { province: '新疆' } });
    expect(days(estimateArrival(paid, { usual, promise, now }))).toEqual(['policy', '2026-03-09', '2026-03-14']);
  });

  it('is never made up: nothing without evidence, overdue when every day is over', () => {
    expect(estimateArrival(shipped({}), { usual: null, promise: null, now })).toBeNull();
    expect(estimateArrival(anOrder({ status: 'cancelled' }), { usual, promise, now })).toBeNull();
    const lost = shipped({ events: [{ at: '2026-02-10T08:00:00Z' }], estimatedDelivery: '2026-02-14' });
    expect(days(estimateArrival(lost, { usual, promise, now }))).toBe('overdue');
  });
});
