import type { Product, ProductStore } from '../../../stores/products.ts';
import type { Language } from '../../../stores/schema.ts';
import type { UnderstoodRequest } from '../../../understanding/types.ts';

/** A question that may pick some of the shop's goods. */
export interface Asked {
  request: Pick<UnderstoodRequest, 'text' | 'slots' | 'isQuestion'>;
  focus: readonly string[];
  language: Language;
  products: Pick<ProductStore, 'all' | 'byIds'>;
  currency: string;
}

/** Products with what is said of each; none: only `none` is said. */
export interface Selection {
  lines: { product: Product; said: string }[];
  none?: string;
  /** Chosen by what is written of them: a document that surely answers knows it as well. */
  byWords?: true;
}

/** More lines than this nobody reads. */
export const MOST = 4;
