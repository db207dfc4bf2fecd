import { allTexts } from '../../../stores/local-text.ts';
import type { Product, ProductStore } from '../../../stores/products.ts';

/** Of so many goods the names tell by which words of a message they are meant. */
const MOST = 20;

/** The names of goods and of their kinds, in every language. */
export const namesOf = (goods: readonly Pick<Product, 'name' | 'category'>[]): string[] =>
  goods.flatMap(({ name, category }) => [...allTexts(name), ...allTexts(category)]);

/** Those of the goods that a message names. */
export const namesOfMentioned = async (
  ids: readonly string[],
  products: Pick<ProductStore, 'byIds'>,
): Promise<string[]> => namesOf(await products.byIds(ids.slice(0, MOST)));
