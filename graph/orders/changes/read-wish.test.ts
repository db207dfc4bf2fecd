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
