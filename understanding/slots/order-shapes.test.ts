import { expect, test } from 'vitest';
import { findIdentifiers } from './identifiers.ts';
import { createOrderShapes } from './order-shapes.ts';

test('short and odd numbers are orders where the shop’s look like that', () => {
  const shapes = createOrderShapes(['SO-889', 'SO-1204', 'SO-977']);
  expect(findIdentifiers('is SO-912 here yet').orderIds).toEqual([]);
  expect(findIdentifiers('is SO-912 here yet', shapes).orderIds).toEqual(['SO-912']);
  expect(findIdentifiers('so912到了吗', shapes).orderIds).toEqual(['so912']);
  expect(findIdentifiers('size XL-889', shapes).orderIds).toEqual([]);
});

test('an order number that looks like a telephone is an order where all begin like it', () => {
  const shapes = createOrderShapes(['13800001734', '13800002290', '13800004415']);
  expect(findIdentifiers('13800003311发货了吗', shapes)).toMatchObject({ orderIds: ['13800003311'], phones: [] });
  expect(findIdentifiers('打 13912345678', shapes)).toMatchObject({ orderIds: [], phones: ['13912345678'] });
  expect(findIdentifiers('电话 13800003311', shapes)).toMatchObject({ orderIds: [], phones: ['13800003311'] });
});

test('an order number that looks like a parcel’s is an order', () => {
  const shapes = createOrderShapes(['JD202611050012', 'JD202611050377']);
  expect(findIdentifiers('JD202611280001 到哪了', shapes)).toMatchObject({
    orderIds: ['JD202611280001'],
    trackingNumbers: [],
  });
});

test('a shop without orders teaches nothing', () => {
  expect(createOrderShapes([]).fits('SO-889')).toBe(false);
});
