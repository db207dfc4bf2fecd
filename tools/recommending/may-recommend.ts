import { z } from 'zod';
import { allTexts } from '../../stores/local-text.ts';
import type { Order } from '../../stores/orders.ts';
import type { Product } from '../../stores/products.ts';
import { anyOf } from '../../text/any-of.ts';

const listsSchema = z
  .object({ neverProducts: z.array(z.string()).catch([]), neverCategories: z.array(z.string()).catch([]) })
  .partial()
  .catch({});

/** What the shop never wants recommended: `recommendation` in policy.json, or `recommend: false` at a product. */
export type ShopExclusions = (product: Product) => boolean;

/** Reads policy.json's `recommendation: {neverProducts, neverCategories}`; a category by its name in any language. */
export function readExclusions(policy: unknown): ShopExclusions {
  const file = z.object({ recommendation: listsSchema }).partial().catch({}).parse(policy);
  const products = new Set(file.recommendation?.neverProducts);
  const categories = new Set(file.recommendation?.neverCategories?.map((name) => name.toLowerCase()));
  return (product) =>
    product.attributes.recommend === false ||
    products.has(product.id) ||
    allTexts(product.category).some((name) => categories.has(name.toLowerCase()));
}

const USED_UP = anyOf(
  /耗材|替换|补充装|滤芯|滤网|墨盒|墨粉|胶囊|电池|茶|咖啡豆|食品|零食|饮料|牛奶|粮|米$|油$/i,
  /洗衣液|洗发|护肤|面膜|纸巾|尿裤/i,
  /\b(?:refills?|replacement|filters?|cartridges?|capsules?|pods|batter(?:y|ies)|tea)\b/i,
  /\b(?:coffee beans?|food|snacks?|drinks?|milk|groceries|detergent|shampoo|skincare)\b/i,
  /\b(?:tissues?|diapers?|nappies|treats|litter|consumables?)\b/i,
);

/** Whether it is used up and bought again: said by its attribute `consumable`, else by its name or category. */
export function isConsumable(product: Product): boolean {
  const said = product.attributes.consumable ?? product.attributes.refill;
  if (typeof said === 'boolean') return said;
  return [...allTexts(product.name), ...allTexts(product.category)].some((text) => USED_UP.test(text));
}

const SENT_BACK = new Set(['returned', 'return_requested', 'refunded']);

/** What a customer has, and what was sent back: products of orders by what became of them. */
export function historyOf(orders: readonly Pick<Order, 'status' | 'items'>[]): {
  owned: Set<string>;
  returned: Set<string>;
} {
  const idsOf = (some: typeof orders) =>
    new Set(some.flatMap((order) => order.items.flatMap((item) => item.product_id ?? [])));
  return {
    owned: idsOf(orders.filter(({ status }) => status !== 'cancelled' && !SENT_BACK.has(status))),
    returned: idsOf(orders.filter(({ status }) => SENT_BACK.has(status))),
  };
}
