import { expect, it } from 'vitest';
import { countTraditional, toSimplified } from './traditional.ts';

it('writes traditional characters in simplified form and leaves the rest, offsets too', () => {
  expect(toSimplified('請問退貨運費誰出？Order #12')).toBe('请问退货运费谁出？Order #12');
  expect(toSimplified('已经是简体')).toBe('已经是简体');
});

it.each([
  ['這個著名品牌看著不錯', '这个著名品牌看着不错'],
  ['穿著名牌外套，寫著作業', '穿着名牌外套，写着作业'],
  ['效果顯著，原著的著作權，以耐用著稱', '效果显著，原著的著作权，以耐用著称'],
  ['接著等著，別著急，附著物', '接着等着，别着急，附着物'],
])('writes 著 as 着 where it is the particle: %s', (traditional, simplified) => {
  expect(toSimplified(traditional)).toBe(simplified);
});

it('counts what is written in traditional script only', () => {
  expect(countTraditional('請問退貨')).toBe(3);
  expect(countTraditional('请问退货 hello')).toBe(0);
  expect(countTraditional('著名的土著')).toBe(0);
  expect(countTraditional('等著')).toBe(1);
});
