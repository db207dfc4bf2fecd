import { expect, it } from 'vitest';
import type { Retriever } from '../../knowledge/types.ts';
import type { Product } from '../../stores/products.ts';
import { slotsSchema } from '../../understanding/types.ts';
import type { BranchTask } from '../branch.ts';
import { pagesKnowMore } from './pages-know-more.ts';

const kettle = {
  ...{ id: 'k', name: 'Warbler Kettle', category: 'Kettles', description: 'Boils fast.', price: 9, stock: 1 },
  ...{ variants: [], attributes: {} },
} as unknown as Product;
const hits = [{ title: 'Warbler Kettle: Manual', heading: null, text: 'Keep the kettle off stairs. Humidity: 50%.' }];
const retriever = { search: async () => ({ evidence: 0.9, hits }) } as unknown as Retriever;
const knowMore = (text: string) =>
  pagesKnowMore(
    retriever,
    {
      request: {
        ...{ text, intent: 'recommend_product', route: 'recommend', confidence: 1, isQuestion: true, alternatives: [] },
        slots: slotsSchema.parse({}),
      },
      language: 'en',
    } as unknown as BranchTask,
    {
      offer: { found: [{ product: kettle, score: 1, reason: { kind: 'matches_needs' } }], missed: false },
      wish: { query: text },
      signal: new AbortController().signal,
    },
  );

it('which of a kind is best is answered by goods, what else is asked by pages', async () => {
  expect(await knowMore('which kettle is best for stairs')).toBe(false);
  expect(await knowMore('what humidity is best')).toBe(true);
});
