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
const WEIGHTS = { relevance: 3, goesWith: 4, goesWithOwned: 1, together: 1, popular: 0.5, price: 0.6, owned: -2 };
/** A product this much less fitting than the best one was found by a chance word. */
const LEAST_RELEVANCE = 0.35;

const complementsOf = (product: Product): string[] => {
  const value = product.attributes.complements;
  return Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];
};

/**
 * What to offer: in stock and within the price; ranked by stated needs, accessories of what is in view or was bought,
 * co-purchases, closeness to the price named, sales. What the customer has comes only where nothing else fits.
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
    const pick = (ids: Iterable<string>) => [...ids].flatMap((id) => byId.get(id) ?? []);
    const relevance = new Map(
      matching
        .filter((found) => found.relevance >= LEAST_RELEVANCE)
        .map((found) => [found.product.id, found.relevance]),
    );
    const wanted = args.productIds ? new Set(args.productIds) : undefined;
    const viewed = pick(args.viewedProductIds ?? []);
    const viewedIds = new Set(args.viewedProductIds);
    const asked = wanted !== undefined || args.query !== undefined;
    const signals: Signals = {
      viewed,
      owned: pick(ownedIds),
      ownedIds,
      purchases,
      relevance,
      bestSold: Math.max(1, ...purchases.sold.values()),
      price,
      asked,
    };
    const rated = all
      .filter(inStock)
      .filter((product) => !viewedIds.has(product.id) || complementsOf(product).some((id) => viewedIds.has(id)))
      .filter(
        (product) =>
          wanted?.has(product.id) ?? (relevance.size === 0 || relevance.has(product.id) || goesWith(product, viewed)),
      )
      .filter((product) => args.maxPrice === undefined || lowestPrice(product) <= args.maxPrice)
      .filter((product) => args.minPrice === undefined || lowestPrice(product) >= args.minPrice)
      .map((product) => rate(product, signals))
      .sort((a, b) => b.score - a.score || a.product.id.localeCompare(b.product.id));
    // Something to go with what is in view: its accessories alone, where there are any.
    const accessories = rated.filter(({ product }) => goesWith(product, viewed) !== undefined);
    if (!asked && accessories.length > 0) return accessories.slice(0, args.limit);
    const others = rated.filter(({ product }) => !ownedIds.has(product.id));
    return (others.length >= 2 || !asked ? others : rated).slice(0, args.limit);
  },
});

interface Signals {
  viewed: Product[];
  owned: Product[];
  ownedIds: ReadonlySet<string>;
  purchases: Purchases;
  relevance: ReadonlyMap<string, number>;
  bestSold: number;
  price: { minPrice?: number; maxPrice?: number };
  /** The customer said what it should be. */
  asked: boolean;
}

/** The one of `anchors` that a product is an accessory of. */
const goesWith = (product: Product, anchors: Product[]): Product | undefined =>
  anchors.find((anchor) => complementsOf(product).includes(anchor.id));

/** 1 at the price aimed at: the middle of a range, or the most that may be spent. */
function priceFit(product: Product, { minPrice, maxPrice }: Signals['price']): number {
  if (maxPrice === undefined) return 0;
  const aim = minPrice === undefined ? maxPrice : (minPrice + maxPrice) / 2;
  return aim === 0 ? 0 : Math.max(0, 1 - Math.abs(lowestPrice(product) - aim) / aim);
}

/** Cosine of co-purchase with what is in view or was bought: how often together, against how often each was sold. */
function bestPartner(
  product: Product,
  { viewed, owned, purchases }: Signals,
): { anchor: Product; share: number } | undefined {
  const sold = (id: string) => purchases.sold.get(id) ?? 1;
  return [...viewed, ...owned]
    .map((anchor) => ({ anchor, times: purchases.together.get(anchor.id)?.get(product.id) ?? 0 }))
    .filter(({ times }) => times >= 2)
    .map(({ anchor, times }) => ({ anchor, share: Math.min(1, times / Math.sqrt(sold(product.id) * sold(anchor.id))) }))
    .sort((a, b) => b.share - a.share)[0];
}

function rate(product: Product, signals: Signals): Recommendation {
  const accessoryOf = goesWith(product, signals.viewed);
  const accessoryOfOwned = goesWith(product, signals.owned);
  const partner = bestPartner(product, signals);
  const relevance = signals.relevance.get(product.id) ?? 0;
  const score =
    WEIGHTS.relevance * relevance +
    (accessoryOf ? WEIGHTS.goesWith : accessoryOfOwned ? WEIGHTS.goesWithOwned : 0) +
    WEIGHTS.together * (partner?.share ?? 0) +
    WEIGHTS.popular * ((signals.purchases.sold.get(product.id) ?? 0) / signals.bestSold) +
    WEIGHTS.price * priceFit(product, signals.price) +
    (signals.ownedIds.has(product.id) ? WEIGHTS.owned : 0);
  return { product, score, reason: reasonOf() };

  function reasonOf(): RecommendationReason {
    if (accessoryOf) return { kind: 'goes_with', because: accessoryOf };
    if (signals.asked) return { kind: 'matches_needs' };
    if (accessoryOfOwned) return { kind: 'goes_with', because: accessoryOfOwned };
    return partner ? { kind: 'bought_together', because: partner.anchor } : { kind: 'popular' };
  }
}
