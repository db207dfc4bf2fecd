import { z } from 'zod';
import type { OrderStore } from '../stores/orders.ts';
import type { Product, ProductStore, Purchases } from '../stores/products.ts';
import { inStock, lowestPrice } from './product-view.ts';
import type { SearchProductsTool } from './search-products.ts';
import type { ReadTool } from './tool.ts';

const schema = z.object({
  query: z.string().max(400).optional().describe('Stated needs, in the customer’s words'),
  productIds: z
    .array(z.string().max(64))
    .max(500)
    .optional()
    .describe('Only among these (a category the customer named)'),
  viewedProductIds: z.array(z.string().max(64)).max(20).optional().describe('Products being talked about'),
  minPrice: z.number().nonnegative().optional(),
  maxPrice: z.number().nonnegative().optional(),
  limit: z.number().int().min(1).max(10).default(3),
});

/** Why a product is offered; `because` names the product that led to it. */
export type RecommendationReason =
  | { kind: 'matches_needs' }
  | { kind: 'goes_with'; because: Product }
  | { kind: 'bought_together'; because: Product }
  | { kind: 'popular' };

export interface Recommendation {
  product: Product;
  score: number;
  reason: RecommendationReason;
}

export type RecommendProductsTool = ReadTool<typeof schema, Recommendation[]>;

/** Weights of the signals; each signal is scaled to [0, 1]. A stated need outweighs the history. */
const WEIGHTS = { relevance: 3, goesWith: 2, together: 1.5, popular: 0.5 };

const complementsOf = (product: Product): string[] => {
  const value = product.attributes.complements;
  return Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];
};

/**
 * What to offer: in stock, within the price, never what the customer has or gave back; ranked by stated needs,
 * complements and co-purchases of what is in view or was bought, then by sales.
 */
export const createRecommendProductsTool = (deps: {
  products: ProductStore;
  orders: OrderStore;
  search: SearchProductsTool;
}): RecommendProductsTool => ({
  name: 'recommend_products',
  description:
    'Recommends products in stock from the customer’s needs, budget and own purchases, with a reason for each.',
  schema,
  async run(args, context) {
    const owned = context.caller.kind === 'customer' ? await deps.orders.find(context.caller.id, { limit: 20 }) : [];
    const ownedIds = new Set(
      owned
        .filter((order) => order.status !== 'cancelled')
        .flatMap((order) => order.items.flatMap((item) => item.product_id ?? [])),
    );
    const price = {
      ...(args.minPrice === undefined ? {} : { minPrice: args.minPrice }),
      ...(args.maxPrice === undefined ? {} : { maxPrice: args.maxPrice }),
    };
    const [purchases, all, matching] = await Promise.all([
      deps.products.purchases(),
      deps.products.all(),
      args.query ? deps.search.run({ query: args.query, ...price, onlyInStock: true, limit: 50 }, context) : [],
    ]);
    const byId = new Map(all.map((product) => [product.id, product]));
    const relevance = new Map(matching.map((found) => [found.product.id, found.relevance]));
    const wanted = args.productIds ? new Set(args.productIds) : undefined;
    const anchors = [...new Set([...(args.viewedProductIds ?? []), ...ownedIds])].flatMap((id) => byId.get(id) ?? []);
    const bestSold = Math.max(1, ...purchases.sold.values());
    return all
      .filter(
        (product) => inStock(product) && !ownedIds.has(product.id) && !args.viewedProductIds?.includes(product.id),
      )
      .filter((product) => wanted === undefined || wanted.has(product.id))
      .filter((product) => args.maxPrice === undefined || lowestPrice(product) <= args.maxPrice)
      .filter((product) => args.minPrice === undefined || lowestPrice(product) >= args.minPrice)
      .map((product) =>
        rate(product, {
          anchors,
          purchases,
          relevance,
          bestSold,
          asked: wanted !== undefined || args.query !== undefined,
        }),
      )
      .filter((rated) => rated.score > 0)
      .sort((a, b) => b.score - a.score || a.product.id.localeCompare(b.product.id))
      .slice(0, args.limit);
  },
});

function rate(
  product: Product,
  signals: {
    anchors: Product[];
    purchases: Purchases;
    relevance: Map<string, number>;
    bestSold: number;
    asked: boolean;
  },
): Recommendation {
  const goesWith = signals.anchors.find(
    (anchor) => complementsOf(product).includes(anchor.id) || complementsOf(anchor).includes(product.id),
  );
  const partners = signals.anchors
    .map((anchor) => ({ anchor, times: signals.purchases.together.get(anchor.id)?.get(product.id) ?? 0 }))
    .sort((a, b) => b.times - a.times);
  const partner = partners[0];
  // Cosine of co-purchase: how often together, against how often each was sold.
  const together =
    partner && partner.times >= 2
      ? partner.times /
        Math.sqrt((signals.purchases.sold.get(product.id) ?? 1) * (signals.purchases.sold.get(partner.anchor.id) ?? 1))
      : 0;
  const relevance = signals.relevance.get(product.id) ?? 0;
  const popular = (signals.purchases.sold.get(product.id) ?? 0) / signals.bestSold;
  const score =
    WEIGHTS.relevance * relevance +
    (goesWith ? WEIGHTS.goesWith : 0) +
    WEIGHTS.together * Math.min(1, together) +
    WEIGHTS.popular * popular +
    (signals.asked ? 0.01 : 0);
  const reason: RecommendationReason = goesWith
    ? { kind: 'goes_with', because: goesWith }
    : relevance > 0 || signals.asked
      ? { kind: 'matches_needs' }
      : partner && together > 0
        ? { kind: 'bought_together', because: partner.anchor }
        : { kind: 'popular' };
  return { product, score, reason };
}
