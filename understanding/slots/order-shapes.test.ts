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

test('numbers with slashes or dots are read whole, and only where the shop has such', () => {
  const shapes = createOrderShapes(['SO/2026/0098', 'SO/2026/0101', 'SO/2025/1204']);
  expect(findIdentifiers('where is SO/2026/0103?', shapes).orderIds).toEqual(['SO/2026/0103']);
  expect(findIdentifiers('取消so/2026/0103，谢谢', shapes).orderIds).toEqual(['so/2026/0103']);
  expect(findIdentifiers('bought on 2026/11/20', shapes).orderIds).toEqual([]);
  expect(findIdentifiers('and/or 24/7', shapes).orderIds).toEqual([]);
  const dotted = createOrderShapes(['26.11.00871', '26.11.00902']);
  expect(findIdentifiers('where is 26.11.00915.', dotted).orderIds).toEqual(['26.11.00915']);
});

test('numbers of letters and digits at random teach their start and their length', () => {
  const shapes = createOrderShapes(['ff-9x2k7', 'ff-b81qd', 'ff-c03mm', 'ff-a11zz', 'ff-t0m77', 'ff-l1w41']);
  expect(findIdentifiers('and FF-Q7RS2?', shapes).orderIds).toEqual(['FF-Q7RS2']);
  expect(findIdentifiers('my coffee-table, size XL-889', shapes).orderIds).toEqual([]);
  const bare = createOrderShapes(['K7QX9PA', '3BVT20M', 'ZZ81PQ4', 'M40LLK9', '7TRE21X']);
  expect(findIdentifiers('3bvt20m到哪了', bare).orderIds).toEqual(['3bvt20m']);
  expect(findIdentifiers('the keyboard with 4090', bare).orderIds).toEqual([]);
});

test('the shortest numbers are orders where words of an order stand before them', () => {
  const orders = (ids: string[], text: string) => findIdentifiers(text, createOrderShapes(ids)).orderIds;
  expect(orders(['o1', 'o2', 'o3'], 'Where is my order o2?')).toEqual(['o2']);
  expect(orders(['T-7', 'T-8'], 'I want to return T-8')).toEqual(['T-8']);
  expect(orders(['ord_1', 'ord_22'], '帮我取消 ord_22')).toEqual(['ord_22']);
  expect(orders(['R-1.2', 'R-1.3'], 'exchange order R-1.2')).toEqual(['R-1.2']);
  expect(orders(['1001', '1002'], '退 1002')).toEqual(['1002']);
  expect(orders(['1', '2', '10'], '订单 10 到哪里了')).toEqual(['10']);
  expect(orders(['T-7', 'T-8'], 'does the T-7 fit my bag')).toEqual([]);
  expect(orders(['1', '2', '10'], "I'd like to order 10, or order 2 pairs")).toEqual([]);
  expect(orders(['1001', '1002'], 'refund $1001, or exchange 1001 pieces')).toEqual([]);
});

test('takes how many are ordered for no number', () => {
  expect(findIdentifiers('can we order 350 mugs for the office').orderIds).toEqual([]);
  expect(findIdentifiers('order 350 is late').orderIds).toEqual(['350']);
});
