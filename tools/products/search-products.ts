import { z } from 'zod';
import type { Retriever } from '../../knowledge/types.ts';
import type { Product, ProductStore } from '../../stores/products.ts';
import type { ReadTool } from '../tool.ts';
import { inStock, lowestPrice } from './product-view.ts';

const schema = z.object({
  query: z.string().max(400).optional().describe('What the product should be or do, in the customer’s words'),
  productIds: z.array(z.string().max(64)).max(500).optional().describe('Only among these products'),
  minPrice: z.number().nonnegative().optional(),
  maxPrice: z.number().nonnegative().optional(),
  onlyInStock: z.boolean().default(false),
  limit: z.number().int().min(1).max(50).default(10),
});

/** `relevance` is 1 for the best match of the query and falls to 0; 0 for all without a query. */
export interface FoundProduct {
  product: Product;
  relevance: number;
}

export type SearchProductsTool = ReadTool<typeof schema, FoundProduct[]>;

/** The catalogue by words, ids and price; prices and stock are read at this moment, not from the index. */
export const createSearchProductsTool = (deps: {
  products: ProductStore;
  retriever: Retriever;
}): SearchProductsTool => ({
  name: 'search_products',
  description: 'Searches the shop’s catalogue by words, price and stock.',
  schema,
  async run(args, context) {
    const relevance = args.query
      ? await relevanceOf(deps.retriever, args.query, context.language)
      : new Map<string, number>();
    const products = args.productIds
      ? await deps.products.byIds(args.productIds)
      : args.query
        ? await deps.products.byIds([...relevance.keys()])
        : await deps.products.all();
    return products
      .filter((product) => !args.onlyInStock || inStock(product))
      .filter((product) => args.maxPrice === undefined || lowestPrice(product) <= args.maxPrice)
      .filter((product) => args.minPrice === undefined || lowestPrice(product) >= args.minPrice)
      .map((product) => ({ product, relevance: relevance.get(product.id) ?? 0 }))
      .sort((a, b) => b.relevance - a.relevance)
      .slice(0, args.limit);
  },
});

/** With less evidence than this a product shares no more than chance with what is wished for. */
const LEAST_EVIDENCE = 0.03;

/** A search's relevance per product: the best passage's score, scaled so that the best product has 1. */
async function relevanceOf(retriever: Retriever, query: string, language: 'zh' | 'en'): Promise<Map<string, number>> {
  const found = await retriever.search({ query, language, kinds: ['product'], k: 40 });
  const hits = found.hits.filter(({ evidence }) => evidence >= LEAST_EVIDENCE);
  const best = Math.max(...hits.map((hit) => hit.score), Number.EPSILON);
  const relevance = new Map<string, number>();
  for (const hit of hits) {
    relevance.set(hit.documentId, Math.max(relevance.get(hit.documentId) ?? 0, Math.max(0, hit.score) / best));
  }
  return relevance;
}
