import { expect, test } from 'vitest';
import { titleIn } from './collect-title.ts';

test.each([
  ['make it out to Harbour Ltd', 'Harbour Ltd'],
  ['抬头：山海文化有限公司 税号 91510100MA6XXXXX1A', '山海文化有限公司'],
])('the title ends where the tax number begins: %s', (text, title) => {
  expect(titleIn(text, false)).toBe(title);
});
