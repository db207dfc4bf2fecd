import { describe, expect, test } from 'vitest';
import type { ChunkBody } from '../../../api/types.ts';
import { chooseChunks, compareChunks, underHeadings } from './choose-chunks.ts';

const chunk = (ordinal: number, text: string, page: number | null = 1, heading: string | null = null): ChunkBody => ({
  ...{ id: `c${ordinal}`, version: 1, ordinal, page, heading, text, language: 'en', leftOut: [], quotedAnyway: [] },
});
const texts = (chunks: ChunkBody[]) => chunks.map(({ text }) => text);

test('passages are chosen by page and by words of text and heading', () => {
  const chunks = [chunk(0, 'Seven days', 1, 'Returns'), chunk(1, 'Two years', 2, 'Warranty')];
  expect(texts(chooseChunks(chunks, { query: 'RETURNS days', page: null }))).toEqual(['Seven days']);
  expect(texts(chooseChunks(chunks, { query: '', page: 2 }))).toEqual(['Two years']);
  expect(chooseChunks(chunks, { query: 'seven', page: 2 })).toEqual([]);
});

test('passages stand under their headings in reading order, a heading that comes again apart', () => {
  const groups = underHeadings([chunk(0, 'a', 1, 'X'), chunk(1, 'b', 1, 'X'), chunk(2, 'c'), chunk(3, 'd', 1, 'X')]);
  expect(groups.map(({ heading, chunks }) => [heading, texts(chunks)])).toEqual([
    ['X', ['a', 'b']],
    [null, ['c']],
    ['X', ['d']],
  ]);
});

describe('a replacement', () => {
  test('is told by the passages that come and go', () => {
    const { added, gone, same } = compareChunks(
      [chunk(0, 'stays'), chunk(1, '7 days')],
      [chunk(0, 'new first'), chunk(1, 'stays'), chunk(2, '15 days')],
    );
    expect([texts(added), texts(gone), same]).toEqual([['new first', '15 days'], ['7 days'], 1]);
  });
  test('counts a passage that now stands twice as new once', () => {
    const { added, gone } = compareChunks([chunk(0, 'x')], [chunk(0, 'x'), chunk(1, 'x')]);
    expect([texts(added), texts(gone)]).toEqual([['x'], []]);
  });
});
