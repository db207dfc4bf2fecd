import { localText } from '../../stores/local-text.ts';
import type { Product } from '../../stores/products.ts';
import type { Language } from '../../stores/schema.ts';
import { formatMoney } from '../../tools/format.ts';
import { inStock, lowestPrice } from '../../tools/product-view.ts';
import { phrasesIn } from '../phrases/phrases.ts';
import { attributeText } from './facts.ts';
import { labelOf } from './product-words.ts';

const LABELS: Record<Language, { price: string; stock: string }> = {
  zh: { price: '价格', stock: '库存' },
  en: { price: 'Price', stock: 'Availability' },
};

/** A Markdown table of products side by side: price, stock, and every attribute that two of them have. */
export function comparisonTable(products: Product[], language: Language, currency: string): string {
  const phrases = phrasesIn(language);
  const label = LABELS[language];
  const keys = [...new Set(products.flatMap((product) => Object.keys(product.attributes)))].filter(
    (key) => products.filter((product) => isPlain(product.attributes[key])).length >= 2,
  );
  const rows = [
    ['', ...products.map((product) => localText(product.name, language))],
    ['---', ...products.map(() => '---')],
    [label.price, ...products.map((product) => formatMoney(lowestPrice(product), currency))],
    [label.stock, ...products.map((product) => (inStock(product) ? phrases.inStock : phrases.outOfStock))],
    ...keys.map((key) => [
      labelOf(key, language).label,
      ...products.map((product) => attributeText(key, product.attributes[key], language) || '—'),
    ]),
  ];
  return rows.map((row) => `| ${row.map((cell) => cell.replaceAll('|', '/')).join(' | ')} |`).join('\n');
}

const isPlain = (value: unknown): boolean => value !== undefined && value !== null && !Array.isArray(value);
