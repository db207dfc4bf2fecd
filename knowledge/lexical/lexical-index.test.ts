import { describe, expect, it } from 'vitest';
import { createLexicalIndex, type IndexedChunk } from './lexical-index.ts';

const chunk = (id: string, over: Partial<IndexedChunk> = {}): IndexedChunk => ({
  id,
  kind: 'document',
  language: 'en',
  audience: 'public',
  ...over,
});
const query = (...terms: string[]) => new Map(terms.map((term) => [term, 1]));
const ids = (index: ReturnType<typeof createLexicalIndex>, ...terms: string[]) =>
  index.search(query(...terms), { k: 10 }).map(({ id }) => id);

describe('lexical index', () => {
  it('prefers rare words and short texts', () => {
    const index = createLexicalIndex();
    index.add(chunk('rare'), ['return', 'bicycle']);
    index.add(chunk('common'), ['return', 'item']);
    index.add(chunk('long'), ['return', 'bicycle', ...'a b c d e f g h i j'.split(' ')]);
    expect(ids(index, 'return', 'bicycle')).toEqual(['rare', 'long', 'common']);
  });

  it('forgets what is removed and replaces what is added again', () => {
    const index = createLexicalIndex();
    index.add(chunk('a'), ['old']);
    index.add(chunk('a'), ['new']);
    expect(ids(index, 'old')).toEqual([]);
    expect(ids(index, 'new')).toEqual(['a']);
    index.remove('a');
    index.remove('never there');
    expect([ids(index, 'new'), index.size, index.has('a')]).toEqual([[], 0, false]);
  });

  it('finds the same after sweeping thousands of removed texts out', () => {
    const index = createLexicalIndex();
    for (let i = 0; i < 2_000; i++) index.add(chunk(`c${i}`), ['word', `n${i}`]);
    for (let i = 0; i < 2_000; i++) if (i % 10 !== 3) index.remove(`c${i}`);
    expect(index.size).toBe(200);
    expect(ids(index, 'n1203')).toEqual(['c1203']);
    expect(ids(index, 'n1204')).toEqual([]);
    index.add(chunk('again'), ['n1204']);
    expect(ids(index, 'n1204')).toEqual(['again']);
    expect(index.frequency('word')).toBeLessThanOrEqual(index.size);
  });

  it('tells which terms a text has', () => {
    const index = createLexicalIndex();
    index.add(chunk('a'), ['blue', 'kettle']);
    index.add(chunk('b'), ['red', 'kettle']);
    const { has } = index.termsOf('b') ?? { has: () => undefined };
    expect(['red', 'kettle', 'blue', 'unheard'].map(has)).toEqual([true, true, false, false]);
    index.remove('b');
    expect(index.termsOf('b')).toBeUndefined();
  });

  it('sees only what the caller may see', () => {
    const index = createLexicalIndex();
    index.add(chunk('open'), ['price']);
    index.add(chunk('staff', { audience: 'staff' }), ['price', 'price']);
    const found = index.search(query('price'), { k: 1, accept: ({ audience }) => audience === 'public' });
    expect(found.map(({ id }) => id)).toEqual(['open']);
  });
});
