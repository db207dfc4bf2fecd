import { expect, it } from 'vitest';
import type { OrderFilter } from '../../../stores/orders.ts';
import { anOrder } from '../../../testing/order.ts';
import { createFindOrdersTool } from '../../../tools/orders/find-orders.ts';
import { slotsSchema, type UnderstoodRequest } from '../../../understanding/types.ts';
import { readDialogue } from '../../dialogue.ts';
import { withBoughtOrder } from './bought-order.ts';

const kettle = anOrder({ id: 'T-7' });
const tool = createFindOrdersTool({
  orders: {
    find: async (_customer: string, { productIds }: OrderFilter = {}) =>
      productIds?.includes('kettle') ? [kettle] : [],
  },
  timeZone: 'UTC',
});
const asks = (text: string, rest: Partial<UnderstoodRequest> = {}): UnderstoodRequest => ({
  text,
  intent: 'return_policy',
  route: 'knowledge',
  confidence: 1,
  slots: slotsSchema.parse({ products: [{ productId: 'kettle', score: 1 }] }),
  isQuestion: false,
  alternatives: [],
  ...rest,
});
const read = async (request: UnderstoodRequest, dialogue: Record<string, unknown> = {}, signedIn = true) => {
  const caller = signedIn ? ({ kind: 'customer', id: 'c' } as const) : ({ kind: 'visitor', id: 'v' } as const);
  const context = { caller, language: 'zh' as const, now: new Date() };
  const requests = await withBoughtOrder({ requests: [request], dialogue: readDialogue(dialogue), tool, context });
  return requests.map(({ route, slots }) => [route, ...slots.orderIds].join(' '));
};

it('puts the order of a thing told to be bought before the answer', async () => {
  expect(await read(asks('我上周买了个水壶，盖子裂了，能退吗', { isQuestion: true }))).toEqual([
    'order T-7',
    'knowledge',
  ]);
  expect(await read(asks('we bought a kettle and it leaks, what now?', { isQuestion: true }))).toEqual([
    'order T-7',
    'knowledge',
  ]);
});

it('takes a thing that is pointed at, and was not shown, for the one that was bought', async () => {
  expect(await read(asks('水壶那个'))).toEqual(['order T-7']);
  expect(await read(asks('my kettle'))).toEqual(['order T-7']);
  expect(await read(asks('水壶那个'), { focusProductIds: ['kettle'] })).toEqual(['knowledge']);
});

it('changes nothing for visitors, unknown things, and questions before a purchase', async () => {
  const story = asks('我上周买了个水壶，盖子裂了，能退吗', { isQuestion: true });
  expect(await read(story, {}, false)).toEqual(['knowledge']);
  expect(await read({ ...story, slots: slotsSchema.parse({ products: [{ productId: 'cup', score: 1 }] }) })).toEqual([
    'knowledge',
  ]);
  expect(await read(asks('水壶可以退吗', { isQuestion: true }))).toEqual(['knowledge']);
});

it('shows the order of an own thing that something is wrong with, before the answer', async () => {
  const fault = { intent: 'troubleshooting' };
  expect(await read(asks('my kettle isnt heating anymore', fault))).toEqual(['order T-7', 'knowledge']);
  expect(await read(asks('my kettle'))).toEqual(['order T-7']);
});
