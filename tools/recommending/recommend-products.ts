import { z } from 'zod';
import type { OrderStore } from '../../stores/orders.ts';
import type { Product, ProductStore } from '../../stores/products.ts';
import type { PurchaseStore } from '../../stores/purchases.ts';
import { inStock } from '../products/product-view.ts';
import type { SearchProductsTool } from '../products/search-products.ts';
import type { ReadTool, ToolContext } from '../tool.ts';
import { fitsMeasures } from './fitting-measures.ts';
import { keepsWish } from './keeps-wish.ts';
import { historyOf, isConsumable, type ShopExclusions } from './may-recommend.ts';
import { goesWith, isAccessory, type Recommendation, rateProduct, type Signals } from './rate-product.ts';

const ids = (most: number) => z.array(z.string().max(64)).max(most).optional();
const schema = z.object({
  query: z.string().max(400).optional().describe('Stated needs, in the customer’s words'),
  said: z.string().max(2000).optional().describe('The whole message, for limits of measures ("under 5 kg")'),
  productIds: ids(500).describe('Only among these (a category the customer named)'),
  viewedProductIds: ids(20).describe('Products in view or being talked about'),
  basketProductIds: ids(50).describe('Products in the basket'),
  minPrice: z.number().nonnegative().optional(),
  maxPrice: z.number().nonnegative().optional(),
  limit: z.number().int().min(1).max(10).default(3),
});

export type RecommendProductsTool = ReadTool<typeof schema, Recommendation[]>;

/** A product this much less fitting than the best one was found by a chance word. */
const LEAST_RELEVANCE = 0.35;
/** A product this near to the words of the one that fits best is as good an answer. */
const CLOSE_ENOUGH = 0.75;
/** Best sellers that are looked at where neither needs nor history say enough. */
const BEST_SOLD = 200;
const ORDERS_READ = 50;
/** Products of a customer that partners are looked up for, the newest. */
const ANCHORS = 50;

interface RecommendProductsDeps {
  products: Pick<ProductStore, 'byIds' | 'accessoriesOf' | 'ofSameKind'>;
  purchases: PurchaseStore;
  orders: OrderStore;
  search: SearchProductsTool;
  excluded: ShopExclusions;
}
type Args = z.infer<typeof schema>;

/**
 * What to offer: in stock and within the price; ranked by stated needs, accessories of what is in view or was bought,
 * co-purchases, closeness to the price named, sales. Never what was sent back or the shop excludes, nor what the
 * customer has, unless it is used up or just what they ask for. Reads candidates only, however large the catalogue.
 */
export const createRecommendProductsTool = (deps: RecommendProductsDeps): RecommendProductsTool => ({
  name: 'recommend_products',
  description:
    'Recommends products in stock from the customer’s needs, budget and own purchases, with a reason for each.',
  schema,
  async run(args, context) {
    const { candidates, returned, signals } = await candidatesFor(args, context, deps);
    const { asked, viewed, owned, relevance } = signals;
    const fits = fitsMeasures(args.query ?? '');
    const keeps = keepsWish(args, context.language);
    const mayBeOffered = (product: Product): boolean =>
      inStock(product) &&
      !returned.has(product.id) &&
      !viewed.includes(product) &&
      !deps.excluded(product) &&
      keeps(product);
    const hasAlready = (product: Product): boolean => owned.includes(product) && !isConsumable(product);
    const wanted = args.productIds ? new Set(args.productIds) : undefined;
    // Words that no product meets say nothing of what is wanted: then the history speaks, and says so.
    const isMeant = ({ id }: Product) => wanted?.has(id) ?? (relevance.size === 0 || relevance.has(id));
    const open = candidates
      .filter(mayBeOffered)
      .filter((product) => isMeant(product) || (!asked && goesWith(product, viewed) !== undefined))
      // Baking paper sells best, and is no present for who has no air fryer.
      .filter((product) => asked || !isAccessory(product) || goesWith(product, [...viewed, ...owned]));
    const fresh = open.filter((product) => !hasAlready(product));
    // Asked for the very thing that they have, customers are shown it rather than something else.
    const nearest = (some: Product[]) => Math.max(0, ...some.map(({ id }) => relevance.get(id) ?? 0));
    const asksForIt = wanted !== undefined || open.some((product) => fits(product));
    const beside = asksForIt && nearest(fresh) < nearest(open) * CLOSE_ENOUGH;
    const rated = (beside ? open : fresh)
      .map((product) => rateProduct(product, signals))
      .sort((a, b) => b.score - a.score || a.product.id.localeCompare(b.product.id));
    // Something to go with what is in view: its accessories alone, where there are any.
    const fitting = rated.filter(({ product }) => goesWith(product, viewed) !== undefined);
    return (!asked && fitting.length > 0 ? fitting : rated).slice(0, args.limit);
  },
});

/** The products that may be offered at all, what the customer sent back, and what speaks for each. */
async function candidatesFor(
  args: Args,
  context: ToolContext,
  deps: RecommendProductsDeps,
): Promise<{ candidates: Product[]; returned: ReadonlySet<string>; signals: Signals }> {
  const { caller } = context;
  const orders = caller.kind === 'customer' ? await deps.orders.find(caller.id, { limit: ORDERS_READ }) : [];
  const { owned, returned } = historyOf(orders);
  const viewedIds = new Set([...(args.viewedProductIds ?? []), ...(args.basketProductIds ?? [])]);
  const anchors = [...new Set([...viewedIds, ...owned])].slice(0, ANCHORS);
  const price = {
    ...(args.minPrice === undefined ? {} : { minPrice: args.minPrice }),
    ...(args.maxPrice === undefined ? {} : { maxPrice: args.maxPrice }),
  };
  const [purchases, accessories, sameKind, matching] = await Promise.all([
    deps.purchases.around(anchors, { bestSold: BEST_SOLD }),
    deps.products.accessoriesOf(anchors),
    args.productIds ? [] : deps.products.ofSameKind(anchors),
    args.query ? deps.search.run({ query: args.query, ...price, onlyInStock: true, limit: 50 }, context) : [],
  ]);
  const relevance = new Map(
    matching.filter((found) => found.relevance >= LEAST_RELEVANCE).map((found) => [found.product.id, found.relevance]),
  );
  const candidates = await deps.products.byIds([
    ...new Set([
      ...(args.productIds ?? []),
      ...relevance.keys(),
      ...anchors,
      ...accessories.map(({ id }) => id),
      ...sameKind.map(({ id }) => id),
      ...[...purchases.together.values()].flatMap((partners) => [...partners.keys()]),
      ...purchases.bestSold,
    ]),
  ]);
  const fits = fitsMeasures(args.query ?? '');
  for (const product of candidates) if (fits(product)) relevance.set(product.id, 1);
  const signals: Signals = {
    viewed: candidates.filter(({ id }) => viewedIds.has(id)),
    owned: candidates.filter(({ id }) => owned.has(id)),
    purchases,
    relevance,
    price,
    asked: args.productIds !== undefined || relevance.size > 0,
  };
  return { candidates, returned, signals };
}
