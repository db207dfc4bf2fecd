import { expect, it } from 'vitest';
import { countTraditional, toSimplified } from './traditional.ts';

it('writes traditional characters in simplified form and leaves the rest, offsets too', () => {
  expect(toSimplified('請問退貨運費誰出？Order #12')).toBe('请问退货运费谁出？Order #12');
  expect(toSimplified('已经是简体')).toBe('已经是简体');
});

it('counts what is written in traditional script only', () => {
  expect(countTraditional('請問退貨')).toBe(3);
  expect(countTraditional('请问退货 hello')).toBe(0);
});
