import { expect, it } from 'vitest';
import type { SearchRequest } from '../../../knowledge/types.ts';
import { rememberSearches } from '../remember-searches.ts';
import { forCaller } from './for-caller.ts';

it('searches for a customer what is written for those who are signed in, for a visitor what is public', async () => {
  const asked: SearchRequest[] = [];
  const retriever = {
    search: async (request: SearchRequest) => {
      asked.push(request);
      return { hits: [], evidence: 0, degraded: false };
    },
  };
  await forCaller(retriever, { kind: 'customer' }).search({ query: 'q', language: 'en' });
  await forCaller(retriever, { kind: 'visitor' }).search({ query: 'q', language: 'en', audiences: ['staff'] });
  expect(asked.map(({ audiences }) => audiences)).toEqual([['public', 'customers'], ['public']]);
});

it('asks a search that is remembered no second time when it is narrowed again', async () => {
  let asked = 0;
  const remembering = rememberSearches({
    search: async () => {
      asked += 1;
      return { hits: [], evidence: 0, degraded: false };
    },
  });
  const once = forCaller(remembering, { kind: 'visitor' });
  const again = rememberSearches(forCaller(once, { kind: 'visitor' }));
  await once.search({ query: 'q', language: 'en', k: 6, kinds: ['faq'] });
  await again.search({ query: 'q', language: 'en', k: 6, kinds: ['faq'] });
  expect(asked).toBe(1);
});
