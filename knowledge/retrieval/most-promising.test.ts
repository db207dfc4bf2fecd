import { expect, it } from 'vitest';
import { createLexicalIndex } from '../lexical/lexical-index.ts';
import { createAnalyzer } from '../text/analyzer.ts';
import { createLexicon, loadTradeLexicon } from '../text/lexicon.ts';
import { createPromises, mostPromising } from './most-promising.ts';
import { analyseQuery } from './query.ts';

const analyzer = createAnalyzer(createLexicon(loadTradeLexicon()));
const texts: Array<[string, 'zh' | 'en']> = [
  ['The kettle holds two litres of water.', 'en'],
  ['The warranty of the kettle is two years.', 'en'],
  ['水壶的保修期是两年。', 'zh'],
  ['Parcels leave our warehouse on Mondays.', 'en'],
  ['我们的仓库周一发货。', 'zh'],
];
const index = createLexicalIndex();
texts.forEach(([text, language], i) => {
  index.add({ id: `p${i}`, kind: 'document', language, audience: 'public' }, analyzer.terms(text));
});
const promising = (question: string, language: 'zh' | 'en', ids: string[], count: number) => {
  const query = analyseQuery(question, analyzer, index);
  const promiseOf = createPromises({ ...{ query, language, index }, lexical: new Map(), highest: () => 1 });
  const candidates = ids.map((id, i) => ({ id, score: 1 - i / 10 }));
  return mostPromising(candidates, count, (id) => promiseOf(id, 0)).map(({ id }) => id);
};

it('keeps the candidates that meet most of the question, wherever the legs have put them, in the order of the legs', () => {
  expect(promising('How long is the warranty of the kettle?', 'en', ['p3', 'p4', 'p0', 'p2', 'p1'], 2)).toEqual([
    'p2',
    'p1',
  ]);
  expect(promising('仓库哪天发货', 'zh', ['p0', 'p1', 'p2', 'p3', 'p4'], 2)).toEqual(['p3', 'p4']);
});

it('never drops a passage that the index does not know yet, and none where there are few', () => {
  expect(promising('warranty of the kettle', 'en', ['p3', 'p1', 'unheard'], 2)).toEqual(['p1', 'unheard']);
  expect(promising('kettle', 'en', ['p3', 'p4'], 2)).toEqual(['p3', 'p4']);
});
