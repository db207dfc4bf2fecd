import { expect, test } from 'vitest';
import { countSaid } from './collect-return.ts';

test.each([
  ['just one of them', 1],
  ['I want to return one pack of the socks', 1],
  ['return 2 of the mugs', 2],
  ['只退一件', 1],
  ['其中两个', 2],
  ['the other one', undefined],
  ['第一个', undefined],
  ['is one year of warranty included', undefined],
])('how many go back: %s', (text, count) => {
  expect(countSaid(text)).toBe(count);
});
