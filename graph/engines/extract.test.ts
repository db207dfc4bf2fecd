import { describe, expect, it } from 'vitest';
import type { Hit } from '../../knowledge/types.ts';
import { writeExtract } from './extract.ts';

const hit = (change: Partial<Hit>): Hit => ({
  id: 'h1',
  kind: 'document',
  documentId: 'handbook',
  title: 'Handbook',
  page: 3,
  heading: null,
  text: 'Opened ink is stored at 12 to 18 degrees.',
  language: 'en',
  audience: 'public',
  rank: 1,
  score: 5,
  sentences: [1],
  evidence: 0.9,
  legs: { lexical: null, vector: null, fused: { rank: 1, score: 1 }, rerank: { rank: 1, score: 5 } },
  ...change,
});

describe('an extractive answer', () => {
  it('says the passage’s own words and names document and page', () => {
    const answer = writeExtract({ question: 'How is opened ink stored?', hits: [hit({})], language: 'en' });
    expect(answer.pieces.join('')).toBe('Opened ink is stored at 12 to 18 degrees.[1]');
    expect(answer.citations).toEqual([
      {
        marker: 1,
        documentId: 'handbook',
        title: 'Handbook',
        page: 3,
        quote: 'Opened ink is stored at 12 to 18 degrees.',
      },
    ]);
  });

  it('gives a FAQ’s answer whole, and says when a source is in the other language', () => {
    const faq = hit({ kind: 'faq', page: null, title: '墨水怎么保存？', text: '12 到 18 度，避光。', language: 'zh' });
    const answer = writeExtract({ question: 'How is opened ink stored?', hits: [faq], language: 'en' });
    expect(answer.pieces.join('')).toMatch(/Chinese.*\n12 到 18 度，避光。\[1\]$/s);
  });

  it('keeps to what the other language surely tells, where the customer’s own only has some of the words', () => {
    const row = '| 部件 | 价格 |\n| --- | --- |\n| 琴弓 | 30 |';
    const hits = [
      hit({ id: 'a', text: 'New pegs for a cello cost $44.', sentences: [1], evidence: 0.95 }),
      hit({ id: 'b', text: row, language: 'zh', sentences: [0.9], evidence: 0.7 }),
    ];
    const { citations } = writeExtract({ question: '大提琴换弦轴多少钱', hits, language: 'zh' });
    expect(citations.map(({ quote }) => quote)).toEqual(['New pegs for a cello cost $44.']);
  });

  it('quotes each passage by itself, and sets what ends without a stop apart', () => {
    const row = '| 项目 | 参数 |\n| --- | --- |\n| 功率 | 1500 W |\n| 待机功率 | 0.5 W |';
    const hits = [
      hit({ id: 'a', text: row, language: 'zh', sentences: [1, 0.99] }),
      hit({ id: 'b', text: '功率不要超过插座的额定功率。', language: 'zh', sentences: [0.99] }),
    ];
    const answer = writeExtract({ question: '功率多大', hits, language: 'zh' });
    expect(answer.pieces.join('')).toBe(
      '项目：功率；参数：1500 W\n项目：待机功率；参数：0.5 W[1]\n功率不要超过插座的额定功率。[2]',
    );
    expect(answer.citations.map(({ quote }) => quote)).toEqual([
      '功率 | 1500 W 待机功率 | 0.5 W',
      '功率不要超过插座的额定功率。',
    ]);
  });

  it('says what to try first before what to do where it still fails', () => {
    const tried = (text: string, language: 'en' | 'zh') =>
      writeExtract({ question: 'q', hits: [hit({ text, language, sentences: [0.2, 1] })], language }).pieces.join('');
    const pump = 'Open the valve and prime the pump. If it still does not start, call us.';
    expect(tried(pump, 'en')).toBe(`${pump}[1]`);
    expect(tried('打开阀门并灌水。仍不启动时请来电。', 'zh')).toBe('打开阀门并灌水。仍不启动时请来电。[1]');
    expect(tried('The pump is grey. It starts by itself.', 'en')).toBe('It starts by itself.[1]');
  });

  it('answers nothing without passages', () => {
    expect(writeExtract({ question: 'anything', hits: [], language: 'zh' })).toEqual({ pieces: [], citations: [] });
  });
});
