import { textOf } from '../../stores/local-text.ts';
import type { Product } from '../../stores/products.ts';
import type { Purchases } from '../../stores/purchases.ts';
import { lowestPrice } from '../products/product-view.ts';

/** Why a product is offered; `because` names the product that led to it. */
export type RecommendationReason =
  | { kind: 'matches_needs' }
  /** The customer has it already. */
  | { kind: 'bought_before' }
  | { kind: 'goes_with'; because: Product }
  | { kind: 'bought_together'; because: Product }
  | { kind: 'same_kind'; because: Product }
  | { kind: 'popular' }
  | { kind: 'in_stock' };

export interface Recommendation {
  product: Product;
  score: number;
  reason: RecommendationReason;
}

export interface Signals {
  /** In view, in the basket, or named. */
  viewed: Product[];
  owned: Product[];
  purchases: Purchases;
  relevance: ReadonlyMap<string, number>;
  price: { minPrice?: number; maxPrice?: number };
  /** The customer said what it should be. */
  asked: boolean;
}

/** Weights of the signals; each signal is scaled to [0, 1]. A stated need outweighs the history. */
const WEIGHTS = { relevance: 3, goesWith: 4, goesWithOwned: 1, together: 1, kind: 0.4, popular: 0.3, price: 0.6 };
/** Customers who must have bought both before "bought together" is said. */
const SAID_FROM = 2;
/** Best sellers this near the top may be called so. */
const BEST_SELLERS = 10;

const complementsOf = (product: Product): string[] => {
  const value = product.attributes.complements;
  return Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];
};

/** Whether a product is of use only beside another one: it names it, and says that it fits. */
export const isAccessory = (product: Product): boolean =>
  complementsOf(product).length > 0 &&
  Object.keys(product.attributes).some((key) => /^(?:fits|compatible|compatib\w*|for_model)/i.test(key));

/** The one of `anchors` that a product is an accessory of. */
export const goesWith = (product: Product, anchors: readonly Product[]): Product | undefined =>
  anchors.find((anchor) => complementsOf(product).includes(anchor.id));

const kindOf = (product: Product) => textOf(product.category, 'en') || textOf(product.category, 'zh');

/** 1 at the price aimed at: the middle of a range, or the most that may be spent. */
function priceFit(product: Product, { minPrice, maxPrice }: Signals['price']): number {
  if (maxPrice === undefined) return 0;
  const aim = minPrice === undefined ? maxPrice : (minPrice + maxPrice) / 2;
  return aim === 0 ? 0 : Math.max(0, 1 - Math.abs(lowestPrice(product) - aim) / aim);
}

/** Cosine of co-purchase with each anchor: how often together, against how often each was bought. */
function partners(product: Product, { viewed, owned, purchases }: Signals) {
  const bought = (id: string) => Math.max(1, purchases.buyers.get(id) ?? 1);
  return [...viewed, ...owned]
    .map((anchor) => ({ anchor, times: purchases.together.get(anchor.id)?.get(product.id) ?? 0 }))
    .filter(({ times }) => times > 0)
    .map(({ anchor, times }) => ({
      anchor,
      times,
      share: Math.min(1, times / Math.sqrt(bought(product.id) * bought(anchor.id))),
    }))
    .sort((a, b) => b.times - a.times || b.share - a.share);
}

/** A product's score from every signal, and the strongest reason that is true of it. */
export function rateProduct(product: Product, signals: Signals): Recommendation {
  const accessoryOf = goesWith(product, signals.viewed);
  const accessoryOfOwned = goesWith(product, signals.owned);
  const together = partners(product, signals);
  const sameKind = signals.owned.find((one) => kindOf(one) !== '' && kindOf(one) === kindOf(product));
  const place = signals.purchases.bestSold.indexOf(product.id);
  const most = Math.max(
    1,
    ...signals.purchases.bestSold.slice(0, 1).map((id) => signals.purchases.buyers.get(id) ?? 1),
  );
  const score =
    WEIGHTS.relevance * (signals.relevance.get(product.id) ?? 0) +
    (accessoryOf ? WEIGHTS.goesWith : accessoryOfOwned ? WEIGHTS.goesWithOwned : 0) +
    WEIGHTS.together * together.reduce((sum, one) => sum + one.share, 0) +
    (sameKind ? WEIGHTS.kind : 0) +
    WEIGHTS.popular * ((signals.purchases.buyers.get(product.id) ?? 0) / most) +
    WEIGHTS.price * priceFit(product, signals.price);
  return { product, score, reason: reasonOf() };

  function reasonOf(): RecommendationReason {
    if (accessoryOf) return { kind: 'goes_with', because: accessoryOf };
    if (signals.asked && signals.owned.some(({ id }) => id === product.id)) return { kind: 'bought_before' };
    if (signals.asked) return { kind: 'matches_needs' };
    if (accessoryOfOwned) return { kind: 'goes_with', because: accessoryOfOwned };
    const [partner] = together;
    if (partner && partner.times >= SAID_FROM) return { kind: 'bought_together', because: partner.anchor };
    if (sameKind) return { kind: 'same_kind', because: sameKind };
    return place >= 0 && place < BEST_SELLERS ? { kind: 'popular' } : { kind: 'in_stock' };
  }
}
