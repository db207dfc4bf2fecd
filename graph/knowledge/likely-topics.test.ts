import { expect, it } from 'vitest';
import type { Hit } from '../../knowledge/types.ts';
import { likelyTopics } from './likely-topics.ts';

const leg = { rank: 1, score: 1 };
const hit = (over: Partial<Hit>): Hit => ({
  ...{ id: 'p', kind: 'document', documentId: 'd', title: '退货政策', page: 1, heading: null, text: 'x' },
  ...{ language: 'zh', audience: 'public', rank: 1, score: 1, evidence: 0.4, sentences: [] },
  legs: { lexical: leg, vector: null, fused: leg, rerank: leg },
  ...over,
});

it('offers sections and questions that come near, each once', () => {
  const hits = [
    hit({ heading: '退货 › 运费由谁承担' }),
    hit({ kind: 'faq', title: '退货要付运费吗？', evidence: 0.35 }),
    hit({ heading: '退货 › 运费由谁承担', page: 2, evidence: 0.3 }),
    hit({ heading: '开箱', evidence: 0.1 }),
  ];
  expect(likelyTopics(hits, 'zh')).toEqual(['运费由谁承担（退货政策）', '退货要付运费吗？']);
});

it('offers nothing when nothing comes near, and nothing that the customer cannot read', () => {
  expect(likelyTopics([hit({ evidence: 0.1 })], 'zh')).toEqual([]);
  expect(likelyTopics([hit({ evidence: 0.4 })], 'en')).toEqual([]);
});
