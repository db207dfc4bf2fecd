import { anyOf } from '../../../text/any-of.ts';
import type { CategoryMention, ProductMention } from '../../types.ts';
import { isKindWord } from '../kind-words.ts';
import { nameUnits } from '../name-units.ts';
import { WHOLE_KIND } from '../named-product.ts';
import type { CatalogueWords, IndexedName } from './catalogue-words.ts';
import { isWiderKind } from './find-kinds.ts';

/** A name's share found in the text that counts as a mention; below it the words only point to a kind. */
const MENTION = 0.5;
/** What a word scores that only one product has ("kettle" in a shop with one), and the share of the name it needs for that. */
const ONLY_ONE = 0.6;
const ONLY_ONE_SHARE = 0.1;
/** The last words of a name ("denim jacket", 登山靴) name it well enough. */
const TAIL = 0.65;
/** Of names with the same last words, the one of which more is said is meant: its share counts this much on top. */
const TAIL_SHARE = 0.4;
/** A model number ("AF50") names the product whose name holds the least besides it; the others that carry it come after. */
const MODEL = 0.9;
const SAME_MODEL = 0.7;
/** A word with digits that stands in more products than this is a size or a standard ("4k", "wifi6"). */
const MODEL_OWNERS = 4;
const MODEL_WORD = /^(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{2,}$|^(?!(?:19|20)\d\d$)\d{4,6}$/;
const MEASURE = anyOf(
  /^\d+(?:[a-z]{1,2}|mah|inch|pack|pcs|gsm|cm|mm|kg|ml|oz|st|nd|rd|th)$/,
  /^(?:usb|ip|ipx|upf|wifi|type|size|no)\d*[a-z]?$/,
);
const MOST = 5;
const HAN = /^\p{Script=Han}+$/u;

/** The products that a text names by the units that are `said` in it, best first. */
export function findProducts(words: CatalogueWords, text: string, said: ReadonlySet<string>): ProductMention[] {
  const { entries, names, namesWith, rarity } = words;
  const overlap = new Map<number, number>();
  for (const unit of said)
    for (const name of namesWith.get(unit) ?? []) overlap.set(name, (overlap.get(name) ?? 0) + rarity(unit));
  const called = calledByOneWord(words, text, said);
  const best = scoreModels(words, said, overlap);
  for (const [index, shared] of overlap) {
    const name = names[index];
    if (!name || name.weight === 0) continue;
    const share = Math.min(1, shared / name.weight);
    const only = called.has(name.entry) && share >= ONLY_ONE_SHARE ? ONLY_ONE : 0;
    const score = Math.max(share, scoreTail(name, said, share), only);
    if (score >= MENTION && score > (best.get(name.entry) ?? 0)) best.set(name.entry, score);
  }
  return [...best]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST)
    .map(([entry, score]) => ({ productId: entries[entry]?.id ?? '', score: Math.round(score * 1000) / 1000 }));
}

/** The products of which each is the only one that a word stands for; of a compound its head does: 电热水壶 is a 水壶. */
function calledByOneWord(words: CatalogueWords, text: string, said: ReadonlySet<string>): Set<number> {
  const called = new Map<string, number>();
  for (const unit of said) {
    const [only, another] = words.owners.get(unit) ?? [];
    if (only !== undefined && another === undefined && isKindWord(unit) && !isWiderKind(words, unit))
      called.set(unit, only);
  }
  const units = [...called.keys()];
  const isHeaded = (unit: string) => HAN.test(unit) && units.some((head) => text.includes(unit + head));
  return new Set(units.filter((unit) => !isHeaded(unit)).flatMap((unit) => called.get(unit) ?? []));
}

function scoreTail({ tail }: IndexedName, said: ReadonlySet<string>, share: number): number {
  const whole = tail.length > 1 && tail.every((unit) => said.has(unit));
  return whole ? Math.min(MODEL - 0.01, TAIL + TAIL_SHARE * share) : 0;
}

/** Whether all that is said of a thing is said of a dearer one of another kind, too: "Larch 2" is the tent before its groundsheet. */
function isAccessory(entries: CatalogueWords['entries'], owner: number, matched: ReadonlyMap<number, number>): boolean {
  const one = entries[owner];
  return [...matched].some(([other, weight]) => {
    const dearer = entries[other];
    return (
      weight >= (matched.get(owner) ?? 0) &&
      (dearer?.price ?? 0) > (one?.price ?? Number.POSITIVE_INFINITY) &&
      !dearer?.category.some((category) => one?.category.includes(category))
    );
  });
}

/** The products of the model numbers that are said, each with what its number scores. */
function scoreModels(
  { entries, byId, owners, names, namesWith }: CatalogueWords,
  said: ReadonlySet<string>,
  overlap: ReadonlyMap<number, number>,
): Map<number, number> {
  const scores = new Map<number, number>();
  for (const unit of said) {
    const entry = byId.get(unit);
    if (entry !== undefined) scores.set(entry, 1);
    const several = owners.get(unit);
    if (!several || several.size > MODEL_OWNERS || !isModel(unit)) continue;
    const shares = new Map<number, number>();
    const matched = new Map<number, number>();
    for (const index of namesWith.get(unit) ?? []) {
      const name = names[index];
      const weight = overlap.get(index) ?? 0;
      if (!name) continue;
      shares.set(name.entry, Math.max(shares.get(name.entry) ?? 0, weight / name.weight));
      matched.set(name.entry, Math.max(matched.get(name.entry) ?? 0, weight));
    }
    const own = new Map([...shares].filter(([owner]) => !isAccessory(entries, owner, matched)));
    const best = Math.max(...own.values());
    for (const owner of shares.keys())
      scores.set(owner, Math.max(scores.get(owner) ?? 0, own.get(owner) === best ? MODEL : SAME_MODEL));
  }
  return scores;
}

const isModel = (unit: string): boolean => MODEL_WORD.test(unit) && !MEASURE.test(unit);

/** The units of a product's names that are said. */
const saidOf = (names: readonly IndexedName[], said: ReadonlySet<string>): string[] =>
  names.flatMap(({ units }) => units.filter((unit) => said.has(unit)));

/** The names of a product that was found. */
function namesOf({ entries, names }: CatalogueWords, { productId }: ProductMention): IndexedName[] {
  const place = entries.findIndex(({ id }) => id === productId);
  return names.filter(({ entry }) => entry === place);
}

/** Marks those beside the best that are named by words which no better one has. */
export function withOwn(
  words: CatalogueWords,
  mentions: readonly ProductMention[],
  said: ReadonlySet<string>,
): ProductMention[] {
  const taken = new Set<string>();
  return mentions.map((mention, place) => {
    const matched = saidOf(namesOf(words, mention), said);
    const own = matched.filter((unit) => !taken.has(unit) && (isKindWord(unit) || MODEL_WORD.test(unit)));
    const isOwn = place > 0 && own.length > 0 && mention.score >= ONLY_ONE;
    for (const unit of matched) taken.add(unit);
    return isOwn ? { ...mention, own: true } : mention;
  });
}

/** Marks those that are named by their model number on a side of their own: "B20 and B20 Pro" are two. */
export function withSides(
  words: CatalogueWords,
  mentions: readonly ProductMention[],
  sides: readonly { text: string; said: ReadonlySet<string> }[],
): ProductMention[] {
  const named = sides.flatMap(({ text, said }) => findProducts(words, text, said).slice(0, 1));
  const byModel = new Set(named.filter(({ score }) => score >= MODEL).map(({ productId }) => productId));
  return mentions.map((mention) =>
    byModel.size > 1 && byModel.has(mention.productId) ? { ...mention, own: true } : mention,
  );
}

/** Marks those named by nothing but the name of a kind: several are "protein powder", though the name of one ends in it. */
export function withoutKinds(
  words: CatalogueWords,
  mentions: readonly ProductMention[],
  { text, said, kinds }: { text: string; said: ReadonlySet<string>; kinds: readonly CategoryMention[] },
): ProductMention[] {
  const ofKind = new Set(
    kinds
      .filter(({ score, productIds }) => score >= WHOLE_KIND && productIds.length > 1)
      .flatMap(({ category }) => nameUnits(category)),
  );
  if (ofKind.size === 0) return [...mentions];
  const inOneKind = (units: readonly string[]): boolean =>
    kinds.some(({ category }) => units.every((unit) => nameUnits(category).includes(unit)));
  const joinsKinds = (tail: readonly string[]): boolean => tail.length > 1 && !inOneKind(tail);
  return mentions.map((mention) => {
    if (mention.score >= MODEL) return mention;
    const own = namesOf(words, mention);
    // "Desk lamp" is neither of the kinds whose words it joins.
    if (own.some(({ tail }) => joinsKinds(tail) && text.includes(tail.join(' ')))) return mention;
    return saidOf(own, said).every((unit) => ofKind.has(unit)) ? { ...mention, ofKind: true } : mention;
  });
}
