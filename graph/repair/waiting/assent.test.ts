import { expect, it } from 'vitest';
import { assents } from './assent.ts';

it.each([
  ['那就取消吧', 'cancel_order'],
  ['确认取消', 'cancel_order'],
  ['嗯退掉', 'return_order'],
  ['改吧', 'change_address'],
  ['是的确认退', 'return_order'],
  ['ok yes cancel it', 'cancel_order'],
  ['return it please', 'return_order'],
  ['ok then cancel', 'cancel_order'],
])('%s says yes to %s', (text, action) => {
  expect(assents(text, action)).toBe(true);
});

it.each([
  ['取消', 'cancel_order'],
  ['不取消', 'cancel_order'],
  ['取消吧', 'return_order'],
  ['怎么取消？', 'cancel_order'],
  ["don't cancel it", 'cancel_order'],
  ['cancel', 'cancel_order'],
])('%s does not say yes to %s', (text, action) => {
  expect(assents(text, action)).toBe(false);
});
