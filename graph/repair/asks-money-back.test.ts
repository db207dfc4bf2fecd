import { expect, test } from 'vitest';
import { asksMoneyBack } from './asks-money-back.ts';

test.each([
  'and how much will i get refunded?',
  "what's the refund then",
  'is there a fee for that?',
  '那会退我多少',
  '会扣手续费吗',
  '可以退全款吗',
  '是全额返还吗',
  '多的钱退给我吗',
  'is that the whole amount?',
  'do i get it all back',
])('of a cancelling that waits, "%s" asks for its sum', (said) => {
  expect(asksMoneyBack(said, 'cancel_order')).toBe(true);
});

test.each([
  'when do i get my money back',
  'can i send it back later',
  '退款几天到账',
  '运费谁出',
  'how much is the red one',
])('"%s" asks something else', (said) => {
  expect(asksMoneyBack(said, 'return_order')).toBe(false);
});

test('a change without money in it is not asked for a sum', () => {
  expect(asksMoneyBack('how much do i get back', 'change_address')).toBe(false);
});

test('the price difference is asked of the goods that are changed', () => {
  expect(asksMoneyBack('差多少钱', 'change_items')).toBe(true);
  expect(asksMoneyBack("what's the difference", 'change_items')).toBe(true);
  expect(asksMoneyBack('do i get the money back for that', 'change_items')).toBe(true);
  expect(asksMoneyBack('差多少钱', 'change_address')).toBe(false);
});
