import { expect, it } from 'vitest';
import { slotsSchema } from '../types.ts';
import { asksWhereIsOwn, missesOwn } from './where-is-own.ts';

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

it('a thing that is missed in anger is asked after', () => {
  expect(missesOwn("you're so slow, pots still aren't here", named)).toBe(true);
  expect(missesOwn('水壶还没到 太慢了', named)).toBe(true);
  expect(missesOwn('the pot is not heavy', named)).toBe(false);
  expect(missesOwn("still isn't here", slotsSchema.parse({}))).toBe(false);
});
