import { expect, it } from 'vitest';
import type { Hit, Retriever, SearchRequest } from '../../knowledge/types.ts';
import type { Product } from '../../stores/products.ts';
import { slotsSchema } from '../../understanding/types.ts';
import { occasionAsked } from './occasion-asked.ts';

const lamp = {
  ...{ id: 'l1', name: 'Halo Desk Lamp', category: 'Lamps', description: 'A lamp.', price: 30, stock: 5 },
  ...{ variants: [], attributes: {} },
} as unknown as Product;
const page = { text: 'Libraries get 15% off from £200.', evidence: 0.9 } as unknown as Hit;

/** The documents speak of libraries alone. */
const retriever: Retriever = {
  search: async ({ query }: SearchRequest) => ({
    ...(/librar/.test(query) ? { hits: [page], evidence: 0.9 } : { hits: [], evidence: 0 }),
    degraded: false,
  }),
};

const asked = (text: string) =>
  occasionAsked(
    {
      request: {
        ...{ text, intent: 'promotion_question', route: 'knowledge', confidence: 0.9, isQuestion: true },
        ...{ slots: slotsSchema.parse({}), alternatives: [] },
      },
      productIds: ['l1'],
      language: 'en',
    },
    { retriever, products: { byIds: async () => [lamp] } },
    new AbortController().signal,
  );

it('asks the documents for whom a discount on goods is wished', async () => {
  expect(await asked('any discount on 30 lamps for our library?')).toMatch(/^librar\w* discount$/);
});

it('leaves goods alone, and those of whom no document speaks', async () => {
  expect(await asked('any discount on lamps?')).toBeUndefined();
  expect(await asked('discount on lamps for our choir?')).toBeUndefined();
});
