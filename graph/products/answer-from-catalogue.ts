import { localText, textOf } from '../../stores/local-text.ts';
import type { Product, ProductStore } from '../../stores/products.ts';
import type { Language } from '../../stores/schema.ts';
import { formatMoney } from '../../tools/format.ts';
import { inStock, lowestPrice, optionsText, productView } from '../../tools/product-view.ts';
import type { UnderstoodRequest } from '../../understanding/types.ts';
import type { BranchReply } from '../branch.ts';
import { phrasesIn } from '../phrases/phrases.ts';
import type { ShopProfile } from '../shop.ts';
import type { Citation } from '../turn-result.ts';

/** Answers about price and stock are read from the catalogue's rows at this moment, never from the index. */
const LIVE_INTENTS = new Set(['price_question', 'stock_question']);
const MOST = 4;

/** Price and stock of the products that were named (or are being talked about); undefined: let retrieval answer. */
export async function answerFromCatalogue(input: {
  request: UnderstoodRequest;
  mentioned: { ids: string[]; named: boolean };
  focus: string[];
  language: Language;
  products: ProductStore;
  shop: ShopProfile;
}): Promise<BranchReply | undefined> {
  const { request, mentioned, focus, language } = input;
  if (!LIVE_INTENTS.has(request.intent)) return undefined;
  const ids = mentioned.ids.length > 0 ? mentioned.ids : focus;
  if (ids.length === 0 || (!mentioned.named && ids.length > 12)) return undefined;
  const products = (await input.products.byIds(ids)).slice(0, MOST);
  if (products.length === 0) return undefined;
  const lines = products.map(
    (product, index) => `${line(product, request.intent, language, input.shop.currency)}[${index + 1}]`,
  );
  return {
    text: lines.join('\n'),
    citations: products.map((product, index) => citation(product, index + 1, language, input.shop.currency)),
    cards: [
      {
        type: 'products',
        products: products.map((product) => productView(product, { language, currency: input.shop.currency })),
      },
    ],
  };
}

function line(product: Product, intent: string, language: Language, currency: string): string {
  const phrases = phrasesIn(language);
  const name = localText(product.name, language);
  const stock = inStock(product) ? phrases.inStock : phrases.outOfStock;
  const variants = product.variants.map((variant) => {
    const state = variant.stock === null || variant.stock > 0 ? '' : ` (${phrases.outOfStock})`;
    return `${optionsText(variant.options, language)} ${formatMoney(Number(variant.price), currency)}${state}`;
  });
  const head =
    intent === 'stock_question'
      ? phrases.stockOf(name, stock)
      : phrases.priceOf(name, formatMoney(lowestPrice(product), currency), stock);
  const gap = language === 'zh' ? '' : ' ';
  return variants.length > 1
    ? `${head}${gap}${phrases.variantsOf(variants.join(language === 'zh' ? '、' : '; '))}`
    : head;
}

const citation = (product: Product, marker: number, language: Language, currency: string): Citation => ({
  marker,
  documentId: product.id,
  title: localText(product.name, language),
  page: null,
  quote: `${textOf(product.name, language)} ${formatMoney(lowestPrice(product), currency)}`,
});
