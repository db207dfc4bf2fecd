import type { Hit } from '../../../knowledge/types.ts';
import { allTexts } from '../../../stores/local-text.ts';
import type { Product, ProductStore } from '../../../stores/products.ts';
import { anyOf } from '../../../text/any-of.ts';
import { askedUnits, isMet, termsOf } from '../../../tools/products/product-words.ts';
import { normaliseText } from '../../../understanding/normalise.ts';
import type { Slots, UnderstoodRequest } from '../../../understanding/types.ts';
import { headOf, sellsAny, thingIn } from './sells-any.ts';

const SELL_EN =
  '(?:do|did|does|will|would) (?:you|u|ya|the shop|your shop)(?: (?:guys|all|folks|also|even|still|perhaps|by any chance))* (?:sell|stock|carry|have|offer)|' +
  'have you(?: guys)? got|you got|got|is there|are there';
const OPENER_ZH = '(?:请问|你好|您好|那|亲|[，, ])*';
const END_ZH = '(?:吗|么|嘛|没有?|不)?[?？!！。 ]*';

/** Sentences that ask whether a thing is sold. */
const FRAMES = [
  // "do you guys sell kites", "got any kites here"
  new RegExp(
    `^(?:(?:hi|hello|hey|so|and|ok|also)[,! ]+)*(?:${SELL_EN})(?: (?:any|some|an?|the|kind of))* (?<thing>.+?)(?: (?:here|too|as well|at all|for sale|in (?:your|the) (?:shop|store)|on offer))*[?!. ]*$`,
  ),
  // 你们店里有没有风筝卖
  new RegExp(
    `^${OPENER_ZH}(?:(?:你|您|咱)们?家?)?(?:店里|店铺|贵?店|这儿|这里|那儿)?(?:都|还|也|到底)?(?:有没有|有木有|有|卖不卖|卖|售|出售)(?:卖)?(?<thing>.{1,14}?)(?:卖|出售|可以买|买)?(?:的)?${END_ZH}$`,
  ),
  // 风筝有吗
  new RegExp(`^${OPENER_ZH}(?<thing>[^，,？?]{2,14}?)(?:你们|店里|这里|这边)?(?:有没有|有|卖|有卖)${END_ZH}$`),
];
const ASKS = anyOf(
  /[?？]|[吗么嘛]|有没有|有木有|卖不卖|[有卖].{1,14}没有?$/,
  /^\W*(?:(?:hi|hello|hey|so|and)[,! ]+)*(?:do|did|does|will|would|have|is|are|got)\b/,
);
const SELLS = /卖|售|\b(?:sell|stock|carry|for sale)\b/;
/** "Do you sell to schools", "do you have to pay", 有什么推荐吗, "do you have anything cheaper": no thing is named. */
const NO_THING = anyOf(
  /^(?:to|in|on|at|for|with|by|from|it|this|that|these|those|them|one|time)\b/,
  /\b(?:anything|something|any(?:one|body)|recommend\w*|suggest\w*|ideas?|others?|else|similar|cheaper)\b/,
  /什么|啥|哪|推荐|介绍|建议|适合|合适|别的|其他|其它|类似|便宜|好看|好用|送人/,
);

/** The thing in "do you sell …", 有…卖吗; undefined where a message asks something else. */
export function thingSold(text: string): string | undefined {
  const normalised = normaliseText(text);
  if (!ASKS.test(normalised)) return undefined;
  for (const frame of FRAMES) {
    const thing = frame.exec(normalised)?.groups?.thing?.trim();
    if (thing) return thingIn(thing) === '' || NO_THING.test(thingIn(thing)) ? undefined : thing;
  }
  return undefined;
}

/** The kinds of the shop's goods that are called so in whatever words of either language: each is all that its name says. */
export function kindsCalled(thing: string, goods: readonly Pick<Product, 'id' | 'category'>[]): Slots['categories'] {
  const units = askedUnits(thing, []);
  if (units.length === 0) return [];
  const said = new Set(units.flatMap(({ terms, concepts }) => [...terms, ...concepts]));
  return [...Map.groupBy(goods, ({ category }) => JSON.stringify(category)).values()].flatMap((ofKind) => {
    const names = allTexts(ofKind[0]?.category ?? '');
    const terms = termsOf(names.join(' '));
    const meant =
      units.every((unit) => isMet(unit, terms)) &&
      names.some((name) => askedUnits(name, []).every((unit) => isMet(unit, said)));
    const productIds = ofKind.map(({ id }) => id);
    return meant ? [{ category: names[0] ?? '', score: 1, productIds }] : [];
  });
}

/** Whether a kind of the shop's goods is asked for and nothing else; `request` as it is meant. */
export const asksForKind = ({ text, slots }: Pick<UnderstoodRequest, 'text' | 'slots'>): boolean =>
  thingSold(text) !== undefined && slots.categories.length > 0 && slots.categories.every(({ score }) => score === 1);

/** A kind of the shop's goods and nothing else. */
export const namesKindAlone = (topic: string, { categories }: Pick<Slots, 'categories'>): boolean =>
  categories.length > 0 &&
  askedUnits(
    topic,
    categories.map(({ category }) => category),
  ).length === 0;

const WHETHER_SOLD = anyOf(
  /卖|售|有.{1,8}(?<![的色])(?:吗|么|嘛|没有?)[?？]?$|有没有/i,
  /\b(?:do|did|will) you (?:sell|stock|carry|have|do)\b|\bgot any\b/i,
);

/** Anywhere in a message: whether something is sold. */
export const asksWhetherSold = (question: string): boolean => WHETHER_SOLD.test(question);

/**
 * Of what is asked for by "sell" and is none of the shop's goods, only a page with its name above it tells: privacy's
 * "we do not sell your phone number" is no answer to "do you sell phones". Of what is asked for by "have", one that has
 * its name anywhere, and none of the goods.
 */
export async function tellsOfThingSold(
  hit: Hit,
  { text, slots }: Pick<UnderstoodRequest, 'text' | 'slots'>,
  products: Pick<ProductStore, 'all'>,
): Promise<boolean> {
  const thing = slots.products.length === 0 ? thingSold(text) : undefined;
  if (thing === undefined) return true;
  if (hit.kind === 'product') return sellsAny(thing, await products.all());
  const head = headOf(thing);
  if (head === undefined || speaksOfThing(head, `${hit.title}\n${hit.heading ?? ''}`)) return true;
  if (SELLS.test(normaliseText(text))) return false;
  return speaksOfThing(head, hit.text) || sellsAny(thing, await products.all());
}

/** Whether a text has the thing as a word of its own: 手机号 is no 手机. */
const speaksOfThing = (thing: ReturnType<typeof askedUnits>[number], text: string): boolean =>
  askedUnits(text, []).some(({ text: word, terms, concepts }) =>
    isMet(thing, new Set([...(HAN_WORD.test(word) ? [word, word.slice(-2)] : terms), ...concepts])),
  );
const HAN_WORD = /^\p{Script=Han}{3,}$/u;
