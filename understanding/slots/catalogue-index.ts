import { loadLexicon } from '../lexicon.ts';
import { normaliseText } from '../normalise.ts';
import type { CatalogueEntry, CatalogueIndex, CategoryMention, ProductMention } from '../types.ts';
import { isKindWord } from './kind-words.ts';
import { headUnits, isSlip, nameUnits } from './name-units.ts';
import { WHOLE_KIND } from './named-product.ts';
import { standsAlone } from './stands-alone.ts';

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
const MEASURE =
  /^\d+(?:[a-z]{1,2}|mah|inch|pack|pcs|gsm|cm|mm|kg|ml|oz|st|nd|rd|th)$|^(?:usb|ip|ipx|upf|wifi|type|size|no)\d*[a-z]?$/;
/** What one word of a category's name scores for it. */
const ONE_WORD = 0.85;
const MOST = 5;
/** Two things may be named side by side. */
const JOINED = /和|跟|与|还是|以及|、|\b(?:and|or|vs|versus|than|with)\b|[&,]/;

/** Written as they are: "in stock" is no slip of a shop's socks. */
const SHOP_WORDS: ReadonlySet<string> = new Set(
  Object.values(loadLexicon().concepts).flatMap(({ en }) => en.flatMap((term) => term.split(' '))),
);

interface IndexedName {
  entry: number;
  /** Sum of its units' weights. */
  weight: number;
  units: readonly string[];
  tail: readonly string[];
}

/**
 * Products and kinds named in free text. Every unit (an English word, a pair of Han characters) weighs by its rarity
 * in the catalogue; a name scores the share of its weight that the text holds, slips of one letter allowed.
 * Units that several products share name a kind ("headphones", 耳机). About 0.1 ms for 1,000 products.
 */
export function createCatalogueIndex(entries: readonly CatalogueEntry[]): CatalogueIndex {
  const names: IndexedName[] = [];
  const postings = new Map<string, number[]>();
  const entriesOf = new Map<string, Set<number>>();
  const categories = new Map<string, Set<number>>();
  const byLength = new Map<number, string[]>();
  const byId = new Map<string, number>();
  const categoryUnits = new Map<string, Set<string>>();
  entries.forEach((entry, e) => {
    const id = normaliseText(entry.id);
    if (/[a-z]/.test(id) && /\d/.test(id)) byId.set(id.replaceAll('-', ''), e);
    for (const name of entry.names) {
      const normalised = normaliseText(name);
      const units = [...new Set(nameUnits(normalised))];
      for (const unit of units) {
        push(postings, unit, names.length);
        setOf(entriesOf, unit).add(e);
      }
      names.push({ entry: e, weight: 0, units, tail: tailOf(normalised) });
      for (const head of headUnits(normalised)) setOf(entriesOf, head).add(e);
    }
    for (const category of entry.category) {
      setOf(categories, normaliseText(category)).add(e);
      for (const unit of nameUnits(normaliseText(category))) setOf(categoryUnits, unit).add(normaliseText(category));
      for (const head of headUnits(normaliseText(category))) setOf(entriesOf, head).add(e);
    }
  });
  const rarity = new Map([...entriesOf].map(([unit, owners]) => [unit, Math.log(1 + entries.length / owners.size)]));
  for (const unit of postings.keys()) push(byLength, unit.length, unit);
  for (const name of names) name.weight = name.units.reduce((sum, unit) => sum + (rarity.get(unit) ?? 0), 0);

  const isKnown = (unit: string): boolean => postings.has(unit) || categoryUnits.has(unit);

  function known(unit: string): string | undefined {
    if (postings.has(unit)) return unit;
    if (unit.length < 5 || !/^[a-z]+$/.test(unit) || SHOP_WORDS.has(unit)) return undefined;
    for (const length of [unit.length, unit.length - 1, unit.length + 1]) {
      const near = byLength.get(length)?.find((word) => isSlip(unit, word));
      if (near) return near;
    }
    return undefined;
  }

  /** Model numbers said, each with what it scores for its products. */
  function scoreModels(said: ReadonlySet<string>, overlap: ReadonlyMap<number, number>): Map<number, number> {
    const scores = new Map<number, number>();
    for (const unit of said) {
      const entry = byId.get(unit);
      if (entry !== undefined) scores.set(entry, 1);
      const owners = entriesOf.get(unit);
      if (!owners || owners.size > MODEL_OWNERS || !MODEL_WORD.test(unit) || MEASURE.test(unit)) continue;
      const shares = new Map<number, number>();
      for (const index of postings.get(unit) ?? []) {
        const name = names[index];
        if (name)
          shares.set(name.entry, Math.max(shares.get(name.entry) ?? 0, (overlap.get(index) ?? 0) / name.weight));
      }
      const best = Math.max(...shares.values());
      for (const [owner, share] of shares)
        scores.set(owner, Math.max(scores.get(owner) ?? 0, share === best ? MODEL : SAME_MODEL));
    }
    return scores;
  }

  /** "Coat" is more than the one product with it in its name where a category of several is called by it alone, or two end in it. */
  function isWiderKind(unit: string): boolean {
    const alone = [...(categoryUnits.get(unit) ?? [])].some(
      (category) =>
        (categories.get(category)?.size ?? 0) > 1 &&
        category.split(JOINED).some((part) => nameUnits(part.trim()).join() === unit),
    );
    return alone || endingIn(unit).length > 1;
  }

  /** Kinds that a Chinese word heads: 观叶植物 and 多肉植物 are 植物. */
  function endingIn(unit: string): string[] {
    if (/^[a-z]/.test(unit)) return [];
    return [...(categoryUnits.get(unit) ?? [])].filter((category) => category.endsWith(unit));
  }

  function findProducts(said: ReadonlySet<string>): ProductMention[] {
    const overlap = new Map<number, number>();
    const owned = new Set<number>();
    for (const unit of said) {
      const owners = entriesOf.get(unit);
      if (owners?.size === 1 && isKindWord(unit) && !isWiderKind(unit)) for (const owner of owners) owned.add(owner);
      for (const name of postings.get(unit) ?? [])
        overlap.set(name, (overlap.get(name) ?? 0) + (rarity.get(unit) ?? 0));
    }
    const best = scoreModels(said, overlap);
    for (const [index, shared] of overlap) {
      const name = names[index];
      if (!name || name.weight === 0) continue;
      const share = Math.min(1, shared / name.weight);
      const tail =
        name.tail.length > 1 && name.tail.every((unit) => said.has(unit))
          ? Math.min(MODEL - 0.01, TAIL + TAIL_SHARE * share)
          : 0;
      const only = owned.has(name.entry) && share >= ONLY_ONE_SHARE ? ONLY_ONE : 0;
      const score = Math.max(share, tail, only);
      if (score >= MENTION && score > (best.get(name.entry) ?? 0)) best.set(name.entry, score);
    }
    return [...best]
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST)
      .map(([entry, score]) => ({ productId: entries[entry]?.id ?? '', score: Math.round(score * 1000) / 1000 }));
  }

  /** Marks those beside the best that are named by words which no better one has. */
  function withOwn(mentions: ProductMention[], said: ReadonlySet<string>): ProductMention[] {
    const taken = new Set<string>();
    return mentions.map((mention, place) => {
      const entry = entries.findIndex(({ id }) => id === mention.productId);
      const matched = names
        .filter((name) => name.entry === entry)
        .flatMap(({ units }) => units.filter((unit) => said.has(unit)));
      const own = matched.filter((unit) => !taken.has(unit) && (isKindWord(unit) || MODEL_WORD.test(unit)));
      const isOwn = place > 0 && own.length > 0 && mention.score >= ONLY_ONE;
      for (const unit of matched) taken.add(unit);
      return isOwn ? { ...mention, own: true } : mention;
    });
  }

  /** "Protein powder" is the kind of which several are, though the name of one ends in it. */
  function withoutKinds(
    mentions: ProductMention[],
    {
      text,
      said,
      categories: kinds,
    }: { text: string; said: ReadonlySet<string>; categories: readonly CategoryMention[] },
  ): ProductMention[] {
    const ofKind = new Set(
      kinds
        .filter(({ score, productIds }) => score >= WHOLE_KIND && productIds.length > 1)
        .flatMap(({ category }) => nameUnits(category)),
    );
    if (ofKind.size === 0) return mentions;
    const inOneKind = (units: readonly string[]): boolean =>
      kinds.some(({ category }) => units.every((unit) => nameUnits(category).includes(unit)));
    const joinsKinds = (tail: readonly string[]): boolean => tail.length > 1 && !inOneKind(tail);
    return mentions.map((mention) => {
      if (mention.score >= MODEL) return mention;
      const entry = entries.findIndex(({ id }) => id === mention.productId);
      const own = names.filter((name) => name.entry === entry);
      // "Desk lamp" is neither of the kinds whose words it joins.
      if (own.some(({ tail }) => joinsKinds(tail) && text.includes(tail.join(' ')))) return mention;
      const matched = own.flatMap(({ units }) => units.filter((unit) => said.has(unit)));
      return matched.every((unit) => ofKind.has(unit)) ? { ...mention, ofKind: true } : mention;
    });
  }

  function findCategories(text: string, said: ReadonlySet<string>): CategoryMention[] {
    const out = new Map<string, CategoryMention>();
    const add = (category: string, owners: ReadonlySet<number>, score: number): void => {
      const productIds = [...owners].map((e) => entries[e]?.id ?? '');
      if ((out.get(category)?.score ?? 0) < score) out.set(category, { category, productIds, score });
    };
    for (const [category, owners] of categories) {
      const units = nameUnits(category);
      const hit = units.filter((unit) => said.has(unit)).length;
      if (standsAlone(text, category, isKnown)) add(category, owners, 1);
      else if (units.length > 0 && hit === units.length) add(category, owners, 0.9);
    }
    for (const unit of said) {
      // "Coats & jackets" is meant by either of its words; 植物 by all kinds that end in it.
      if (isKindWord(unit)) {
        for (const category of categoryUnits.get(unit) ?? [])
          if (/^[a-z]/.test(unit)) add(category, categories.get(category) ?? new Set(), ONE_WORD);
        const kinds = endingIn(unit);
        // Of 开花植物 those alone are meant.
        if (kinds.length > 1 && !kinds.some((category) => (out.get(category)?.score ?? 0) >= WHOLE_KIND))
          add(unit, new Set(kinds.flatMap((category) => [...(categories.get(category) ?? [])])), WHOLE_KIND);
      }
      const owners = entriesOf.get(unit);
      if (owners && isKindWord(unit)) add(unit.replace('$', ''), owners, owners.size > 1 ? 0.8 : 0.6);
    }
    return [...out.values()]
      .sort((a, b) => b.score - a.score || a.productIds.length - b.productIds.length)
      .slice(0, MOST);
  }

  const written = entries.flatMap((entry) => entry.names.map(normaliseText));

  return {
    isPartOfName(code) {
      const plain = normaliseText(code);
      return (
        plain.length > 2 && written.some((name) => name.split(/[^\p{L}\p{N}.-]+/u).some((word) => isHead(plain, word)))
      );
    },
    find(text) {
      const normalised = normaliseText(text);
      const said = new Set<string>();
      for (const unit of nameUnits(normalised)) {
        const word = known(unit) ?? unit;
        said.add(word);
      }
      // "T-shirt" is no shirt where the catalogue knows t-shirts.
      for (const [dashed] of normalised.matchAll(/[a-z]+(?:-[a-z]+)+/g)) {
        const [whole, ...parts] = nameUnits(dashed);
        if (whole && isKnown(whole)) for (const part of parts) said.delete(part);
      }
      for (const [word, first] of normalised.matchAll(SHORT_KIND)) {
        if ((entriesOf.get(`${first}$`)?.size ?? 0) > 1) said.delete(word);
        said.add(`${first}$`);
      }
      for (const [, kind = ''] of normalised.matchAll(ONE_CHARACTER))
        if ((entriesOf.get(`${kind}$`)?.size ?? 0) > 1) said.add(`${kind}$`);
      const categories = findCategories(normalised, said);
      const products = withoutKinds(findProducts(said), { text: normalised, said, categories });
      return { products: JOINED.test(normalised) ? withOwn(products, said) : products, categories };
    },
  };
}

/** The word itself, or all of it before its unit. */
const isHead = (code: string, word: string): boolean =>
  word.startsWith(code) &&
  /^(?:\p{Script=Han}|(?:mm|cm|ml|kg|g|l|w)?(?!\p{L}))/u.test(word.slice(code.length)) &&
  !/^\d/.test(word.slice(code.length));

/** 裙子, 裤子, 鞋子: in names only their first character stands, at the end. */
const SHORT_KIND = /(\p{Script=Han})子/gu;

/** A kind in one character, where nothing can belong to it: 200 以内的锅, 最便宜的刀有哪些, 一把刀. */
const ONE_CHARACTER =
  /(?:的|[一两几][把口个盆盏台条款种支张]|哪[种款把口些])(\p{Script=Han})(?=$|[?？。，,！!]|[有吗呢]|多少|推荐|是哪)/gu;

/** The last two words of an English name, the last two pairs of a Chinese one; what stands in brackets is not the head. */
function tailOf(normalised: string): string[] {
  const head = normalised.replace(/[（(【[].*$/u, '').trim();
  return nameUnits(head).slice(-2);
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function setOf<K, V>(map: Map<K, Set<V>>, key: K): Set<V> {
  const known = map.get(key);
  if (known) return known;
  const made = new Set<V>();
  map.set(key, made);
  return made;
}
