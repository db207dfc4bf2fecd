import { expect, it } from 'vitest';
import { rememberSearches } from './remember-searches.ts';

it('asks the same only once in a turn, and another thing anew', async () => {
  const asked: string[] = [];
  const once = rememberSearches({
    search: async ({ query }) => {
      asked.push(query);
      return { hits: [], evidence: asked.length / 10, degraded: false };
    },
  });
  const [first, again, other] = [
    await once.search({ query: 'a', language: 'en', k: 6 }),
    await once.search({ query: 'a', language: 'en', k: 6 }),
    await once.search({ query: 'a', language: 'zh', k: 6 }),
  ];
  expect([first.evidence, again.evidence, other.evidence]).toEqual([0.1, 0.1, 0.2]);
  expect(asked).toHaveLength(2);
});
