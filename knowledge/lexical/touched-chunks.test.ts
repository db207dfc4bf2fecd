import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../text/analyzer.ts';
import { createLexicon, parseLexicon } from '../text/lexicon.ts';
import { indexTerms } from './index-terms.ts';
import { createLexicalIndex } from './lexical-index.ts';
import { changedConcepts, termsOfWord, touchedChunks } from './touched-chunks.ts';

const before = parseLexicon('退款 = refund\n运费 = postage');
const analyzer = createAnalyzer(createLexicon(before));
const index = createLexicalIndex();
const texts = {
  walnut: 'A cupboard made of solid walnut wood',
  wood: 'Wood needs oil',
  zh: '核桃木书柜，退款七天',
  other: '核桃很好吃',
};
for (const [id, text] of Object.entries(texts))
  index.add(
    { id, kind: 'document', language: 'en', audience: 'public' },
    indexTerms({ title: '', heading: null, keywords: '', text }, analyzer),
  );
const touched = (after: string, most = 10) => {
  const ids = touchedChunks(index, changedConcepts(before, parseLexicon(after)), most);
  return ids && [...ids].sort();
};

describe('chunks that a change of the lexicon touches', () => {
  it('are those that hold a word of what was added, removed or changed', () => {
    expect(touched('退款 = refund\n运费 = postage\n核桃木 = walnut wood')).toEqual(['walnut', 'zh']);
    expect(touched('运费 = postage')).toEqual(['zh']);
    expect(touched('退款 = refund\n运费 = postage')).toEqual([]);
    expect(touched('退款 = refund\n运费 = postage\n量子 = quantum')).toEqual([]);
  });

  it('are not counted out when they are many, or when the index can not tell', () => {
    expect(touched('退款 = refund\n运费 = postage\n木料 = wood', 1)).toBeUndefined();
    expect(touched('退款 = refund\n运费 = postage\n柜 = cupboard')).toBeUndefined();
    expect(termsOfWord('how much')).toBeUndefined();
  });
});
