import { EVIDENCE_THRESHOLD } from '../../knowledge/retrieval/evidence.ts';
import { bestSentences } from '../../knowledge/retrieval/quote.ts';
import type { Retriever } from '../../knowledge/types.ts';
import { localText } from '../../stores/local-text.ts';
import type { Product, ProductStore } from '../../stores/products.ts';
import type { Language } from '../../stores/schema.ts';
import { anyOf } from '../../text/any-of.ts';
import { formatMoney } from '../../tools/format.ts';
import { inStock, lowestPrice, productView } from '../../tools/products/product-view.ts';
import type { BranchReply } from '../branch.ts';
import { inOwnLanguage } from '../knowledge/hits/own-language.ts';
import { writtenSearch } from '../knowledge/written-search.ts';

const SHOWN = 3;
/** What tells how an order is placed, rather than what becomes of one. */
const TELLS_HOW = anyOf(
  /购物车|结算|提交订单|立即购买|下单(?:流程|步骤|方式|方法|页)|(?:在|通过|打).{0,16}下单/i,
  /\b(?:add\w* .{0,20}(?:cart|basket|bag)|check(?:s|ing)? ?out)\b/i,
  /\b(?:plac(?:e|ing) (?:an|your|the) orders?|shopping (?:cart|basket|bag))\b/i,
  /\border (?:online|by phone|by e-?mail|through|via|in (?:the )?(?:app|shop|store))\b/i,
);
const QUOTE = 300;
/** Sentences looked at for one that tells how. */
const MOST = 4;
const WORDS = {
  zh: {
    question: '怎么下单购买？',
    cannot: '我不能在聊天里替您下单，不过可以告诉您怎么买。',
    at: (name: string, price: string, stock: boolean) => `${name}：${price}，${stock ? '现在有货' : '目前缺货'}`,
    page: (url: string) => `，商品页：${url}`,
    inShop: '请在店铺里打开商品页面，选好规格和数量后提交订单。',
  },
  en: {
    question: 'How do I place an order?',
    cannot: 'I can’t place an order from this chat, but I can tell you how to.',
    at: (name: string, price: string, stock: boolean) =>
      `${name}: ${price}, ${stock ? 'in stock' : 'sold out at the moment'}`,
    page: (url: string) => `, at ${url}`,
    inShop: 'Please open the product in the shop, choose variant and quantity there, and check out.',
  },
};

/** The product's own page, where its row names one: an attribute called url, link, page or 链接 with a web address. */
export function productPage({ attributes }: Pick<Product, 'attributes'>): string | undefined {
  for (const [key, value] of Object.entries(attributes ?? {}))
    if (
      /^(?:product[_ -]?)?(?:url|link|page|permalink)$|链接|网址/i.test(key) &&
      typeof value === 'string' &&
      /^https?:\/\/\S+$/.test(value)
    )
      return value;
  return undefined;
}

/** To "I'll take two": nothing is ordered here. How it is done comes from the shop's texts, or the product's page. */
export async function howToOrder(input: {
  productIds: string[];
  products: Pick<ProductStore, 'byIds'>;
  retriever: Retriever;
  language: Language;
  currency: string;
  signal: AbortSignal;
}): Promise<BranchReply> {
  const { productIds, language, currency, retriever, signal } = input;
  const words = WORDS[language];
  const products = productIds.length > 0 ? (await input.products.byIds(productIds)).slice(0, SHOWN) : [];
  const { hits, evidence } = await retriever.search(writtenSearch(words.question, language), signal);
  const own = evidence >= EVIDENCE_THRESHOLD ? inOwnLanguage(hits, language) : [];
  const best = bestSentences({ question: words.question, hits: own, language, max: MOST }).find(({ text }) =>
    TELLS_HOW.test(text),
  );
  const lines = products.map((product) => {
    const url = productPage(product);
    const told = words.at(
      localText(product.name, language),
      formatMoney(lowestPrice(product), currency),
      inStock(product),
    );
    return `- ${told}${url ? words.page(url) : ''}`;
  });
  return {
    text: [words.cannot, lines.join('\n'), best ? `${best.text}[1]` : words.inShop].filter(Boolean).join('\n\n'),
    citations: best
      ? [
          {
            marker: 1,
            documentId: best.hit.documentId,
            title: best.hit.title,
            page: best.hit.page,
            quote: best.quote.slice(0, QUOTE),
          },
        ]
      : [],
    cards:
      products.length > 0
        ? [{ type: 'products', products: products.map((product) => productView(product, { language, currency })) }]
        : [],
    dialogue: { focusProductIds: productIds },
  };
}
