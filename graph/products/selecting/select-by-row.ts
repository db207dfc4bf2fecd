import { allTexts } from '../../../stores/local-text.ts';
import type { Product } from '../../../stores/products.ts';
import { anyOf } from '../../../text/any-of.ts';
import { lowestPrice } from '../../../tools/products/product-view.ts';
import { termsOf } from '../../../tools/products/product-words.ts';
import { degreeAsked, ofDegree } from '../../../tools/recommending/degree-asked.ts';
import { measuredBy, tellsAnyMeasure } from '../../../tools/recommending/fitting-measures.ts';
import { type RankAsked, rankAsked, rankByProperty } from '../../../tools/recommending/rank-by-property.ts';
import { rowConstraints, unwantedIn } from '../../../tools/recommending/row-constraints.ts';
import { surelyNamed } from '../../../understanding/slots/named-product.ts';
import { namesNothing } from '../../knowledge/question/names-nothing.ts';
import { rankingPhrases } from '../../phrases/ranking.ts';
import { isCalled } from '../assortment/is-called.ts';
import { rankingText } from '../comparing/ranking-text.ts';
import { askedOptionKeys } from '../options/options.ts';
import { chosenByWords, namesOfKinds } from './chosen-by-words.ts';
import { inColour } from './in-colour.ts';
import { chosenLine, constraintLine, valueText } from './selected-lines.ts';
import { type Asked, MOST, type Selection } from './selection.ts';

/** A category named by one of its words or better. */
const CLEAR_CATEGORY = 0.8;
const OWN_CATEGORY = 0.85;
/** One of the goods is looked for, none is named. */
const LOOKS_FOR = anyOf(
  /哪(?:些|几|款|种|个|一)|有什么|有没有|有.{0,12}[吗么]|什么.{0,6}有|[的]吗?$/i,
  /\b(?:which|what|any|anything|something|some|are there|is there)\b/i,
  /\b(?:do you (?:have|sell|stock|carry)|have you got|i(?:'d like| want| need))\b/i,
);

/** All that the shop has is looked through, whatever is in view. */
const OF_THE_SHOP = /哪些|哪几?[款种]|有什么|什么东西|\b(?:which|what|anything|something|any other)\b/i;

/** The goods of a kind that a question picks by their rows: the cheapest, those without nuts, those in blue. Undefined: it picks none. */
export async function selectByRow(asked: Asked): Promise<Selection | undefined> {
  const { request, focus, language, products, currency } = asked;
  const { text, slots } = request;
  const named = surelyNamed(slots);
  const near = slots.categories.filter(({ score }) => score >= CLEAR_CATEGORY);
  // A kind of the shop's own is meant before all that has its word in the name ("guitar" is no guitar humidifier).
  const own = near.filter(({ score }) => score >= OWN_CATEGORY);
  const kinds = own.length > 0 ? own : near;
  const kindIds = [...new Set(kinds.flatMap(({ productIds }) => productIds))];
  const names = kinds.map(({ category }) => category);
  const rank = rankAsked(text, names);
  // A thing named in full is asked about itself; not one that is named only by what must not be in it.
  const ofItself = named.length === 1 && !(rank && kindIds.length > 1);
  if (ofItself && !namedByUnwanted(await products.byIds(named), text)) return undefined;
  const all = await products.all();
  const ofKind = all.filter(({ id }) => kindIds.includes(id));
  if (named.length > 1 && rank)
    return ranking(
      all.filter(({ id }) => named.includes(id)),
      rank,
      asked,
    );
  const byDegree = inDegree(asked, all, { ofKind, named, names });
  if (byDegree) return byDegree;
  const inView = all.filter(({ id }) => focus.includes(id));
  // What is in view is asked about itself ("有蓝牙吗", "do you have it in blue") unless the whole shop is looked through.
  if (ofKind.length === 0 && !rank && focus.length > 0 && !OF_THE_SHOP.test(text)) return undefined;
  const ranked = rank && (inView.length > 1 ? inView : typeof rank.by === 'string' && !asksOfAll(text) ? [] : all);
  const pool = ofKind.length > 0 ? ofKind : (ranked ?? all);
  const priced = withinPrice(pool, request);
  // "Is the light sunscreen waterproof?" looks for none: each says of itself whether it is.
  const looks = rank || LOOKS_FOR.test(text) || (ofKind.length > 0 && (!request.isQuestion || isFragment(text)));
  const constraints = looks ? rowConstraints(text, pool, names) : undefined;
  const fitting = constraints ? priced.filter((product) => constraints.met(product) !== undefined) : priced;
  if (rank) return ranking(constraints && fitting.length > 0 ? fitting : priced, rank, asked);
  const kind = names[0] ?? '';
  const measured = !constraints && looks && ofKind.length > 1 ? ofMeasure(priced, asked) : undefined;
  if (measured) return measured;
  if (constraints) {
    // Where only a few of them say anything about it, that none fits is not known.
    const known = priced.filter((product) => constraints.tells(product)).length;
    if (fitting.length === 0)
      return ofKind.length > 1 && known * 2 >= priced.length
        ? { lines: [], none: rankingPhrases(language).none(kind) }
        : undefined;
    return {
      lines: fitting.slice(0, MOST).map((product) => constraintLine(product, constraints.met(product) ?? [], asked)),
    };
  }
  const chosen =
    looks && (ofKind.length > 1 || OF_THE_SHOP.test(text)) && !tellsAnyMeasure(text)
      ? chosenByWords(text, priced, { kindNames: namesOfKinds(names, ofKind), language })?.filter(
          ({ product }) => askedOptionKeys(product, text).length === 0 || isCalled(product, text),
        )
      : undefined;
  if (chosen && chosen.length > 0)
    return { lines: chosen.slice(0, MOST).map((one) => chosenLine(one, asked)), byWords: true };
  return inColour(pool, { kind, ofKind: ofKind.length > 1, language, currency, text });
}

/** All that there is, and what is compared of it: "the cheapest thing you have", 店里最贵的. */
const ANYTHING =
  /东西|商品|产品|宝贝|店里|你们|你家|\b(?:things?|items?|products?|goods|stuff|you(?:'ve)? (?:have|sell|got))\b/i;
const OF_ALL = anyOf(
  /东西|商品|产品|宝贝|店里|你们|你家|便宜|贵/gi,
  /\b(?:(?:most|least) expensive|cheap(?:est)?|dearest|priciest|things?|items?|products?)\b/gi,
  /\b(?:goods|stuff|you(?:'ve| have)? (?:have|sell|got))\b/gi,
);

const asksOfAll = (text: string): boolean => ANYTHING.test(text) && namesNothing(text.replace(OF_ALL, ' '));

/** "Which games can be played by two": those whose property holds what is told. */
function ofMeasure(products: readonly Product[], asked: Asked): Selection | undefined {
  const lines = products.flatMap((product) => {
    const keys = measuredBy(product, asked.request.text);
    return keys && keys.length > 0 ? [constraintLine(product, keys, asked)] : [];
  });
  return lines.length > 0 && lines.length < products.length ? { lines: lines.slice(0, MOST) } : undefined;
}

/** "Vegan bars with chocolate?": a wish without a verb, not a question of each. */
const isFragment = (text: string): boolean =>
  !/\p{Script=Han}|\b(?:is|are|was|do|does|did|can|could|will|would|has|have|how|why|when|where)\b/iu.test(text);

/** "Which bar with a nut allergy" names no nut bar. */
function namedByUnwanted([only]: readonly Product[], text: string): boolean {
  const words = LOOKS_FOR.test(text) ? unwantedIn(text) : [];
  const terms = only && termsOf(allTexts(only.name).join(' '));
  return terms !== undefined && words.some((word) => [...termsOf(word)].some((term) => terms.has(term)));
}

/** The least sweet, the softest, those that are not too bitter: by properties that rows tell in words. */
function inDegree(
  asked: Asked,
  all: readonly Product[],
  { ofKind, named, names }: { ofKind: readonly Product[]; named: readonly string[]; names: readonly string[] },
): Selection | undefined {
  const { request, focus } = asked;
  const inView = all.filter(({ id }) => (named.length > 1 ? named : focus).includes(id));
  const some = ofKind.length > 1 ? ofKind : inView.length > 1 ? inView : all;
  const pool = withinPrice(some, request);
  const degree = degreeAsked(request.text, pool, names);
  if (!degree) return undefined;
  const lines = ofDegree(pool, degree).map((product) => constraintLine(product, [degree.key], asked));
  return lines.length > 0 ? { lines: lines.slice(0, MOST) } : undefined;
}

function withinPrice(products: readonly Product[], { slots }: Asked['request']): Product[] {
  const { min = 0, max = Number.POSITIVE_INFINITY } = slots.priceRange ?? {};
  return products.filter((product) => lowestPrice(product) >= min && lowestPrice(product) <= max);
}

function ranking(products: readonly Product[], rank: RankAsked, { language, currency }: Asked): Selection | undefined {
  const rows = rankByProperty(products, rank);
  const said = rankingText(rows, { most: rank.most, language, value: valueText(language, currency), shown: MOST - 1 });
  return rows[0] && said !== undefined ? { lines: [{ product: rows[0].product, said }] } : undefined;
}
