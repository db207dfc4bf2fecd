import { describe, expect, it } from 'vitest';
import { createLexicalIndex, type SegmentedIndex } from './lexical-index.ts';
import { mergeSegments } from './merge-segments.ts';
import type { SegmentData } from './packed-segment.ts';
import type { IndexedChunk } from './segment.ts';
import { createSegmentWriter } from './segment-writer.ts';
import { createSharedSpace } from './shared-space.ts';
import { withoutRemoved } from './without-removed.ts';

interface Text {
  chunk: IndexedChunk;
  terms: string[];
}

/** Texts of common and rare terms, the same at every run. */
function texts(count: number): Text[] {
  let state = 5;
  const roll = (sides: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % sides;
  };
  return Array.from({ length: count }, (_, i) => ({
    chunk: {
      id: `文档-${i}`,
      kind: i % 7 === 0 ? 'faq' : 'document',
      language: i % 2 === 0 ? 'zh' : 'en',
      audience: i % 5 === 0 ? 'staff' : 'public',
      revision: i + 1,
    },
    terms: Array.from({ length: 5 + roll(30) }, () => (roll(3) === 0 ? `w${roll(2_000)}` : `退${roll(40)}`)),
  }));
}

const packed = (some: Text[]): SegmentData => {
  const writer = createSegmentWriter(createSharedSpace());
  for (const { chunk, terms } of some)
    writer.add(chunk, (sink) => {
      for (const term of terms) {
        if (term.length === 2) sink.pair(term.charCodeAt(0), term.charCodeAt(1));
        else sink.text(term);
      }
    });
  return writer.finish();
};

function grown(some: Text[]): SegmentedIndex {
  const index = createLexicalIndex();
  for (const { chunk, terms } of some) index.add(chunk, terms);
  return index;
}

const QUERIES = [['退3', '退7', 'w17'], ['w1999'], ['nowhere'], ['退1', 'w3', 'w4', 'w5', 'w6']];
const answers = (index: SegmentedIndex) =>
  QUERIES.map((terms) =>
    index
      .search(new Map(terms.map((term, i) => [term, 1 / (i + 1)])), {
        k: 20,
        accept: (chunk) => chunk.audience === 'public',
      })
      .map(({ id, score }) => `${score.toFixed(4)} ${id}`)
      .sort(),
  );

describe('an index in segments', () => {
  const all = texts(900);
  const whole = grown(all);
  const split = createLexicalIndex();
  for (let at = 0; at < all.length; at += 250) split.attach(packed(all.slice(at, at + 250)));

  it('answers as one to which the same was added text by text', () => {
    expect(answers(split)).toEqual(answers(whole));
    expect(split.checksum()).toEqual(whole.checksum());
    expect(split.get('文档-35')).toEqual(all[35]?.chunk);
    expect(split.idf('退3')).toBe(whole.idf('退3'));
  });

  it('answers the same when its segments are merged, also without what was removed meanwhile', () => {
    const merged = mergeSegments(split.attached());
    for (const index of [split, whole]) for (let i = 0; i < 900; i += 9) index.remove(`文档-${i}`);
    split.consolidate(merged);
    expect(split.attached()).toHaveLength(1);
    expect(split.checksum()).toEqual(whole.checksum());
    expect(split.search(new Map([['退3', 1]]), { k: 900 }).map(({ id }) => id)).not.toContain('文档-9');
    expect(split.has('文档-10')).toBe(true);
  });

  it('knows what was told text by text to be newer than a segment that comes later', () => {
    const index = createLexicalIndex();
    const [first, second, third] = all;
    if (!first || !second || !third) throw new Error('No texts.');
    index.remove(first.chunk.id);
    index.add({ ...second.chunk, revision: 5_000 }, ['changed']);
    index.attach(packed([first, second, third]));
    expect([first, second, third].map(({ chunk }) => index.has(chunk.id))).toEqual([false, true, true]);
    expect(index.search(new Map([['changed', 1]]), { k: 3 }).map(({ id }) => id)).toEqual([second.chunk.id]);
    expect(index.checksum()).toEqual({ count: 2, revisions: 5_000 + 3 });
  });

  it('is rid of removed texts altogether when they are left out', () => {
    const rare: Text = {
      chunk: { id: 'rare', kind: 'faq', language: 'zh', audience: 'public' },
      terms: ['zanthorpe', '退3', '退3'],
    };
    const data = packed([...all.slice(0, 300), rare]);
    const dead = new Uint8Array(301);
    for (let doc = 0; doc < 300; doc += 3) dead[doc] = 1;
    dead[300] = 1;
    const index = createLexicalIndex();
    const kept = withoutRemoved(data, dead);
    index.attach(kept);
    const expected = grown(all.slice(0, 300).filter((_, i) => i % 3 !== 0));
    expect(answers(index)).toEqual(answers(expected));
    expect(index.checksum()).toEqual(expected.checksum());
    expect(index.idf('退3')).toBe(expected.idf('退3'));
    const text = (units: Uint16Array) =>
      Buffer.from(units.buffer, units.byteOffset, units.byteLength).toString('utf16le');
    expect(text(data.terms.units) + text(data.ids.units)).toMatch(/zanthorpe.*rare/s);
    expect(text(kept.terms.units) + text(kept.ids.units)).not.toMatch(/zanthorpe|rare|文档-3文/s);
    expect(withoutRemoved(data, new Uint8Array(301))).toBe(data);
  });

  it('finds words by first letter and length', () => {
    const words = (index: SegmentedIndex) => [...new Set(index.wordsLike('w', 2, 3))].sort();
    expect(words(split).length).toBeGreaterThan(50);
    expect(words(split).every((word) => word.startsWith('w') && word.length <= 3)).toBe(true);
    expect(words(split)).toEqual(words(grown(all)));
  });
});
