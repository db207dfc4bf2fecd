import { localText } from '../../../stores/local-text.ts';
import type { Product } from '../../../stores/products.ts';
import type { Language } from '../../../stores/schema.ts';
import { formatMoney } from '../../../tools/format.ts';
import { inBrackets } from '../../../tools/orders/order-lines.ts';
import { attributeText } from '../../../tools/products/attribute-text.ts';
import { inStock, lowestPrice } from '../../../tools/products/product-view.ts';
import type { Ranked } from '../../../tools/recommending/rank-by-property.ts';
import { phrasesIn } from '../../phrases/phrases.ts';
import { factOf } from '../facts.ts';
import { describeOptions } from '../options/describe-variants.ts';
import { askedOptionKeys } from '../options/options.ts';
import type { Chosen } from './chosen-by-words.ts';
import type { Asked } from './selection.ts';

/** What a product has of what is ranked, with its stock. */
export const valueText =
  (language: Language, currency: string) =>
  ({ product, key }: Ranked): string => {
    if (key === undefined) return offerText(product, language, currency);
    return withStock(attributeText(key, product.attributes[key], language), product, language);
  };

/** A product with the properties that it was picked by, and what it costs. */
export function constraintLine(product: Product, keys: readonly string[], { language, currency }: Asked) {
  const [colon, comma, end, dash] = language === 'zh' ? ['：', '，', '。', '：'] : [': ', '; ', '.', ' – '];
  const facts = keys.map((key) => factOf(product, key, language)).map(({ label, value }) => `${label}${colon}${value}`);
  const offer = offerText(product, language, currency);
  return { product, said: `${localText(product.name, language)}${dash}${[...facts, offer].join(comma)}${end}` };
}

/** What is said of a product, with the note where it is sold out. */
const withStock = (said: string, product: Product, language: Language): string =>
  inStock(product) ? said : `${said}${inBrackets(phrasesIn(language).outOfStock, language)}`;

/** What it costs. */
const offerText = (product: Product, language: Language, currency: string): string =>
  withStock(formatMoney(lowestPrice(product), currency), product, language);

/** A product with what its description says of the wish, or the options that are asked for. */
export function chosenLine({ product, said }: Chosen, { request, language, currency }: Asked) {
  const name = localText(product.name, language);
  // "Which colours is there a two-seater in": of what is chosen the options are asked for.
  const keys = askedOptionKeys(product, request.text);
  if (keys.length > 0) return { product, said: describeOptions(product, keys, { language, currency, name }) };
  const [colon, end] = language === 'zh' ? ['：', '。'] : [': ', '.'];
  const told = said === undefined || said === name ? '' : `${colon}${said.replace(/[。.；;]$/u, '')}`;
  return { product, said: `${name}${inBrackets(offerText(product, language, currency), language)}${told}${end}` };
}
