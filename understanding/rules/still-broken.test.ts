import { expect, test } from 'vitest';
import { normaliseText } from '../normalise.ts';
import { isStillBroken } from './still-broken.ts';

test.each([
  'Tried that, still the same',
  "I've already done all of that",
  'it still does not work',
  "that didn't help",
  'same problem again',
  'no luck',
  '试过了还是不行',
  '还是老样子',
  '没用啊',
  '清理过了还是报错',
])('what was advised has not helped: %s', (text) => expect(isStillBroken(normaliseText(text))).toBe(true));

test.each([
  'is it still in stock?',
  'what is the same in black?',
  'do you still sell it',
  '还是要白色的吧',
  '没有用过的可以退吗',
  '试用装有吗',
])('something else: %s', (text) => expect(isStillBroken(normaliseText(text))).toBe(false));
