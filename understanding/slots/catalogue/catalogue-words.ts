import { normaliseText } from '../../normalise.ts';
import type { CatalogueEntry } from '../../types.ts';
import { headUnits, nameUnits } from '../name-units.ts';

/** One name of a product, in one language. */
export interface IndexedName {
  /** The product's place among the entries. */
  entry: number;
  /** Sum of its units' weights. */
  weight: number;
  units: readonly string[];
  tail: readonly string[];
}

/** The names of a shop's goods and kinds by the units that they are made of; products are told by their places. */
export interface CatalogueWords {
  entries: readonly CatalogueEntry[];
  names: readonly IndexedName[];
  /** The names that hold a unit. */
  namesWith: ReadonlyMap<string, readonly number[]>;
  /** The products that a unit stands for: by a name, or by the head of a name or a category. */
  owners: ReadonlyMap<string, ReadonlySet<number>>;
  /** The products of a category. */
  categories: ReadonlyMap<string, ReadonlySet<number>>;
  categoriesWith: ReadonlyMap<string, ReadonlySet<string>>;
  /** The products whose ids look like model numbers. */
  byId: ReadonlyMap<string, number>;
  /** What a unit weighs: the more, the fewer products it stands for. */
  rarity(unit: string): number;
  /** Whether a name or a category holds a unit. */
  isKnown(unit: string): boolean;
}

/** Takes the names of a catalogue apart. */
export function catalogueWords(entries: readonly CatalogueEntry[]): CatalogueWords {
  const names: Omit<IndexedName, 'weight'>[] = [];
  const namesWith = new Map<string, number[]>();
  const owners = new Map<string, Set<number>>();
  const categories = new Map<string, Set<number>>();
  const categoriesWith = new Map<string, Set<string>>();
  const byId = new Map<string, number>();
  entries.forEach((entry, place) => {
    const id = normaliseText(entry.id);
    if (/[a-z]/.test(id) && /\d/.test(id)) byId.set(id.replaceAll('-', ''), place);
    for (const normalised of entry.names.map(normaliseText)) {
      const units = [...new Set(nameUnits(normalised))];
      for (const unit of units) {
        push(namesWith, unit, names.length);
        setOf(owners, unit).add(place);
      }
      names.push({ entry: place, units, tail: tailOf(normalised) });
      for (const head of headUnits(normalised)) setOf(owners, head).add(place);
    }
    for (const category of entry.category.map(normaliseText)) {
      setOf(categories, category).add(place);
      for (const unit of nameUnits(category)) setOf(categoriesWith, unit).add(category);
      for (const head of headUnits(category)) setOf(owners, head).add(place);
    }
  });
  const rarities = new Map([...owners].map(([unit, { size }]) => [unit, Math.log(1 + entries.length / size)]));
  const rarity = (unit: string) => rarities.get(unit) ?? 0;
  return {
    ...{ entries, namesWith, owners, categories, categoriesWith, byId, rarity },
    names: names.map((name) => ({ ...name, weight: name.units.reduce((sum, unit) => sum + rarity(unit), 0) })),
    isKnown: (unit) => namesWith.has(unit) || categoriesWith.has(unit),
  };
}

/** How many products a unit stands for. */
export const ownersOf = ({ owners }: Pick<CatalogueWords, 'owners'>, unit: string): number =>
  owners.get(unit)?.size ?? 0;

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
