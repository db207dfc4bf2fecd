import { allTexts, localText } from '../../stores/local-text.ts';
import type { Product, ProductStore } from '../../stores/products.ts';
import type { Language } from '../../stores/schema.ts';
import { anyOf } from '../../text/any-of.ts';
import { productDescription } from '../../tools/products/product-description.ts';
import { productView } from '../../tools/products/product-view.ts';
import { askedUnits } from '../../tools/products/product-words.ts';
import { normaliseText } from '../../understanding/normalise.ts';
import type { UnderstoodRequest } from '../../understanding/types.ts';
import type { BranchReply } from '../branch.ts';
import { beyondTheRow } from '../knowledge/beyond-the-row.ts';
import type { ShopProfile } from '../shop.ts';
import { isCalled } from './assortment/is-called.ts';
import { thingsOfOthers } from './assortment/things-of-others.ts';
import { asksForKind, asksWhetherSold } from './assortment/whether-sold.ts';
import { askedFacts, askedSentences, asksWhatIsHeld, fullySaid, type ProductFact, whatIsHeld } from './facts.ts';
import { fitsOf } from './fits.ts';
import { describeOffer, describeOptions, describeWished } from './options/describe-variants.ts';
import { askedOptionKeys, wishedVariants } from './options/options.ts';
import { type Selection, selectByRow } from './select-by-row.ts';

/** Answers about price, stock and properties are read from the catalogue's rows at this moment, never from the index. */
export const LIVE_INTENTS: ReadonlySet<string> = new Set(['price_question', 'stock_question']);
const FACT_INTENTS = new Set(['product_question', 'price_question', 'stock_question', 'ordering_question', 'unclear']);
/** The shop's documents speak first; what the product's own row says comes after them. */
const OF_PROPERTIES = new Set(['warranty_question', 'installation_question']);
const DESCRIBED_INTENTS = new Set([...FACT_INTENTS, ...OF_PROPERTIES]);
const MOST = 4;
/** More products than this in view are a list, not what "it" means. */
const FOCUS = 2;

export interface CatalogueQuestion {
  request: UnderstoodRequest;
  mentioned: { ids: string[]; named: boolean };
  focus: string[];
  language: Language;
  products: ProductStore;
  shop: ShopProfile;
}

/** What a question picks of the goods, and whether nothing but their descriptions chose it. */
export interface SelectedGoods {
  reply: BranchReply;
  byWords: boolean;
}

/** The goods that a question picks by their rows; undefined: it picks none, or is not about goods. */
export async function answerBySelection(input: CatalogueQuestion): Promise<SelectedGoods | undefined> {
  const { request, language, shop } = input;
  if (!LIVE_INTENTS.has(request.intent) && !FACT_INTENTS.has(request.intent)) return undefined;
  const selected = await selectByRow({ ...input, currency: shop.currency });
  return selected && { reply: selectionReply(selected, language, shop.currency), byWords: selected.byWords === true };
}

/** Price, stock, options and properties of the products that were named (or are being talked about); undefined: let retrieval answer. */
export async function answerFromCatalogue(input: CatalogueQuestion): Promise<BranchReply | undefined> {
  const { request, language } = input;
  const live = LIVE_INTENTS.has(request.intent);
  if (!live && !FACT_INTENTS.has(request.intent)) return undefined;
  const products = withWhatIsWished(await productsMeant(input, live), input);
  // "Can you print A2" after a talk about film is not of the film: its row knows nothing called A2.
  if (!live && input.mentioned.ids.length === 0 && namesAnotherModel(request.text, products)) return undefined;
  const ofKind = asksForKind(request);
  const told =
    live && !ofKind && !input.mentioned.named ? products.filter((product) => tellsOf(product, request, language)) : [];
  const lines = (told.length > 0 ? told : products).flatMap((product) => {
    const said = answerLine(product, request, language, input.shop.currency, live);
    return said === undefined ? [] : [{ product, said }];
  });
  return lines.length > 0 ? catalogueReply(lines, language, input.shop.currency) : undefined;
}

/** How it goes with a warranty, which only documents tell. */
const OF_WARRANTY_RULES = anyOf(
  /延长|延保|过了|过期|到期后|范围|包[括含]|算不算|人为|怎么|如何|哪里|修|换|退|凭证|注册/i,
  /\b(?:cover\w*|extend\w*|out of|after|expire[sd]?|claim\w*|repair\w*|replac\w*|register\w*|void|include\w*|how (?:do|can|to)|where|if|prove|proof)\b/i,
);

/** The warranty of the one product that is named or in view, where its row tells it and nothing but that is asked. */
export async function warrantyOfRow(input: CatalogueQuestion): Promise<BranchReply | undefined> {
  const { request, language, shop } = input;
  if (request.intent !== 'warranty_question' || OF_WARRANTY_RULES.test(request.text)) return undefined;
  const [product, another] = await productsMeant(input, false);
  if (!product || another) return undefined;
  const facts = askedFacts(product, language === 'zh' ? '质保' : 'warranty', language);
  if (facts.length === 0) return undefined;
  const said = factLine(localText(product.name, language), facts, language);
  return catalogueReply([{ product, said }], language, shop.currency);
}

/** What a named product's description says of a question that no document answers. */
export async function answerFromDescription(input: CatalogueQuestion): Promise<BranchReply | undefined> {
  const { request, language } = input;
  if (!DESCRIBED_INTENTS.has(request.intent)) return undefined;
  const [product, second] = await productsMeant(input, false);
  if (!product || second) return undefined;
  // "Do I have to put it together myself?" is told by a property of its own.
  const facts = OF_PROPERTIES.has(request.intent) ? askedFacts(product, request.text, language) : [];
  const said =
    facts.length > 0
      ? factLine(localText(product.name, language), facts, language)
      : describe(product, request.text, language);
  if (said === undefined) return undefined;
  return catalogueReply([{ product, said }], language, input.shop.currency);
}

/** The product that a search found, by its own row: in the customer's language, with today's price. */
export async function answerAboutProduct(
  { request, language, products, shop }: CatalogueQuestion,
  hit: { documentId: string; language: Language },
): Promise<BranchReply | undefined> {
  const [product] = await products.byIds([hit.documentId]);
  if (!product) return undefined;
  const live = LIVE_INTENTS.has(request.intent);
  const inOwnWords =
    answerLine(product, request, language, shop.currency, live) ?? describe(product, request.text, language);
  // What matched was the other language's text: this language's says the same.
  const said = inOwnWords ?? (hit.language === language ? undefined : wholeDescription(product, language));
  return said === undefined ? undefined : catalogueReply([{ product, said }], language, shop.currency);
}

/** Whether a question is of the price, stock, options or properties of something else than a product that a search found. */
export async function asksOfElse(
  { request, mentioned, products, language }: CatalogueQuestion,
  { question, productId }: { question: string; productId: string },
): Promise<boolean> {
  if (mentioned.ids.length > 0) return false;
  const [product] = await products.byIds([productId]);
  if (!product || isCalled(product, question)) return false;
  return (
    LIVE_INTENTS.has(request.intent) ||
    asksWhatIsHeld(question) ||
    askedOptionKeys(product, question).length > 0 ||
    askedFacts(product, question, language).length > 0
  );
}

function wholeDescription(product: Product, language: Language): string | undefined {
  const text = productDescription(product, language);
  return text === '' ? undefined : `${localText(product.name, language)}${language === 'zh' ? '：' : ': '}${text}`;
}

function describe(product: Product, question: string, language: Language): string | undefined {
  const sentences = askedSentences(product, question, language);
  if (sentences.length === 0) return undefined;
  const [colon, gap] = language === 'zh' ? ['：', ''] : [': ', ' '];
  return `${localText(product.name, language)}${colon}${sentences.join(gap)}`;
}

async function productsMeant({ request, mentioned, focus, products }: CatalogueQuestion, live: boolean) {
  const { ordinal } = request.slots;
  const pointed = ordinal?.from === 'start' ? focus[ordinal.n - 1] : undefined;
  const inView = focus.length <= FOCUS || live || (focus.length <= MOST && isTerse(request.text)) ? focus : [];
  const ids = pointed ? [pointed] : mentioned.ids.length > 0 ? mentioned.ids : inView;
  if (ids.length === 0 || (!mentioned.named && ids.length > 12)) return [];
  const pointedAt = (await products.byIds(ids)).slice(0, MOST);
  const isOfElse = mentioned.ids.length > 0 ? await thingsOfOthers(request.text, pointedAt, products) : () => false;
  const meant = pointedAt.filter((product) => !isOfElse(product));
  // "Do you sell grass seed?" after a talk about pots is not about the pots.
  const elsewhere =
    mentioned.ids.length === 0 && asksWhetherSold(request.text) && beyondTheRow(request.text, meant).length > 0;
  return elsewhere ? [] : meant;
}

function namesAnotherModel(question: string, products: readonly Product[]): boolean {
  const rows = JSON.stringify(products).toLowerCase();
  return askedUnits(question, []).some(({ kind, text }) => kind === 'model' && !rows.includes(text.toLowerCase()));
}

/** Letters and digits in one word: usb4, 65w. */
const CODE = /(?<![a-z\d])(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{2,}(?![a-z\d])/g;

/** Of a whole kind, only what has the most of the options named: "the 41-inch guitar in sunset" is one of the guitars. */
function withWhatIsWished(products: Product[], { request, mentioned, language }: CatalogueQuestion): Product[] {
  if (mentioned.named) return products;
  const met = products.map((product) => {
    const wished = wishedVariants(product, request.text, language);
    return wished && wished.variants.length > 0 ? wished.wishes.length : 0;
  });
  const most = Math.max(...met);
  if (most > 0) return products.filter((_, index) => met[index] === most);
  // "Any USB4 cables": those that have it in their name.
  const codes = normaliseText(request.text).match(CODE) ?? [];
  const coded = products.filter(({ name }) => {
    const words = allTexts(name).flatMap((one) => normaliseText(one).match(CODE) ?? []);
    return codes.length > 0 && codes.every((code) => words.includes(code));
  });
  return coded.length > 0 ? coded : products;
}

/** Price or stock by their own words. */
export const OF_OFFER = anyOf(
  /多少钱|价|贵|便宜|有货|现货|库存|缺货|到货|还有吗|[$€£¥]/i,
  /\b(?:price|costs?|how much|cheap\w*|expensive|stock|available|availability|left)\b/i,
);

/** What a row tells of that a question without a word of price or stock names. */
const tellsOf = (product: Product, { text }: UnderstoodRequest, language: Language): string | undefined =>
  OF_OFFER.test(text) ? undefined : fullySaid(product, text, language);

function answerLine(
  product: Product,
  request: UnderstoodRequest,
  language: Language,
  currency: string,
  live: boolean,
): string | undefined {
  const { text, intent } = request;
  const name = localText(product.name, language);
  const wished = wishedVariants(product, text, language);
  if (wished) {
    const said = describeWished(product, wished, { language, currency, name });
    // "How tall is the small one": its price alone answers nothing.
    const asked = intent === 'product_question' ? askedFacts(product, text, language) : [];
    return asked.length > 0 ? `${said}${language === 'zh' ? '' : ' '}${factLine(name, asked, language)}` : said;
  }
  const keys = askedOptionKeys(product, text);
  if (keys.length > 0 && intent !== 'price_question')
    return describeOptions(product, keys, { language, currency, name });
  const [colon, gap] = language === 'zh' ? ['：', ''] : [': ', ' '];
  // "Has it a saucer?" looks like a question of stock, and the row tells of the saucer.
  const feature = live ? tellsOf(product, request, language) : undefined;
  if (feature) return `${name}${colon}${feature}`;
  if (live) {
    const offer = describeOffer(product, intent === 'stock_question', { language, currency, name });
    const fits = fitsOf(product, text, language);
    return fits.length > 0 ? `${offer}${language === 'zh' ? '' : ' '}${factsText(fits, language)}` : offer;
  }
  const held = whatIsHeld(product, text, language);
  if (held.length > 0) return `${name}${colon}${held.join(gap)}`;
  const facts = askedFacts(product, text, language);
  if (facts.length > 0) return factLine(name, facts, language);
  const said = intent === 'product_question' ? fullySaid(product, text, language) : undefined;
  return said && `${name}${colon}${said}`;
}

const factLine = (name: string, facts: readonly ProductFact[], language: Language): string =>
  `${name}${language === 'zh' ? '：' : ' – '}${factsText(facts, language)}`;

function factsText(facts: readonly ProductFact[], language: Language): string {
  const [colon, comma, end] = language === 'zh' ? ['：', '，', '。'] : [': ', '; ', '.'];
  return `${facts.map(({ label, value }) => `${label}${colon}${value}`).join(comma)}${end}`;
}

/** What a question picked of the shop's goods, with cards; or that there is none of it. */
export const selectionReply = ({ lines, none }: Selection, language: Language, currency: string): BranchReply =>
  lines.length > 0 ? catalogueReply(lines, language, currency) : { text: none ?? '', citations: [] };

function catalogueReply(
  lines: { product: Product; said: string }[],
  language: Language,
  currency: string,
): BranchReply {
  return {
    text: lines.map(({ said }, index) => `${said}[${index + 1}]`).join('\n'),
    citations: lines.map(({ product, said }, index) => ({
      marker: index + 1,
      documentId: product.id,
      title: localText(product.name, language),
      page: null,
      quote: said,
    })),
    cards: [{ type: 'products', products: lines.map(({ product }) => productView(product, { language, currency })) }],
  };
}

const TERSE_HAN = 5;
const TERSE_WORDS = 3;

/** "What colours", "in red?": too little to be about anything but what was just shown. */
export function isTerse(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/[\p{Script=Latin}\d'-]+/gu)?.length ?? 0;
  return han <= TERSE_HAN && words <= TERSE_WORDS;
}
