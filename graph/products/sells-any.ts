import { allTexts } from '../../stores/local-text.ts';
import type { Product } from '../../stores/products.ts';
import { askedUnits, isMet } from '../../tools/product-words.ts';
import { calledBy } from './is-called.ts';

/** What comes behind the name of a thing: its amount, what it is for, what belongs to it. */
const BEHIND =
  /[(（[【,，、/]|\s[–—-]\s|\s(?:with|for|of|that|which|to|from|in|under|below|over|above|bigger|smaller|less|more)\s/i;
/** Names of goods in general, and of none in particular. */
const ANY_GOODS =
  /\b(?:options?|choices?|models?|brands?|presents?|gifts?|stuff|items?|products?|goods|appliances?|devices?|gadgets?|equipment|gear|things?|tips?|advice|offers?|deals?|sets?|kits?|accessor(?:y|ies)|parts?)\b|礼物|礼品|产品|商品|东西|宝贝|电器|家电|用品|配件|套装|款|牌子|品牌|型号|办法|方法|优惠|活动|什么|别的|其他/i;

type Unit = ReturnType<typeof askedUnits>[number];

/** The word that says what a thing is: the last one of its name. */
export const headOf = (name: string): Unit | undefined =>
  askedUnits(name.split(BEHIND)[0] ?? '', [])
    .filter(({ kind, text, terms }) => kind === 'word' && text.length > 1 && terms.length > 0)
    .at(-1);

/** What is wished for, without what it is like: 适合老人用的手机, "phones for elderly people". */
const thingIn = (wish: string): string => wish.slice(wish.lastIndexOf('的') + 1);

/** Whether one of the names is that of such a thing, by its head; true where none is wished for. */
export function isCalledBy(wish: string, names: readonly string[]): boolean {
  const thing = thingIn(wish);
  const asked = ANY_GOODS.test(thing) ? undefined : headOf(thing);
  if (!asked) return true;
  return names.some((name) => {
    const head = headOf(name);
    return head !== undefined && isMet(asked, new Set([...lastTerms(head), ...head.concepts]));
  });
}

/** Whether any of the goods is such a thing, by the word that its name, its kind or its description calls it. */
export const sellsAny = (
  wish: string,
  goods: readonly Pick<Product, 'name' | 'category' | 'description'>[],
): boolean => {
  const names = goods.flatMap(({ name, category, description }) => [
    ...allTexts(name),
    ...allTexts(category),
    ...allTexts(description).map(calledBy),
  ]);
  return isCalledBy(wish, [...new Set(names)]);
};

/** Of a Chinese compound its last two characters say what it is: 手机支架 is a 支架. */
const lastTerms = ({ text, terms }: Unit): readonly string[] =>
  /^\p{Script=Han}{3,}$/u.test(text) ? [text, text.slice(-2)] : terms;
