import { expect, it } from 'vitest';
import { asksRefundState } from './asks-refund-state.ts';

it.each([
  '键盘的退款怎么还没到',
  '退的钱到账了没',
  'still waiting for my money back',
  'has the refund for the lamp arrived yet',
  'did i get my money back for the lamp',
])('of a refund under way: %s', (text) => expect(asksRefundState(text)).toBe(true));

it.each(['退款一般多久到账', '退款几天到账', 'how long does a refund take', '我要退款', 'my parcel has not arrived'])(
  'not: %s',
  (text) => expect(asksRefundState(text)).toBe(false),
);
