import { expect, it } from 'vitest';
import type { SearchRequest } from '../knowledge/types.ts';
import { createReplyDraft } from './reply-draft.ts';

it.each([
  ['customer', ['public', 'customers']],
  ['visitor', ['public']],
] as const)('drafts for a %s from what is for %j', async (reader, audiences) => {
  const asked: SearchRequest[] = [];
  const draft = createReplyDraft({
    engine: {
      name: 'none',
      open: () => {
        throw new Error('Nothing was found: nothing is written.');
      },
    },
    retriever: {
      async search(request) {
        asked.push(request);
        return { hits: [], evidence: 0, degraded: false };
      },
    },
  });
  const history = [
    { author: 'customer' as const, text: 'What do members pay?' },
    { author: 'bot' as const, text: 'One moment.' },
  ];
  const { text } = await draft({ conversationId: 'c', reader, history, language: 'en' });
  expect(text).toContain('Let me check this');
  expect(asked).toEqual([expect.objectContaining({ query: 'What do members pay?', audiences })]);
});
