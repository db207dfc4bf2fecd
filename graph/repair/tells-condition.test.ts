import { expect, it } from 'vitest';
import { tellsCondition } from './tells-condition.ts';

it.each(['its unopened', 'never worn', "i haven't used it", '没拆封', '还没用过', '吊牌还在'])('%s', (text) => {
  expect(tellsCondition(text, 'return_order')).toBe(true);
});

it('leaves questions, other changes and opened goods alone', () => {
  expect(tellsCondition('must it be unopened?', 'return_order')).toBe(false);
  expect(tellsCondition('没拆封可以退吗', 'return_order')).toBe(false);
  expect(tellsCondition('its unopened', 'cancel_order')).toBe(false);
  expect(tellsCondition('i opened it', 'return_order')).toBe(false);
});
