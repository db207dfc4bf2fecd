import { expect, it } from 'vitest';
import { createLexicalIndex } from '../lexical/lexical-index.ts';
import { createAnalyzer } from '../text/analyzer.ts';
import { createLexicon, loadTradeLexicon } from '../text/lexicon.ts';
import type { Passage } from '../types.ts';
import { analysePassage } from './analysed-passage.ts';
import { featuresOf } from './features.ts';
import { analyseQuery } from './query.ts';
import { sentenceCovers } from './sentence-covers.ts';
import { withAnswerKind } from './with-answer-kind.ts';

const analyzer = createAnalyzer(createLexicon(loadTradeLexicon()));
const passage = (id: string, text: string, language: 'zh' | 'en'): Passage => ({
  ...{ id, kind: 'document', documentId: id, title: '', page: null, heading: null, text, language, audience: 'public' },
});

function features(question: string, language: 'zh' | 'en', texts: Array<[string, 'zh' | 'en']>) {
  const index = createLexicalIndex();
  const passages = texts.map(([text, of], i) => passage(`p${i}`, text, of));
  for (const each of passages) index.add(each, analyzer.terms(each.text));
  const query = analyseQuery(question, analyzer, index);
  const asked = new Set(analyzer.terms(question));
  return passages.map((each) => {
    const compared = withAnswerKind(analysePassage(each, '', analyzer), question);
    const covers = sentenceCovers(query, compared);
    return featuresOf({ query, asked, passage: compared, covers, language, index, lexical: 0, vector: 0 });
  });
}

it('meets a word that a stop word was cut out of (不可 in 不可知论) by the pairs over the cut', () => {
  const [right, other] = features('什么是不可知论', 'zh', [
    ['不可知论是一种看法。', 'zh'],
    ['已知论点不可靠吗？', 'zh'],
  ]);
  expect(right?.window).toBeGreaterThan(other?.window ?? 1);
});

it('counts a Han verb that stands in another word as met, not as unknown', () => {
  const [met] = features('信用卡付的', 'zh', [['信用卡支付后 3 天到账。', 'zh']]);
  expect(met).toMatchObject({ unknown: 0, missing: 0 });
});

it('takes words that no lexicon translates for foreign, not for missing', () => {
  const [across] = features('天妇罗运费', 'zh', [['Shipping cost is 8 yuan.', 'en']]);
  expect(across?.foreign).toBeGreaterThan(0);
  expect(across?.missing).toBe(0);
});

it('meets a little of a Chinese word by its characters in other words', () => {
  const [kin, none] = features('球队怎么训练', 'zh', [
    ['队员每天练球两小时。', 'zh'],
    ['每天工作两小时。', 'zh'],
  ]);
  expect(kin?.coverage).toBeGreaterThan(none?.coverage ?? 1);
  expect(kin?.coverage).toBeLessThan(0.2);
  expect(kin?.missing).toBe(none?.missing);
});

it('misses a noun that only names what is asked for less than what is asked about', () => {
  const [about, noun] = features('铜壶的产地是哪里', 'zh', [
    ['铜壶来自云南。', 'zh'],
    ['茶叶的产地写在盒上。', 'zh'],
  ]);
  expect(about?.coverage).toBeGreaterThan(noun?.coverage ?? 1);
});
