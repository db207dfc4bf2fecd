import type { ProductStore } from '../../../stores/products.ts';
import type { Language } from '../../../stores/schema.ts';
import { anyOf } from '../../../text/any-of.ts';
import type { UnderstoodRequest } from '../../../understanding/types.ts';
import type { ShopProfile } from '../../shop.ts';

/** What is asked of the shop's goods, with those that are named or in view. */
export interface CatalogueQuestion {
  request: UnderstoodRequest;
  mentioned: { ids: string[]; named: boolean };
  focus: string[];
  language: Language;
  products: ProductStore;
  shop: ShopProfile;
}

/** Answers about price, stock and properties are read from the catalogue's rows at this moment, never from the index. */
export const LIVE_INTENTS: ReadonlySet<string> = new Set(['price_question', 'stock_question']);

/** Price or stock by their own words. */
export const OF_OFFER = anyOf(
  /多少钱|价|贵|便宜|有货|现货|库存|缺货|到货|还有吗|还?剩|[$€£¥]/i,
  /\b(?:price|costs?|how much|cheap\w*|expensive|stock|available|availability|left)\b/i,
);
