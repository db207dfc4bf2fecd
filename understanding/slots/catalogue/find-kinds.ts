import type { CategoryMention } from '../../types.ts';
import { isKindWord } from '../kind-words.ts';
import { nameUnits } from '../name-units.ts';
import { WHOLE_KIND } from '../named-product.ts';
import { standsAlone } from '../stands-alone.ts';
import type { CatalogueWords } from './catalogue-words.ts';
import { JOINED } from './joined.ts';

/** What one word of a category's name scores for it. */
const ONE_WORD = 0.85;
const MOST = 5;

/** The kinds of goods that a text names by the units that are `said` in it, best first. */
export function findKinds(words: CatalogueWords, text: string, said: ReadonlySet<string>): CategoryMention[] {
  const { entries, categories, categoriesWith, owners, isKnown } = words;
  const found = new Map<string, CategoryMention>();
  const scoreOf = (category: string): number => found.get(category)?.score ?? 0;
  const add = (category: string, places: Iterable<number>, score: number): void => {
    const productIds = [...places].map((place) => entries[place]?.id ?? '');
    if (scoreOf(category) < score) found.set(category, { category, productIds, score });
  };
  for (const [category, places] of categories) {
    const units = nameUnits(category);
    if (standsAlone(text, category, isKnown)) add(category, places, 1);
    else if (units.length > 0 && units.every((unit) => said.has(unit))) add(category, places, 0.9);
  }
  for (const unit of [...said].filter(isKindWord)) {
    // "Coats & jackets" is meant by either of its words; 植物 by all kinds that end in it.
    // Of "tent accessories" the tent is none.
    for (const category of categoriesWith.get(unit) ?? [])
      if (/^[a-z]/.test(unit) && isHeadedBy(category, unit)) add(category, categories.get(category) ?? [], ONE_WORD);
    const kinds = endingIn(words, unit);
    // Of 开花植物 those alone are meant.
    if (kinds.length > 1 && !kinds.some((category) => scoreOf(category) >= WHOLE_KIND))
      add(unit, new Set(kinds.flatMap((category) => [...(categories.get(category) ?? [])])), WHOLE_KIND);
    const called = owners.get(unit);
    if (called) add(unit.replace('$', ''), called, called.size > 1 ? 0.8 : 0.6);
  }
  return [...found.values()]
    .sort((a, b) => b.score - a.score || a.productIds.length - b.productIds.length)
    .slice(0, MOST);
}

/** "Coat" is more than the one product with it in its name where a category of several is called by it alone, or two end in it. */
export function isWiderKind(words: CatalogueWords, unit: string): boolean {
  const alone = [...(words.categoriesWith.get(unit) ?? [])].some(
    (category) =>
      (words.categories.get(category)?.size ?? 0) > 1 &&
      category.split(JOINED).some((part) => nameUnits(part.trim()).join() === unit),
  );
  return alone || endingIn(words, unit).length > 1;
}

const isHeadedBy = (category: string, unit: string): boolean =>
  category.split(JOINED).some((part) => nameUnits(part.trim().split(/\s+/).at(-1) ?? '').includes(unit));

/** Kinds that a Chinese word heads: 观叶植物 and 多肉植物 are 植物. */
function endingIn({ categoriesWith }: CatalogueWords, unit: string): string[] {
  if (/^[a-z]/.test(unit)) return [];
  return [...(categoriesWith.get(unit) ?? [])].filter((category) => category.endsWith(unit));
}
