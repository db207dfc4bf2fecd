import { expect, it } from 'vitest';
import { createAnalyzer } from '../text/analyzer.ts';
import { createLexicon, loadTradeLexicon } from '../text/lexicon.ts';
import { withoutPlaceSuffix } from './place-suffix.ts';

const analyzer = createAnalyzer(createLexicon(loadTradeLexicon()));
const termsOf = (question: string) => analyzer.units(question).map((unit) => withoutPlaceSuffix(unit).terms.join(' '));

it.each([
  ['沐川县的快递费', '沐川'],
  ['弗雷斯诺市有门店', '弗雷 雷斯 斯诺'],
  ['广东省要几天', '广东 东省'],
])('asks for the name of a place, with or without what it is: %s', (question, terms) => {
  expect(termsOf(question)).toContain(terms);
});

it.each(['附近的超市在哪', '你们是上市公司吗', '城市配送'])('leaves words that end like a place: %s', (question) => {
  expect(termsOf(question)).toEqual(analyzer.units(question).map(({ terms }) => terms.join(' ')));
});
