import { describe, expect, test } from 'vitest';
import { matchedShare, matchText } from './match-text.ts';

const runs = (...texts: string[]) => texts.map((str) => ({ str }));
const matched = (texts: string[], passage: string) =>
  matchText(runs(...texts), passage).flatMap((found, index) => (found ? [texts[index]] : []));

describe('the runs of a passage', () => {
  test('are found across line ends, hyphens of layout and full-width forms', () => {
    const page = [
      'Acme Ltd · page 3',
      'Items may be returned within',
      '７ days of',
      'delivery.',
      'Refunds take 3 days.',
    ];
    expect(matched(page, 'Items may be returned\nwithin 7 days of delivery.')).toEqual(page.slice(1, 4));
  });
  test('are found in a table, whose cells are short', () => {
    const page = ['Region', 'Days', 'Fee', 'North and the coast', '3', '12', '7'];
    expect(matched(page, '| Region | Days | Fee |\n|---|---|---|\n| North and the coast | 3 | 12 |')).toEqual([
      ...['Region', 'Days', 'Fee', 'North and the coast', '3', '12'],
    ]);
  });
  test('are found in Chinese', () => {
    const page = ['七天无理由', '退货，运费', '由', '买家承担', '换货另见第四章'];
    expect(matched(page, '七天无理由退货，运费由买家承担。')).toEqual(page.slice(0, 4));
  });
  test('are not a heading elsewhere that shares a word', () => {
    const page = ['使用条件', '发放时间', '优惠券可以和满减、积分一起使用；', '券的使用条件按满减之后的金额判断。'];
    expect(matched(page, page.slice(2).join('\n'))).toEqual(page.slice(2));
  });
  test('are none where the passage is from another page', () => {
    expect(matched(['Warranty covers two years', 'of normal use', '2'], 'Delivery takes 2 days.')).toEqual([]);
  });
});

test('the share tells whether a passage goes on overleaf', () => {
  const page = runs('The first half of it is here', 'and something else');
  const passage = 'The first half of it is here, the second half is there, on the next page of all.';
  const share = matchedShare(page, matchText(page, passage), passage);
  expect(share).toBeGreaterThan(0.2);
  expect(share).toBeLessThan(0.6);
});
