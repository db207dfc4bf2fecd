import { expect, it } from 'vitest';
import type { OrderFilter } from '../../../stores/orders.ts';
import { anOrder } from '../../../testing/order.ts';
import { createFindOrdersTool } from '../../../tools/orders/find-orders.ts';
import { slotsSchema, type UnderstoodRequest } from '../../../understanding/types.ts';
import { readDialogue } from '../../dialogue.ts';
import { ofOwnOpenOrder } from './own-open-order.ts';

const open = anOrder({ id: 'T-7', status: 'paid' });
const tool = createFindOrdersTool({
  orders: { find: async (_customer: string, { status }: OrderFilter = {}) => (status?.includes('paid') ? [open] : []) },
  timeZone: 'UTC',
});
const read = async (text: string, productId = 'atlas', signedIn = true, dialogue: Record<string, unknown> = {}) => {
  const request: UnderstoodRequest = {
    ...{ text, intent: 'cancel_policy', route: 'knowledge', confidence: 1, isQuestion: true, alternatives: [] },
    slots: slotsSchema.parse({ products: productId === 'none' ? [] : [{ productId, score: 1 }] }),
  };
  const caller = signedIn ? ({ kind: 'customer', id: 'c' } as const) : ({ kind: 'visitor', id: 'v' } as const);
  const [meant] = await ofOwnOpenOrder({
    requests: [request],
    dialogue: readDialogue(dialogue),
    tool,
    context: { caller, language: 'en', now: new Date() },
  });
  return [meant?.route, meant?.intent, ...(meant?.slots.orderIds ?? [])].join(' ');
};

it('asks of the order that holds the thing', async () => {
  expect(await read('can i still cancel the atlas?')).toBe('order cancel_order T-7');
  expect(await read('地图集可以取消吗')).toBe('order cancel_order T-7');
  expect(await read('could the fountain pen be swapped to a red one', 'pen')).toBe('order change_items T-7');
});

it('asks when the thing comes', async () => {
  expect(await read('地图集啥时候到西安')).toBe('order track_order T-7');
  expect(await read('地图集什么时候到货', 'globe')).toBe('knowledge cancel_policy');
});

it('knows the thing by what it means in the other language', async () => {
  expect(await read('can I cancel the saddle?', 'none')).toBe('knowledge cancel_policy');
  expect(await read('钢笔能取消吗', 'none')).toBe('order cancel_order T-7');
});

it('asks for the rule otherwise', async () => {
  expect(await read('can i cancel the globe?', 'globe')).toBe('knowledge cancel_policy');
  expect(await read('how can i cancel the atlas?')).toBe('knowledge cancel_policy');
  expect(await read('can i cancel the atlas?', 'atlas', false)).toBe('knowledge cancel_policy');
});

it('takes what is wished of one thing in it for a change of the order', async () => {
  for (const text of [
    'make the atlas green',
    'I only want one of the atlas',
    'drop the atlas from it',
    'I would like the atlas in paperback instead',
    '地图集只要一本',
    '地图集少一本',
  ])
    expect(await read(text)).toBe('order change_items T-7');
  expect(await read('地图集不要了')).toBe('order cancel_order T-7');
  expect(await read('make it green', 'none', true, { focusOrderIds: ['T-7'] })).toBe('order change_items T-7');
  expect(await read('make it quick', 'none', true, { focusOrderIds: ['T-7'] })).toBe('knowledge cancel_policy');
  expect(await read('make it green', 'none')).toBe('knowledge cancel_policy');
});
