import type { Insertable } from 'kysely';
import { localText, textOf } from '../../stores/local-text.ts';
import type { Product } from '../../stores/products.ts';
import type { Database, Language } from '../../stores/schema.ts';
import type { Lexicon } from '../text/lexicon.ts';
import { attributeLabel } from './attribute-label.ts';
import { ownedChunk } from './chunk-writer.ts';
import { languagesOf } from './languages-of.ts';

/** Attributes that the program reads and no customer does: ids of the products that this one goes with. */
const FOR_THE_SHOP = new Set(['complements']);
const FLAGS = { zh: { true: '是', false: '否' }, en: { true: 'yes', false: 'no' } };
const WORDS = {
  zh: { category: '类别', price: '价格', colon: '：', end: '。', from: '起', options: '可选' },
  en: { category: 'Category', price: 'Price', colon: ': ', end: '.', from: ' and up', options: 'Options' },
};

function valueText(value: unknown, language: Language): string {
  if (typeof value === 'boolean') return FLAGS[language][value ? 'true' : 'false'];
  return textOf(value, language);
}

function prices(product: Product, currency: string, language: Language): string {
  const all = [product.price, ...product.variants.map((variant) => variant.price)].filter(Number.isFinite);
  const lowest = Math.min(...all);
  return `${lowest} ${currency}${Math.max(...all) > lowest ? WORDS[language].from : ''}`;
}

function body(product: Product, language: Language, currency: string, lexicon: Lexicon): string {
  const words = WORDS[language];
  const line = (label: string, value: string) => `${label}${words.colon}${value}${words.end}`;
  const attributes = Object.entries(product.attributes)
    .filter(([key]) => !FOR_THE_SHOP.has(key))
    .map(([key, value]) => {
      const { label, unit } = attributeLabel(key, language, lexicon);
      return line(label, `${valueText(value, language)}${unit ? ` ${unit}` : ''}`);
    });
  const options = new Set(
    product.variants.flatMap((variant) => Object.values(variant.options).map((value) => textOf(value, language))),
  );
  return [
    localText(product.description, language),
    line(words.category, localText(product.category, language)),
    line(words.price, prices(product, currency, language)),
    ...(options.size > 0 ? [line(words.options, [...options].join(language === 'zh' ? '、' : ', '))] : []),
    ...attributes,
  ].join('\n');
}

/** One passage a language in which the product has a name: description, price, options and properties; no stock, which changes by the minute. */
export function productPassages(
  product: Product,
  context: { currency: string; lexicon: Lexicon },
): Array<Insertable<Database['chunks']>> {
  return languagesOf(product.name).map((language) =>
    ownedChunk({
      kind: 'product',
      sourceId: product.id,
      language,
      content: {
        title: localText(product.name, language),
        heading: localText(product.category, language),
        text: body(product, language, context.currency, context.lexicon),
        keywords: product.id,
      },
    }),
  );
}
