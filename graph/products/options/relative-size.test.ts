import { expect, it } from 'vitest';
import { relativeSize } from './relative-size.ts';

const bottles = [
  { zh: '30毫升', en: '30 ml' },
  { zh: '50毫升', en: '50 ml' },
];

it.each([
  ['小的呢', bottles[0]],
  ['大一号的呢', bottles[1]],
  ['the bigger one?', bottles[1]],
  ['how much is the smallest', bottles[0]],
  ['多少钱', undefined],
  ['大的小的都有吗', undefined],
])('%s', (question, meant) => {
  expect(relativeSize(bottles, question)).toBe(meant);
});

it('tells nothing of what is not measured alike', () => {
  expect(relativeSize(['M', 'L'], 'the smaller one')).toBeUndefined();
  expect(relativeSize(['1 l', '500 ml'], 'the smaller one')).toBeUndefined();
});

it('does not take how large something should be for the large one', () => {
  expect(relativeSize(['30 cm', '45 cm'], '屋子 12 平要多大的')).toBeUndefined();
});
