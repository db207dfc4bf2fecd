import { expect, it } from 'vitest';
import { withdrawQuotes } from './withdraw-quotes.ts';

const citation = (marker: number, documentId: string, quote: string) => ({
  marker,
  documentId,
  title: 'T',
  page: null,
  quote,
});

it('takes the words of a source that is gone, and leaves those of one that is there', () => {
  const reply = {
    text: '耳机保修十二个月，人为损坏除外。[1]发票可在订单页下载。[2]',
    language: 'zh' as const,
    citations: [citation(1, 'a', '耳机保修十二个月，人为损坏除外。'), citation(2, 'b', '发票可在订单页下载。')],
    parts: 1,
  };
  const result = withdrawQuotes(reply, ({ documentId }) => documentId === 'a');
  expect(result?.text).toBe('（此处引用的资料已删除）发票可在订单页下载。[2]');
  expect(result?.citations.map(({ quote }) => quote)).toEqual(['', '发票可在订单页下载。']);
  expect(result?.taken).toContain('耳机保修十二个月，人为损坏除外。');
});

it('keeps what another branch said before, and finds the quote without a mark', () => {
  const reply = {
    text: 'Your order 1001 is on its way.\n\nThe violet lamp is dusted weekly. Use a soft cloth.[1] The violet lamp is dusted weekly.',
    language: 'en' as const,
    citations: [citation(1, 'a', 'The violet lamp is dusted weekly. Use a soft cloth.')],
    parts: 2,
  };
  expect(withdrawQuotes(reply, () => true)?.text).toBe(
    'Your order 1001 is on its way.\n\n(The source quoted here was removed.)',
  );
});

it('leaves a reply alone whose sources are all there', () => {
  const reply = { text: 'Yes.[1]', language: 'en' as const, citations: [citation(1, 'a', 'Yes.')], parts: 1 };
  expect(withdrawQuotes(reply, () => false)).toBeUndefined();
});
