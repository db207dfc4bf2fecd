import { expect, it } from 'vitest';
import { inOtherLanguage } from './in-other-language.ts';

it('calls a kind in the other language where a word of the trade is all its name', () => {
  expect(inOtherLanguage(['Tents'])).toEqual(['帐篷']);
  expect(inOtherLanguage(['耳机'])).toContain('headphones');
  expect(inOtherLanguage(['充电器'])).toEqual(['charger']);
});

it('leaves names alone that stand in both languages, or are made of more', () => {
  expect(inOtherLanguage(['Tents', '帐篷'])).toEqual([]);
  expect(inOtherLanguage(['Tent accessories'])).toEqual([]);
  expect(inOtherLanguage(['The Rowan range'])).toEqual([]);
});
