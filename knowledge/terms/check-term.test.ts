import { describe, expect, it } from 'vitest';
import { checkTerm } from './check-term.ts';

describe('an entry', () => {
  it('keeps its words once, however they are written', () => {
    expect(checkTerm({ zh: ['小白盒', ' 小白盒 ', '小白箱'], en: ['Starter Kit', 'starter kits', ''] })).toEqual({
      term: { zh: ['小白盒', '小白箱'], en: ['Starter Kit'], note: null },
    });
  });

  it.each([
    ['one word alone', { zh: ['小白盒'], en: [] }, /two words/],
    ['the same word twice', { zh: ['小白盒', '小白盒'], en: [] }, /two words/],
    ['a single character', { zh: ['盒'], en: ['box'] }, /too short/],
    ['a single letter', { zh: ['套装'], en: ['k'] }, /too short/],
    ['a stop word', { zh: ['怎么'], en: ['kit'] }, /nearly every text/],
    ['stop words only', { zh: ['套装'], en: ['how to'] }, /nearly every text/],
    ['a number', { zh: ['套装'], en: ['365'] }, /number/],
    ['punctuation', { zh: ['！！'], en: ['kit'] }, /no letters/],
    [
      'a sentence',
      { zh: ['套装'], en: ['everything that you need when you begin to brew coffee at home'] },
      /sentence/,
    ],
  ])('is refused with %s', (_name, input, message) => {
    expect(checkTerm(input)).toMatchObject({ fault: expect.stringMatching(message), code: expect.any(String) });
  });
});
