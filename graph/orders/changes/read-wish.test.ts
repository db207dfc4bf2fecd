import { expect, it } from 'vitest';
import { slotsSchema } from '../../../understanding/types.ts';
import { readWish } from './read-wish.ts';

const intentOf = (text: string) =>
  readWish({
    ...{ text, intent: 'change_address', route: 'order', confidence: 1, isQuestion: false, alternatives: [] },
    slots: slotsSchema.parse({}),
  }).intent;

it('another colour is wished of the goods, and is no address', () => {
  expect(intentOf('能换成墨绿的吗')).toBe('change_items');
  expect(intentOf('改成银座 3 号楼')).toBe('change_address');
  expect(intentOf('change the address to 3 Black Lane')).toBe('change_address');
});

it('what the shop does for an order is asked, and changes nothing of it', () => {
  const items = (text: string) =>
    readWish({
      ...{ text, intent: 'change_items', route: 'order', confidence: 1, isQuestion: true, alternatives: [] },
      slots: slotsSchema.parse({ orderIds: ['A-5520'] }),
    });
  expect(items('do you gift wrap A-5520')).toMatchObject({ route: 'knowledge' });
  expect(items('do you think you could add one to A-5520')).toMatchObject({ intent: 'change_items', route: 'order' });
});

it('"return the cushions" names the deed and the thing', () => {
  const slots = slotsSchema.parse({ products: [{ productId: 'c', score: 1 }] });
  const asked = { confidence: 1, isQuestion: false, alternatives: [], slots };
  const read = (text: string) => readWish({ ...asked, text, intent: 'return_policy', route: 'knowledge' }).intent;
  expect(read('return the cushions')).toBe('return_request');
  expect(read('return the cushions within how many days')).toBe('return_policy');
});

it('what is to become of goods that are called broken or by their colour is said by the deed', () => {
  const asked = { confidence: 1, isQuestion: false, alternatives: [], slots: slotsSchema.parse({}) };
  const read = (text: string, intent: string) => readWish({ ...asked, text, intent, route: 'order' }).intent;
  expect(read('退坏的那个', 'damaged_or_wrong_item')).toBe('return_request');
  expect(read('退款到账了吗，东西坏了', 'damaged_or_wrong_item')).toBe('damaged_or_wrong_item');
  expect(read('蓝杯子改白的', 'damaged_or_wrong_item')).toBe('change_items');
});

it('耳塞套也一起退 names the thing and the deed behind it', () => {
  const slots = slotsSchema.parse({ products: [{ productId: 'c', score: 1 }] });
  const asked = { confidence: 0.2, isQuestion: false, alternatives: [], slots, route: 'order' as const };
  expect(readWish({ ...asked, text: '耳塞套也一起退', intent: 'list_orders' }).intent).toBe('return_request');
});
