import { expect, it } from 'vitest';
import type { SearchRequest } from '../../knowledge/types.ts';
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
