import { expect, it } from 'vitest';
import type { Retriever, SearchRequest } from '../../knowledge/types.ts';
import { slotsSchema } from '../../understanding/types.ts';
import { thingAsked } from './thing-asked.ts';

/** What goods are searched for. */
async function searched(text: string, intent = 'stock_question'): Promise<string | undefined> {
  let asked: string | undefined;
  const retriever: Retriever = {
    search: async ({ query }: SearchRequest) => {
      asked = query;
      return { hits: [], evidence: 0.9, degraded: false };
    },
  };
  const request = {
    ...{ text, intent, route: 'knowledge' as const, confidence: 0.9, isQuestion: true },
    ...{ slots: slotsSchema.parse({}), alternatives: [] },
  };
  await thingAsked(retriever, { request, language: 'en' }, new AbortController().signal);
  return asked;
}

it('looks for the thing without price and stock', async () => {
  expect(await searched('is the rain cover in stock')).toMatch(/rain cover/);
  expect(await searched('is the rain cover in stock')).not.toMatch(/stock/);
});

it('looks for nothing where no thing is named, or neither price nor stock is asked', async () => {
  expect(await searched('is it in stock')).toBeUndefined();
  expect(await searched('is the rain cover in stock', 'product_question')).toBeUndefined();
});
