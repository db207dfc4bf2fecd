import { expect, it } from 'vitest';
import { flagOf } from './flag-value.ts';

it.each([
  [true, true],
  ['yes', true],
  ['否', false],
  [{ zh: '是', en: 'yes' }, true],
  [{ zh: '无', en: 'No' }, false],
  ['leather', undefined],
  [{ zh: '是', en: 'cotton' }, undefined],
  [4, undefined],
  [['yes'], undefined],
  [{}, undefined],
])('reads %j as %s', (value, says) => {
  expect(flagOf(value)).toBe(says);
});
