import type { z } from 'zod';
import { allTexts, textOf } from '../../stores/local-text.ts';
import type { Product, ProductStore } from '../../stores/products.ts';
import { anyOf } from '../../text/any-of.ts';
import { pattern } from '../../text/pattern.ts';
import { lowestPrice } from '../../tools/products/product-view.ts';
import { askedUnits, isMet, namingUnits, termsOf } from '../../tools/products/product-words.ts';
import { fittingMeasures } from '../../tools/recommending/fitting-measures.ts';
import type { RecommendProductsTool } from '../../tools/recommending/recommend-products.ts';
import { asksWhatGoesWith, refinesWish, tellsMeasure } from '../../understanding/follow-up.ts';
import { normaliseText } from '../../understanding/normalise.ts';
import { WHOLE_KIND } from '../../understanding/slots/named-product.ts';
import type { CategoryMention, UnderstoodRequest } from '../../understanding/types.ts';
import type { Dialogue } from '../dialogue.ts';
import { mentionedProducts } from './meant/mentions.ts';

/** What is looked for. */
export type Wish = z.input<RecommendProductsTool['schema']>;

/** Something is wanted to go with what is named, not what is named. */
const MATCHING = anyOf(
  /搭配|配套|相配|配件|一起用|配什么|配.{1,8}的|跟.{1,10}配/i,
  /\bgo(?:es)? (?:well |nicely )?with\b|\bmatch(?:es|ing)?\b|\bpairs? (?:well )?with\b/i,
  /\baccessor|\bcomplement|\bto wear with\b|\buse with\b|\balong with\b/i,
);
const CHEAPER = /便宜(?:点|一点|些|的)|更便宜|再便宜|低一点|实惠点|\bcheaper\b|\bless expensive\b|\blower price/i;
const WHICH = /哪(?:个|款|种|一)|\bwhich\b/i;
/** What sells best is asked for, whatever it is. */
const POPULAR = anyOf(
  /热销|爆款|畅销|热卖|卖得(?:最)?[好多]|最受欢迎|人气|\bbest[- ]?sell|\bsells? best\b/i,
  /\bpopular\b|\btrending\b/i,
);
/** A category named by one of its words or better. */
const CLEAR_CATEGORY = 0.85;
const OTHER_MEASURE = anyOf(
  /people|persons?|players?|years?|months?|inch|cm|mm|kgs?|lit(?:er|re)s?/gi,
  /个?人|口人|岁|个月|厘米|公分|寸|公斤|斤|平|升/gi,
);
const CURRENCY = /块钱|块|元|美元|美金|欧元|dollars?|bucks|usd|yuan|rmb|cny/gi;
/** An amount of money, which a number of people, years or centimetres is not. */
const AMOUNT = pattern`[$¥€£]?\s?\d[\d,.]*(?![\d,.]|[ -]?${OTHER_MEASURE})\s?${CURRENCY}?\s?(?:以内|以下|左右|上下|之内)?`;
/** The same in Chinese numerals: 三千以下, 五百块左右. */
const AMOUNT_IN_HAN =
  /[一二两三四五六七八九十百千万]{1,6}[来多]?(?:(?:块钱?|元)(?:以内|以下|左右|上下|之内|之下)?|以内|以下|左右|上下|之内|之下)/gi;
/** Words of price and of asking, which would only be found by chance. */
const NOISE = anyOf(
  AMOUNT,
  AMOUNT_IN_HAN,
  /预算|推荐|帮我|请问|有什么|有哪些|有没有|哪些|几款|什么|适合(?:送给?)?|送给/gi,
  /送(?=[妈爸老男女朋同领孩宝儿长爷奶外客闺])/gi,
  /\b(?:recommend|suggest|please|can you|could you|i(?:'m| am) looking for|looking for|i need|i want)\b/gi,
  /\b(?:show me|do you have|have you got|something|anything|under|below|around|about|budget|best|good)\b/gi,
);

/** A shop's own kind for all that goes with its goods. */
const ACCESSORIES = /^(?:配件|accessor(?:y|ies))$/i;

/** "Tablet accessories" named in full is a kind of the shop's own, not something to go with what is in view. */
function isMatchingKind({ category, score }: CategoryMention): boolean {
  return score === 1 && MATCHING.test(category) && !ACCESSORIES.test(category.trim());
}

/** What a customer wishes to be recommended, from the words of the message and what is in view. */
export async function readWish(input: {
  request: UnderstoodRequest;
  dialogue: Dialogue;
  products: ProductStore;
}): Promise<Wish> {
  const { request, dialogue, products } = input;
  const { slots, text } = request;
  const mentioned = mentionedProducts(slots);
  // "A present, 50 quid?": an amount alone is what may be spent.
  const [only, another] = slots.money;
  const range = slots.priceRange ?? (only && !another ? { max: only.amount } : undefined);
  const price = {
    ...(range?.min === undefined ? {} : { minPrice: range.min }),
    ...(range?.max === undefined ? {} : { maxPrice: range.max }),
  };
  const kind = mentioned.named ? [] : slots.categories.filter(isMatchingKind);
  if ((MATCHING.test(text) || asksWhatGoesWith(normaliseText(text))) && kind.length === 0) {
    const accessories = slots.categories.filter(({ category }) => ACCESSORIES.test(category.trim()));
    const others = slots.categories.filter(({ category }) => !ACCESSORIES.test(category.trim()));
    // "What accessories go with a guitar" names a kind, and the shop has a kind of its own for what goes with it.
    const kindNamed = !mentioned.named && others.length > 0 && accessories.length > 0;
    const query = text.replace(NOISE, ' ').trim().slice(0, 400);
    if (kindNamed)
      return { ...price, query, productIds: accessories.flatMap(({ productIds }) => productIds).slice(0, 500) };
    const anchors = mentioned.named ? mentioned.ids : dialogue.focusProductIds;
    return { ...price, ...(anchors.length > 0 ? { viewedProductIds: anchors.slice(0, 20) } : {}) };
  }
  if (POPULAR.test(text) && mentioned.ids.length === 0) return price;
  const said = text.replace(NOISE, ' ').trim();
  const query =
    /[\p{L}]{2}/u.test(said) &&
    !isKindAlone(said, slots) &&
    (slots.needs.length > 0 || mentioned.ids.length > 0 || said.length >= 4)
      ? { query: said.slice(0, 400) }
      : {};
  if (kind.length > 0)
    return { ...price, ...query, productIds: [...new Set(kind.flatMap(({ productIds }) => productIds))].slice(0, 500) };
  if (mentioned.ids.length > 0) return { ...price, ...query, productIds: await kindOf(request, mentioned, products) };
  if (CHEAPER.test(text) && dialogue.focusProductIds.length > 0) {
    const inFocus = await products.byIds(dialogue.focusProductIds);
    const productIds = await siblingsOf(inFocus, products);
    // "Which is cheaper" with one of them in view sets it beside its kind.
    const shown = WHICH.test(text) && inFocus.length === 1 ? await products.byIds(productIds) : inFocus;
    return { maxPrice: Math.max(0, Math.max(...shown.map(lowestPrice)) - 0.01), productIds, ...price };
  }
  // "Alternatives?", "for getting to work": of the kind that is talked about.
  const normalised = normaliseText(text);
  if ((refinesWish(normalised) || tellsMeasure(normalised)) && dialogue.focusProductIds.length > 0) {
    const siblings = await products.ofSameKind(dialogue.focusProductIds);
    const productIds = fittingMeasures(siblings, text).map(({ id }) => id);
    return productIds.length > 0 ? { ...price, ...query, productIds } : { ...price, ...query };
  }
  return { ...price, ...query };
}

/** 的床 of 三千以下的床: a kind that is named in full, and nothing that it should be. */
const isKindAlone = (said: string, { categories, products }: UnderstoodRequest['slots']): boolean =>
  products.length === 0 &&
  categories.some(({ score }) => score === 1) &&
  askedUnits(
    said,
    categories.map(({ category }) => category),
  ).length === 0;

/** The products of the kinds named: a category, or the category of a product that was named. */
async function kindOf(
  { slots, text }: UnderstoodRequest,
  mentioned: { ids: string[]; named: boolean },
  products: ProductStore,
): Promise<string[]> {
  const whole = slots.categories.filter((category) => category.score >= WHOLE_KIND);
  const clear = whole.length > 0 ? whole : slots.categories.filter((category) => category.score >= CLEAR_CATEGORY);
  if (clear.length > 0) return [...new Set(clear.flatMap((category) => category.productIds))].slice(0, 500);
  if (!mentioned.named) return mentioned.ids.slice(0, 500);
  const named = await products.byIds(mentioned.ids);
  const siblings = await products.ofSameKind(mentioned.ids);
  const inFull = slots.products.some(({ score }) => score >= WHOLE_KIND);
  return (inFull ? siblings : calledSo(siblings, named, text)).map(({ id }) => id);
}

/** Called by an everyday word of its name ("any rugs?"), a product stands for those that are called so, not for all of its category. */
function calledSo(siblings: Product[], named: readonly Product[], text: string): Product[] {
  const words = namingUnits(
    text,
    named.flatMap(({ name }) => allTexts(name)),
  );
  if (words.length === 0 || words.some(({ concepts }) => concepts.length === 0)) return siblings;
  return siblings.filter(({ name, description }) => {
    const terms = termsOf([...allTexts(name), ...allTexts(description)].join(' '));
    return words.every((word) => isMet(word, terms));
  });
}

const siblingsOf = async (some: Product[], products: ProductStore): Promise<string[]> =>
  (await products.ofSameKind(some.map(({ id }) => id))).map(({ id }) => id);

/** The needs of which a product's own texts speak. */
export function metNeeds(product: Product, needs: readonly string[]): string[] {
  const texts = [product.name, product.category, product.description].flatMap((text) => allTexts(text));
  const values = Object.values(product.attributes).flatMap((value) => [textOf(value, 'zh'), textOf(value, 'en')]);
  const terms = termsOf([...texts, ...values].join(' '));
  return needs.filter((need) => {
    const own = [...termsOf(need)];
    const concepts = own.filter((term) => term.startsWith('#'));
    return (
      concepts.some((term) => terms.has(term)) ||
      (own.length > 0 && own.filter((term) => !term.startsWith('#')).every((term) => terms.has(term)))
    );
  });
}
