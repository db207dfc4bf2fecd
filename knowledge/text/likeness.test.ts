import { expect, it } from 'vitest';
import { createAnalyzer } from './analyzer.ts';
import { createLexicon, loadTradeLexicon } from './lexicon.ts';
import { likeness, matterOf } from './likeness.ts';

const analyzer = createAnalyzer(createLexicon(loadTradeLexicon()));
const alike = (a: string, b: string) => likeness(matterOf(a, analyzer), matterOf(b, analyzer));

it.each([
  ['你们可以开发票吗', '发票怎么开', 0.7],
  ['Do you ship to Canada?', 'can you deliver to Canada', 0.8],
  ['支持货到付款吗', 'Do you accept cash on delivery?', 0.7],
])('takes %s and %s for one matter', (a, b, least) => {
  expect(alike(a, b)).toBeGreaterThanOrEqual(least);
  expect(alike(b, a)).toBeCloseTo(alike(a, b));
});

it.each([
  ['退货要几天', '退货运费谁出'],
  ['Does the AF50 need descaling?', 'Does the R9 need descaling?'],
  ['Do you ship to Canada?', 'Do you ship to Norway?'],
  ['今天天气怎么样', '发票怎么开'],
])('keeps %s and %s apart', (a, b) => {
  expect(alike(a, b)).toBeLessThan(0.66);
});
