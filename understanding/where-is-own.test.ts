import { expect, it } from 'vitest';
import { slotsSchema } from './types.ts';
import { asksWhereIsOwn } from './where-is-own.ts';

const named = slotsSchema.parse({ products: [{ productId: 'P', score: 1 }] });

it.each(["where's my watering can", 'when will my pot arrive?', '我买的水壶到哪了', '我的花盆怎么还没到'])(
  'something bought is on its way: %s',
  (text) => {
    expect(asksWhereIsOwn(text, named)).toBe(true);
    expect(asksWhereIsOwn(text, slotsSchema.parse({}))).toBe(false);
  },
);

it.each(['where can i put my watering can', 'where is the pot made', '我的水壶漏水'])('something else: %s', (text) => {
  expect(asksWhereIsOwn(text, named)).toBe(false);
});
