import { expect, it } from 'vitest';
import { anyOf } from './any-of.ts';

it('finds each of the ways, with the flags that all of them have', () => {
  const thanks = anyOf(/^谢谢/i, /\bthanks\b/i);
  expect(['谢谢你', 'many THANKS', '不谢谢'].map((text) => thanks.test(text))).toEqual([true, true, false]);
});

it('takes no way whose flags the others lack: it would find other things among them than alone', () => {
  expect(() => anyOf(/thanks/i, /谢谢/)).toThrow(TypeError);
});
