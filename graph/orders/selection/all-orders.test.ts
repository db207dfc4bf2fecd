import { expect, it } from 'vitest';
import { saysAllOrders, saysEach } from './all-orders.ts';

it.each([
  ["cancel everything that hasn't been sent", true],
  ['cancel both', true],
  ['所有没付款的订单都取消', true],
  ['cancel all items of it', false],
  ['return everything in that order', false],
  ['cancel the order', false],
])('%s', (text, all) => {
  expect(saysAllOrders(text)).toBe(all);
});

it('each of several orders is meant by its number, or the end of it', () => {
  const orders = [{ id: 'SO-51001' }, { id: 'SO-51002' }];
  expect(saysEach(orders, 'cancel SO-51001 and SO-51002')).toBe(true);
  expect(saysEach(orders, '51001和51002都不要了')).toBe(true);
  expect(saysEach(orders, 'cancel the one with the kettle')).toBe(false);
});
