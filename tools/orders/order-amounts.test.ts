import { expect, it } from 'vitest';
import type { Order } from '../../stores/orders.ts';
import { shareOfTotal } from './order-amounts.ts';

const order = (total: number, ...prices: number[]) =>
  ({ total, extra: {}, items: prices.map((unit_price) => ({ unit_price, quantity: 1 })) }) as unknown as Order;

it('takes what was taken off the order from every item of it', () => {
  expect(shareOfTotal(order(90, 80, 20), 80)).toBe(72);
  expect(shareOfTotal(order(90, 80, 20), 20)).toBe(18);
});

it('gives no postage back with an item, and never more than was paid', () => {
  expect(shareOfTotal(order(110, 80, 20), 80)).toBe(80);
  expect(shareOfTotal(order(0, 80, 20), 80)).toBe(0);
});
