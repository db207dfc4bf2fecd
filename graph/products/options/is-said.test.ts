import { expect, it } from 'vitest';
import { isSaid } from './is-said.ts';

it('reads a measure with or without a space, and a size by what it is called', () => {
  expect(isSaid('30 cm', 'have you the 30cm one')).toBe(true);
  expect(isSaid('500 毫升', '500毫升的多少钱')).toBe(true);
  expect(isSaid('24 厘米', '24的有吗')).toBe(true);
  expect(isSaid('24 厘米', '124的有吗')).toBe(false);
  expect(isSaid('XS (up to 2 kg)', 'is XS there')).toBe(true);
  expect(isSaid({ zh: '中（40 升）', en: 'medium (40 l)' }, '中号有货吗')).toBe(true);
  expect(isSaid('large (90 × 60)', 'how much is the bigger one')).toBe(true);
  expect(isSaid('+2.0', 'and +2?')).toBe(true);
});

it('takes no other number and no question of size for it', () => {
  expect(isSaid('30 cm', 'is it 130cm tall')).toBe(false);
  expect(isSaid('+2.0', 'and +2.5?')).toBe(false);
  expect(isSaid('large (90 × 60)', 'how big is it')).toBe(false);
  expect(isSaid('大（90 厘米）', '有多大')).toBe(false);
});

it('reads units by either name, a range of years, and a letter for a size in words', () => {
  expect(isSaid('18cm', '墨绿18厘米的')).toBe(true);
  expect(isSaid('18cm', '118厘米的')).toBe(false);
  expect(isSaid('5-6 years', '5-6')).toBe(true);
  expect(isSaid('5-6 years', '15-6')).toBe(false);
  expect(isSaid({ zh: '中号', en: 'Medium' }, 'M的多少钱')).toBe(true);
  expect(isSaid({ zh: '中号', en: 'Medium' }, 'I’m looking for a board')).toBe(false);
  expect(isSaid({ zh: '大号', en: 'Large' }, 'a pot of 5 L please')).toBe(false);
});
