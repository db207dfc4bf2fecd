import { z } from 'zod';
import type { Product, ProductStore } from '../../stores/products.ts';
import type { Language } from '../../stores/schema.ts';
import type { ComparisonCard } from '../cards.ts';
import { formatMoney } from '../format.ts';
import type { ReadTool } from '../tool.ts';
import { attributeText } from './attribute-text.ts';
import { productDescription } from './product-description.ts';
import { highestPrice, inStock, lowestPrice, optionsText, productView } from './product-view.ts';
import { labelOf } from './product-words.ts';

/** More side by side nobody reads. */
export const MOST_COMPARED = 4;

const schema = z.object({
  productIds: z.array(z.string().max(64)).min(2).max(MOST_COMPARED).describe('The products to set side by side'),
});

export type CompareProductsTool = ReadTool<typeof schema, ComparisonCard | null>;

const WORDS: Record<Language, Record<'price' | 'stock' | 'choices' | 'about' | 'inStock' | 'soldOut', string>> = {
  zh: { price: '价格', stock: '库存', choices: '可选', about: '简介', inStock: '有货', soldOut: '暂时缺货' },
  en: {
    price: 'Price',
    stock: 'Availability',
    choices: 'Choices',
    about: 'About',
    inStock: 'in stock',
    soldOut: 'out of stock at the moment',
  },
};
const LONGEST_ABOUT = 90;
const NOTHING = '—';

/** Sets products of the catalogue side by side, as they are at this moment; null when fewer than two are known. */
export const createCompareProductsTool = (deps: {
  products: Pick<ProductStore, 'byIds'>;
  currency: string;
}): CompareProductsTool => ({
  name: 'compare_products',
  description: 'Sets two to four products side by side: price, stock, properties and choices.',
  schema,
  async run({ productIds }, { language }) {
    const products = await deps.products.byIds([...new Set(productIds)]);
    if (products.length < 2) return null;
    const { currency } = deps;
    return {
      type: 'comparison',
      products: products.map((product) => productView(product, { language, currency })),
      rows: rowsOf(products, language, currency),
    };
  },
});

type Row = ComparisonCard['rows'][number];

/** Price and stock, then every property that two of them have, those in which they differ first, then choices and a line about each. */
function rowsOf(products: Product[], language: Language, currency: string): Row[] {
  const words = WORDS[language];
  const row = (label: string, cell: (product: Product) => string): Row => {
    const values = products.map((product) => cell(product) || NOTHING);
    return { label, values, differs: new Set(values).size > 1 };
  };
  const keys = [...new Set(products.flatMap((product) => Object.keys(product.attributes)))].filter(
    (key) => products.filter((product) => isPlain(product.attributes[key])).length >= 2,
  );
  const properties = keys.map((key) =>
    row(labelOf(key, language).label, (product) => attributeText(key, product.attributes[key], language)),
  );
  return [
    row(words.price, (product) => priceText(product, currency)),
    row(words.stock, (product) => (inStock(product) ? words.inStock : words.soldOut)),
    ...properties.filter(({ differs }) => differs),
    ...properties.filter(({ differs }) => !differs),
    ...[
      row(words.choices, (product) => choicesOf(product, language)),
      row(words.about, (product) => short(productDescription(product, language))),
    ].filter(({ values }) => values.some((value) => value !== NOTHING)),
  ];
}

function priceText(product: Product, currency: string): string {
  const [low, high] = [lowestPrice(product), highestPrice(product)];
  return low === high ? formatMoney(low, currency) : `${formatMoney(low, currency)} – ${formatMoney(high, currency)}`;
}

const choicesOf = ({ variants }: Product, language: Language): string =>
  [...new Set(variants.map(({ options }) => optionsText(options, language)))].filter(Boolean).join(' / ');

const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_ABOUT ? `${line.slice(0, LONGEST_ABOUT).toWellFormed()}…` : line;
};

const isPlain = (value: unknown): boolean => value !== undefined && value !== null && !Array.isArray(value);
