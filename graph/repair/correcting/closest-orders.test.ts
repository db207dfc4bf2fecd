import { expect, it } from 'vitest';
import { closestOrders } from './closest-orders.ts';

const own = ['KF20261116-0236', 'KF20261115-0198', 'LC-50249', 'LC-50240'];

it('finds the own number behind a slip of the fingers', () => {
  expect(closestOrders('KF20261116-0263', own)).toEqual(['KF20261116-0236']);
  expect(closestOrders('kf2026116 0236', own)).toEqual(['KF20261116-0236']);
  expect(closestOrders('LC-50294', own)).toEqual(['LC-50249', 'LC-50240']);
  expect(closestOrders('20261115-0189', own)).toEqual(['KF20261115-0198']);
});

it('offers nothing for what is no number of theirs', () => {
  expect(closestOrders('ZZ99999', own)).toEqual([]);
  expect(closestOrders('12', own)).toEqual([]);
});
