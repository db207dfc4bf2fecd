import { allTexts } from '../../../stores/local-text.ts';
import type { Product } from '../../../stores/products.ts';
import { anyOf } from '../../../text/any-of.ts';
import { askedUnits, isMet } from '../../../tools/products/product-words.ts';
import { calledBy } from './is-called.ts';

/** What comes behind the name of a thing: its amount, what it is for, what belongs to it. */
const BEHIND = anyOf(
  /[(（[【,，、/]|\s[–—-]\s/i,
  /\s(?:with|for|of|that|which|to|from|in|under|below|over|above|bigger|smaller|less|more)\s/i,
);
/** Names of goods in general, and of none in particular. */
const ANY_GOODS = anyOf(
  /\b(?:options?|choices?|models?|brands?|presents?|gifts?|stuff|items?|products?|goods)\b/i,
  /\b(?:appliances?|devices?|gadgets?|equipment|gear|things?|something|anything|tips?)\b/i,
  /\b(?:advice|offers?|deals?|sets?|kits?|accessor(?:y|ies)|parts?)\b/i,
  /礼物|礼品|产品|商品|东西|宝贝|电器|家电|用品|配件|套装|款|牌子|品牌|型号|办法|方法|优惠|活动/i,
  /什么|别的|其他/i,
);

type Unit = ReturnType<typeof askedUnits>[number];

/** The word that says what a thing is: the last one of its name. */
export const headOf = (name: string): Unit | undefined =>
  askedUnits(name.split(BEHIND)[0] ?? '', [])
    .filter(({ kind, text, terms }) => kind === 'word' && text.length > 1 && terms.length > 0)
    .at(-1);

/** What is wished for, without what it is like: 适合老人用的手机, "phones for elderly people". */
export const thingIn = (wish: string): string => wish.slice(wish.lastIndexOf('的') + 1);

/** The names of so many goods are read whole; of more only those that have the word in them, and all kinds. */
const READ_WHOLE = 300;

type Named = Pick<Product, 'name' | 'category' | 'description'>;

/** The word for the thing that is wished for; undefined where none is named. */
function askedHead(wish: string): Unit | undefined {
  const thing = thingIn(wish);
  return ANY_GOODS.test(thing) ? undefined : headOf(thing);
}

const isHeadedBy =
  (asked: Unit) =>
  (name: string): boolean => {
    const head = headOf(name);
    return head !== undefined && isMet(asked, new Set([...lastTerms(head), ...head.concepts]));
  };

/** Whether one of the names is that of such a thing, by its head; true where none is wished for. */
export function isCalledBy(wish: string, names: readonly string[]): boolean {
  const asked = askedHead(wish);
  return asked === undefined || names.some(isHeadedBy(asked));
}

/** Whether any of the goods is such a thing, by the word that its name, its kind or its description calls it. */
export function sellsAny(wish: string, goods: readonly Named[]): boolean {
  const asked = askedHead(wish);
  if (!asked) return true;
  const kinds = new Set(goods.flatMap(({ category }) => allTexts(category)));
  if ([...kinds].some(isHeadedBy(asked))) return true;
  const names = goods.flatMap(({ name, description }) => [...allTexts(name), ...allTexts(description).map(calledBy)]);
  const [word = asked.text] = lastTerms(asked).slice(-1);
  const likely = goods.length <= READ_WHOLE ? names : names.filter((name) => name.toLowerCase().includes(word));
  return [...new Set(likely)].some(isHeadedBy(asked));
}

/** Of a Chinese compound its last two characters say what it is: 手机支架 is a 支架. */
const lastTerms = ({ text, terms }: Unit): readonly string[] =>
  /^\p{Script=Han}{3,}$/u.test(text) ? [text, text.slice(-2)] : terms;

const WISHED = [
  /的(?<thing>\p{Script=Han}{2,6}?)(?:推荐|有推荐的?)?(?:一下|[吧吗呢])?[?？。!！ ]*$/u,
  /\b(?:recommend|suggest|looking for|need|want|after|find)(?: me| us)? (?:an?|some|any|the best) (?<thing>[a-z].*?)[?.! ]*$/i,
  /^(?:an?|some|any|cheap|good)? ?(?<thing>[a-z][a-z -]{2,30}?) (?:under|below|up to|less than|within) \W?\d[\d.,]*\W*\w{0,6}[?.! ]*$/i,
];

/** What a wish names last, where that is a thing that shops sell: 适合冬天露营的睡袋, "I need a sleeping bag for winter". */
export function thingWished(text: string): string | undefined {
  for (const wish of WISHED) {
    const thing = wish.exec(text)?.groups?.thing;
    const head = thing === undefined ? undefined : askedHead(thing);
    const alone = thing !== undefined && (!/^\p{Script=Han}/u.test(thing) || askedUnits(thing, []).length === 1);
    if (head && alone && head.concepts.length > 0) return thing;
  }
  return undefined;
}
