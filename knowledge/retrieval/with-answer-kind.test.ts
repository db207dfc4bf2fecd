import { expect, it } from 'vitest';
import { createLexicalIndex } from '../lexical/lexical-index.ts';
import { createAnalyzer } from '../text/analyzer.ts';
import { createLexicon, parseLexicon } from '../text/lexicon.ts';
import type { Passage } from '../types.ts';
import { analysePassage } from './analysed-passage.ts';
import { kindTerm } from './answer-type.ts';
import { analyseQuery, asksForKind } from './query.ts';
import { withAnswerKind } from './with-answer-kind.ts';

const analyzer = createAnalyzer(createLexicon(parseLexicon('运费 = postage')));
const passage: Passage = {
  ...{ id: 'p', kind: 'document', documentId: 'd', title: 'Delivery', page: 1, heading: null },
  ...{ text: 'We post every day. Postage is 12 yuan.', language: 'en', audience: 'public' },
};

it('gives a sentence the kinds of things that it holds, beside its own words', () => {
  const { sentences, all } = withAnswerKind(analysePassage(passage, '', analyzer), 'how much is postage');
  const money = kindTerm('money');
  expect(sentences.map(({ terms }) => terms.has(money))).toEqual([false, true]);
  expect(sentences.map(({ terms }) => terms.has('#运费'))).toEqual([false, true]);
  expect(all.has(money)).toBe(true);
  expect(all.has(kindTerm('contact'))).toBe(false);
});

it('gives nothing for what the question said itself', () => {
  const { all } = withAnswerKind(analysePassage(passage, '', analyzer), 'is postage 12 yuan');
  expect(all.has(kindTerm('money'))).toBe(false);
});

it('is asked for by what a kind of thing can meet, and by nothing else', () => {
  const asks = (question: string) => asksForKind(analyseQuery(question, analyzer, createLexicalIndex()));
  expect(['is it free over 60 yuan', '运费多少钱', '三天后还能退吗'].map(asks)).toEqual([true, true, true]);
  expect(['postage to the islands', '运费险'].map(asks)).toEqual([false, false]);
});
