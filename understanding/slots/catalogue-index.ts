import { normaliseText } from '../normalise.ts';
import type { CatalogueEntry, CatalogueIndex, CategoryMention, ProductMention } from '../types.ts';
import { editDistanceAtMostOne, nameUnits } from './name-units.ts';

/** A name's share found in the text that counts as a mention; below it the words only point to a kind. */
const MENTION = 0.5;
/** What a word scores that only one product has ("kettle" in a shop with one), and the share of the name it needs for that. */
const ONLY_ONE = 0.6;
const ONLY_ONE_SHARE = 0.1;
const MOST = 5;

interface IndexedName {
  entry: number;
  /** Sum of its units' weights. */
  weight: number;
  units: readonly string[];
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
  entries.forEach((entry, e) => {
    for (const name of entry.names) {
      const units = [...new Set(nameUnits(normaliseText(name)))];
      for (const unit of units) {
        push(postings, unit, names.length);
        setOf(entriesOf, unit).add(e);
      }
      names.push({ entry: e, weight: 0, units });
    }
    for (const category of entry.category) setOf(categories, normaliseText(category)).add(e);
  });
  const rarity = new Map([...entriesOf].map(([unit, owners]) => [unit, Math.log(1 + entries.length / owners.size)]));
  for (const unit of entriesOf.keys()) push(byLength, unit.length, unit);
  for (const name of names) name.weight = name.units.reduce((sum, unit) => sum + (rarity.get(unit) ?? 0), 0);

  function known(unit: string): string | undefined {
    if (postings.has(unit)) return unit;
    if (unit.length < 5 || !/^[a-z]+$/.test(unit)) return undefined;
    for (const length of [unit.length, unit.length - 1, unit.length + 1]) {
      const near = byLength.get(length)?.find((word) => editDistanceAtMostOne(unit, word));
      if (near) return near;
    }
    return undefined;
  }

  function findProducts(said: ReadonlySet<string>): ProductMention[] {
    const overlap = new Map<number, number>();
    const owned = new Set<number>();
    for (const unit of said) {
      const owners = entriesOf.get(unit);
      if (owners?.size === 1 && isKindWord(unit)) for (const owner of owners) owned.add(owner);
      for (const name of postings.get(unit) ?? [])
        overlap.set(name, (overlap.get(name) ?? 0) + (rarity.get(unit) ?? 0));
    }
    const best = new Map<number, number>();
    for (const [index, shared] of overlap) {
      const name = names[index];
      if (!name || name.weight === 0) continue;
      const share = Math.min(1, shared / name.weight);
      const score = owned.has(name.entry) && share >= ONLY_ONE_SHARE ? Math.max(share, ONLY_ONE) : share;
      if (score >= MENTION && score > (best.get(name.entry) ?? 0)) best.set(name.entry, score);
    }
    return [...best]
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST)
      .map(([entry, score]) => ({ productId: entries[entry]?.id ?? '', score: Math.round(score * 1000) / 1000 }));
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
      if (text.includes(category)) add(category, owners, 1);
      else if (units.length > 0 && hit === units.length) add(category, owners, 0.9);
    }
    for (const unit of said) {
      const owners = entriesOf.get(unit);
      if (owners && isKindWord(unit)) add(unit, owners, owners.size > 1 ? 0.8 : 0.6);
    }
    return [...out.values()]
      .sort((a, b) => b.score - a.score || a.productIds.length - b.productIds.length)
      .slice(0, MOST);
  }

  return {
    find(text) {
      const normalised = normaliseText(text);
      const said = new Set<string>();
      for (const unit of nameUnits(normalised)) {
        const word = known(unit) ?? unit;
        said.add(word);
      }
      return { products: findProducts(said), categories: findCategories(normalised, said) };
    },
  };
}

/** A word that can stand for a kind of thing, not a size, colour or model number. */
function isKindWord(unit: string): boolean {
  return !/\d/.test(unit) && (unit.length >= 4 || /\p{Script=Han}/u.test(unit)) && !COMMON.has(unit);
}

const COMMON = new Set([
  'with',
  'white',
  'black',
  'blue',
  'green',
  'grey',
  'gray',
  'pink',
  'small',
  'large',
  'medium',
  'mini',
  'plus',
  'wireless',
  'portable',
  'electric',
  'smart',
  'home',
  'classic',
  'series',
  'edition',
  'pack',
  'piece',
  'inch',
  'model',
  '电动',
  '智能',
  '无线',
  '便携',
  '家用',
  '黑色',
  '白色',
  '蓝色',
  '红色',
  '升级',
  '新款',
  '系列',
  '套装',
  '专用',
  '多功',
  '功能',
  '大号',
  '小号',
]);

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function setOf<K>(map: Map<K, Set<number>>, key: K): Set<number> {
  const known = map.get(key);
  if (known) return known;
  const made = new Set<number>();
  map.set(key, made);
  return made;
}
