import { expect, it } from 'vitest';
import { asksDiscount } from './asks-discount.ts';

it.each([
  '过生日能便宜吗',
  '学生有优惠没',
  '买两个可以打折吗',
  'any discount for students?',
  'is it cheaper for members',
  'do you offer a discount on birthdays',
])('asks for an offer: %s', (text) => {
  expect(asksDiscount(text)).toBe(true);
});

it.each([
  '哪个便宜',
  '有没有便宜一点的耳机',
  'something cheaper',
  'which one is cheaper',
  '多少钱',
  'the discount was not applied to my order',
])('asks for goods, or something else: %s', (text) => {
  expect(asksDiscount(text)).toBe(false);
});
