import { expect, it } from 'vitest';
import { namesNothing } from './names-nothing.ts';

it.each([
  'how much is it',
  '这个多少钱',
  'the red one, is it in stock?',
  '红色的有货吗',
  'what does it cost?',
  '橙的呢多少钱',
  '买三件多少钱',
])('names no thing: %s', (text) => {
  expect(namesNothing(text)).toBe(true);
});

it.each(['how much is shipping', '运费多少钱', 'is the violin in stock', '充电线有货吗', '刻字多少钱', '补一次多少钱'])(
  'names one: %s',
  (text) => {
    expect(namesNothing(text)).toBe(false);
  },
);
