import { expect, it } from 'vitest';
import { anOrder } from '../../../testing/order.ts';
import { slotsSchema, type UnderstoodRequest } from '../../../understanding/types.ts';
import { eachNamed } from './each-named.ts';

const holds = (id: string, ...names: string[]) =>
  anOrder({
    ...{ id, status: 'delivered' },
    items: names.map((name, line) => ({ line, product_id: name, variant_id: null, name, quantity: 1, unit_price: 9 })),
  });
const orders = [holds('GD-3', 'Copper Trowel', 'Seed Tray'), holds('GD-2', 'Garden Hose'), holds('GD-1', 'Wool Hat')];
const of = (text: string, intent = 'return_request') => {
  const request: UnderstoodRequest = {
    ...{ text, intent, route: 'order', confidence: 1, isQuestion: false, alternatives: [] },
    slots: slotsSchema.parse({}),
  };
  return eachNamed(orders, request).map(({ id }) => id);
};

it('takes things of several orders that are to go back for a return of each', () => {
  expect(of('return the trowel and the hose')).toEqual(['GD-3', 'GD-2']);
  expect(of('the hat, the hose', 'cancel_order')).toEqual(['GD-2', 'GD-1']);
});

it('leaves one order, one thing, and what is to be kept', () => {
  expect(of('return the trowel and the tray')).toEqual([]);
  expect(of('return the hose')).toEqual([]);
  expect(of('return the hose and keep the hat')).toEqual([]);
  expect(of('where are the hose and the hat', 'track_order')).toEqual([]);
});
