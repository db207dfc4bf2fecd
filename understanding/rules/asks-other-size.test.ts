import { expect, it } from 'vitest';
import { asksOtherSize } from './asks-other-size.ts';

it.each([
  'the smaller one?',
  'what about the bigger size',
  'do you have a larger one?',
  'one size up?',
  '大一号的呢',
  '那小的呢？',
  '有没有再大一点的',
  '小瓶多少钱',
])('another size of what is in view: %s', (text) => {
  expect(asksOtherSize(text)).toBe(true);
});

it.each([
  'swap it for a larger size',
  '换成大一号的 X 订单',
  'is it small',
  '大概几天',
  'the smaller parcel has not arrived',
  '小心',
])('something else: %s', (text) => {
  expect(asksOtherSize(text)).toBe(false);
});
