import { localText, textOf } from '../../stores/local-text.ts';
import type { Product } from '../../stores/products.ts';
import type { Language } from '../../stores/schema.ts';
import type { ProductView } from '../cards.ts';
import { productDescription } from './product-description.ts';

/** A product by its name, with the variant's options behind it where one is meant. */
export function nameWithOptions(
  product: Pick<Product, 'name'>,
  variant: Pick<Product['variants'][number], 'options'> | undefined,
  language: Language,
): string {
  const options = variant ? optionsText(variant.options, language) : '';
  return `${localText(product.name, language)}${options ? ` (${options})` : ''}`;
}

/** Stock that the shop does not count can be ordered. */
const available = (stock: number | null): boolean => stock === null || stock > 0;

/** Whether any of it can be bought now. */
export const inStock = (product: Product): boolean =>
  product.variants.length > 0 ? product.variants.some((variant) => available(variant.stock)) : available(product.stock);

const pricesOf = (product: Product): number[] =>
  product.variants.length > 0 ? product.variants.map((variant) => Number(variant.price)) : [product.price];

/** The least that a customer pays for it. */
export const lowestPrice = (product: Product): number => Math.min(...pricesOf(product));

/** What its dearest variant costs. */
export const highestPrice = (product: Product): number => Math.max(...pricesOf(product));

/** A variant's options in words: "Black, 256 GB". */
export const optionsText = (options: Record<string, unknown>, language: Language): string =>
  Object.values(options)
    .map((option) => textOf(option, language))
    .filter(Boolean)
    .join(', ');

/** A product as a card shows it. */
export const productView = (
  product: Product,
  view: { language: Language; currency: string; reason?: string | null },
): ProductView => ({
  id: product.id,
  name: localText(product.name, view.language),
  category: localText(product.category, view.language),
  description: productDescription(product, view.language),
  price: lowestPrice(product),
  currency: view.currency,
  inStock: inStock(product),
  reason: view.reason ?? null,
});
