import type { ProductStore } from '../../stores/products.ts';
import type { Recommendation } from '../../tools/recommending/rate-product.ts';
import type { RecommendProductsTool } from '../../tools/recommending/recommend-products.ts';
import type { BranchTask } from '../branch.ts';
import type { PageContext } from '../ports.ts';
import type { Wish } from '../products/wish.ts';
import type { TurnScope } from '../scope.ts';

/** What is recommended, and whether it is something else than was wished for. */
export interface Offer {
  found: Recommendation[];
  missed: boolean;
}

const MOST_AMONG = 500;
/** Reasons that have nothing to do with what was named. */
const UNMATCHED: ReadonlySet<string> = new Set(['popular', 'in_stock', 'bought_together']);

/** Looks for what is wished; where there is none, for what comes next to it. */
export async function findOffer(
  wish: Wish,
  { request, language }: BranchTask,
  scope: TurnScope,
  { recommend, products }: { recommend: RecommendProductsTool; products: ProductStore },
): Promise<Offer> {
  const args = recommend.schema.parse(withPage({ ...wish, said: request.text }, scope.page));
  const run = (changed: Partial<typeof args>) =>
    recommend.run({ ...args, ...changed }, { caller: scope.caller, language, now: scope.now });
  const tell = (offer: Offer): Offer => {
    const found = offer.found.map(({ product, score, reason }) => ({ id: product.id, score, reason: reason.kind }));
    scope.trace.push({ step: 'recommend_products', atMs: performance.now(), data: { args, found } });
    return offer;
  };
  let found = await run({});
  const isPriced = args.query !== undefined && args.maxPrice !== undefined;
  // Nothing of the kind named within the price: what the words find elsewhere ("a present for a friend with a guitar").
  if (found.length === 0 && isPriced && args.productIds) found = await run({ productIds: undefined });
  // Nothing that the words find is within the price: what is, and it is said that it is something else.
  const overPrice = found.length === 0 && isPriced;
  if (overPrice) found = await run({ productIds: undefined, query: undefined });
  // "Around 1500": what is cheaper comes next to it.
  const underPrice = found.length === 0 && args.minPrice !== undefined;
  if (underPrice) found = await run({ minPrice: undefined });
  if (found.length === 0 && args.productIds) {
    // None that is called so can be had as it is wished: what else its category holds.
    const beside = await products.ofSameKind(args.productIds);
    if (beside.length > 0)
      return tell({ found: await run({ productIds: beside.slice(0, MOST_AMONG).map(({ id }) => id) }), missed: true });
  }
  return tell({ found, missed: overPrice || underPrice || isUnmatched(wish, found) });
}

/** Whether nothing that was found has to do with what was wished. */
const isUnmatched = ({ query, viewedProductIds }: Wish, found: readonly Recommendation[]): boolean =>
  query === undefined
    ? viewedProductIds !== undefined && found.every(({ reason }) => UNMATCHED.has(reason.kind))
    : found.every(({ reason }) => reason.kind !== 'matches_needs' && reason.kind !== 'bought_before');

/** What is on the customer's screen counts as in view, unless something else was named. */
function withPage(wish: Wish, page: PageContext | undefined) {
  const basketProductIds = page?.basket?.map(({ productId }) => productId) ?? [];
  const viewedProductIds = wish.viewedProductIds ?? (page?.productId ? [page.productId] : []);
  return { ...wish, viewedProductIds, basketProductIds };
}
