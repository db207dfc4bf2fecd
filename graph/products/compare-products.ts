import { localText } from '../../stores/local-text.ts';
import type { Product } from '../../stores/products.ts';
import type { Language } from '../../stores/schema.ts';
import { formatMoney } from '../../tools/format.ts';
import { productDescription } from '../../tools/product-description.ts';
import { inStock, lowestPrice, optionsText } from '../../tools/product-view.ts';
import { labelOf } from '../../tools/product-words.ts';
import { phrasesIn } from '../phrases/phrases.ts';
import { attributeText } from './facts.ts';

const LABELS: Record<Language, { price: string; stock: string; choices: string; about: string }> = {
  zh: { price: '价格', stock: '库存', choices: '可选', about: '简介' },
  en: { price: 'Price', stock: 'Availability', choices: 'Choices', about: 'About' },
};
const LONGEST_ABOUT = 90;

/**
 * A Markdown table of products side by side: price and stock, then every attribute that two of them have, those in
 * which they differ first, then choices and a line about each.
 */
export function comparisonTable(products: Product[], language: Language, currency: string): string {
  const phrases = phrasesIn(language);
  const label = LABELS[language];
  const keys = [...new Set(products.flatMap((product) => Object.keys(product.attributes)))].filter(
    (key) => products.filter((product) => isPlain(product.attributes[key])).length >= 2,
  );
  const attributes = keys.map((key) => [
    labelOf(key, language).label,
    ...products.map((product) => attributeText(key, product.attributes[key], language) || '—'),
  ]);
  const differs = ([, ...cells]: string[]) => new Set(cells).size > 1;
  const rows = [
    ['', ...products.map((product) => localText(product.name, language))],
    ['---', ...products.map(() => '---')],
    [label.price, ...products.map((product) => formatMoney(lowestPrice(product), currency))],
    [label.stock, ...products.map((product) => (inStock(product) ? phrases.inStock : phrases.outOfStock))],
    ...attributes.filter(differs),
    ...attributes.filter((row) => !differs(row)),
    ...optionalRow(label.choices, products, (product) => choicesOf(product, language)),
    ...optionalRow(label.about, products, (product) => short(productDescription(product, language))),
  ];
  return rows.map((row) => `| ${row.map((cell) => cell.replaceAll('|', '/')).join(' | ')} |`).join('\n');
}

/** A row, unless no product has anything in it. */
function optionalRow(name: string, products: Product[], cell: (product: Product) => string): string[][] {
  const cells = products.map(cell);
  return cells.some(Boolean) ? [[name, ...cells.map((text) => text || '—')]] : [];
}

const choicesOf = ({ variants }: Product, language: Language): string =>
  [...new Set(variants.map(({ options }) => optionsText(options, language)))].filter(Boolean).join(' / ');

const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_ABOUT ? `${line.slice(0, LONGEST_ABOUT).toWellFormed()}…` : line;
};

const isPlain = (value: unknown): boolean => value !== undefined && value !== null && !Array.isArray(value);
