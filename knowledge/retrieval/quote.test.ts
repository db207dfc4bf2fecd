import { expect, it } from 'vitest';
import type { Hit } from '../types.ts';
import { bestSentences } from './quote.ts';

const leg = { rank: 1, score: 1 };
const hit = (over: Partial<Hit>): Hit => ({
  id: 'c1',
  kind: 'document',
  documentId: 'd1',
  title: 'Delivery',
  page: 2,
  heading: null,
  text: '',
  language: 'en',
  audience: 'public',
  rank: 1,
  score: 1,
  evidence: 0.9,
  legs: { lexical: leg, vector: null, fused: leg, rerank: leg },
  ...over,
});

it('picks the sentence that answers and leaves the others', () => {
  const text = 'We ship from two warehouses. Parcels to islands take nine days. Boxes are recycled.';
  const quotes = bestSentences({
    question: 'How long do parcels to the islands take?',
    hits: [hit({ text })],
    language: 'en',
  });
  expect(quotes.map((quote) => quote.text)).toEqual(['Parcels to islands take nine days.']);
});

it('reads a table row with the names of its columns, and quotes the row itself', () => {
  const text = '| Region | Time | Fee |\n| --- | --- | --- |\n| City | 1 day | free |\n| Islands | 9 days | ¥20 |';
  const [quote] = bestSentences({
    question: 'delivery time for islands',
    hits: [hit({ text })],
    language: 'en',
    max: 1,
  });
  expect(quote?.text).toBe('Region: Islands; Time: 9 days; Fee: ¥20');
  expect(quote?.quote).toBe('Islands | 9 days | ¥20');
});

it('keeps a list together with the line that introduces it', () => {
  const text = '以下情况不保修：\n• 摔落\n• 进水';
  const [quote] = bestSentences({
    question: '哪些情况不保修',
    hits: [hit({ text, language: 'zh', title: '保修' })],
    language: 'zh',
  });
  expect(quote?.text).toBe('以下情况不保修：\n• 摔落\n• 进水');
});

it('gives all steps when the question asks how', () => {
  const text = '1. 打开我的订单。\n2. 点击申请退货。\n3. 选择原因。';
  const [quote] = bestSentences({
    question: '怎么申请退货',
    hits: [hit({ text, language: 'zh', title: '退货' })],
    language: 'zh',
  });
  expect(quote?.text).toBe(text);
});

it('says nothing when nothing fits', () => {
  expect(bestSentences({ question: 'moon', hits: [hit({ text: 'Parcels take nine days.' })], language: 'en' })).toEqual(
    [],
  );
  expect(bestSentences({ question: 'moon', hits: [], language: 'en' })).toEqual([]);
});
