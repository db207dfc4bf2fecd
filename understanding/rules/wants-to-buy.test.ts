import { expect, test } from 'vitest';
import { normaliseText } from '../normalise.ts';
import { wantsToBuy, wantsToBuyNamed, wishesToBuy } from './wants-to-buy.ts';

test.each([
  "I'll take two",
  'ok, I’ll take it',
  "great, I'd like to order this one please",
  'can I buy two of these?'.replace('?', ''),
  'add it to my basket',
  'put me down for three',
  '那我要两个',
  '我就买这个了',
  '好的，来一台',
  '帮我下单吧',
  '把这个加入购物车',
])('%s wants it ordered', (text) => {
  expect(wantsToBuy(normaliseText(text))).toBe(true);
});

test.each([
  'I want to return two',
  'how do I order?',
  'where is my order',
  'two',
  '要两天吗',
  '我要退货',
  '我要人工',
  '来人',
])('%s does not', (text) => {
  expect(wantsToBuy(normaliseText(text))).toBe(false);
});

test('a product may be named in it, a question is none', () => {
  expect(wantsToBuyNamed(normaliseText("I'll take two Aurora lamps"))).toBe(true);
  expect(wantsToBuyNamed(normaliseText('我要两个极光台灯'))).toBe(true);
  expect(wantsToBuyNamed(normaliseText('我要两个极光台灯有优惠吗'))).toBe(false);
});

test('who takes it and asks how to order wants it ordered; who first asks something else does not', () => {
  expect(wishesToBuy("ok i'll take it, how do i order", false)).toBe(true);
  expect(wishesToBuy('我要这个 怎么下单', false)).toBe(true);
  expect(wishesToBuy("i'll take it, is it heavy", false)).toBe(false);
});
