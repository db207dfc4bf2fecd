import type { Product, ProductStore } from '../../stores/products.ts';
import { flagOf } from '../../tools/flag-value.ts';
import { askedProperty, askedUnits } from '../../tools/product-words.ts';
import type { UnderstoodRequest } from '../../understanding/types.ts';

const WHICH = /哪(?:些|几|款|种|个|一)|有什么|\b(?:which|what) (?!is\b|are\b|does\b)/i;
/** A category named by one of its words or better. */
const CLEAR_CATEGORY = 0.8;

/**
 * "Which plants are pet safe?": the products, of the kind that is named, whose rows say yes to a property that is
 * asked for, with that property's key. Empty: no such question, or no such property.
 */
export async function whichHave(
  { text, slots }: Pick<UnderstoodRequest, 'text' | 'slots'>,
  products: Pick<ProductStore, 'all'>,
): Promise<{ product: Product; key: string }[]> {
  if (!WHICH.test(text)) return [];
  const named = slots.categories.filter(({ score }) => score >= CLEAR_CATEGORY);
  const kind = new Set(named.flatMap(({ productIds }) => productIds));
  const units = askedUnits(
    text,
    named.map(({ category }) => category),
  ).filter((unit) => unit.terms.length > 0);
  const isAsked = askedProperty(units);
  const all = await products.all();
  return all
    .filter(({ id }) => kind.size === 0 || kind.has(id))
    .flatMap((product) => {
      const flag = Object.entries(product.attributes).find(
        ([key, value]) => flagOf(value) !== undefined && isAsked(key),
      );
      return flag && flagOf(flag[1]) ? [{ product, key: flag[0] }] : [];
    });
}
