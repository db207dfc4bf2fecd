import type { Product } from '../../stores/products.ts';
import type { Concept } from './lexicon.ts';

/** Longer texts are sentences, not names. */
const LONGEST = { zh: 14, en: 40 };

function pairsIn(value: unknown, out: Concept[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const part of value) pairsIn(part, out);
    return;
  }
  const { zh, en } = value as { zh?: unknown; en?: unknown };
  if (typeof zh === 'string' && typeof en === 'string') {
    if (zh.length <= LONGEST.zh && en.length <= LONGEST.en && zh !== en) out.push({ zh: [zh], en: [en] });
    return;
  }
  for (const part of Object.values(value)) pairsIn(part, out);
}

/** What a bilingual catalogue teaches: names, categories, options and values that it has in both languages. */
export function catalogueConcepts(products: Product[]): Concept[] {
  const out: Concept[] = [];
  for (const { name, category, variants, attributes } of products) pairsIn([name, category, variants, attributes], out);
  const seen = new Set<string>();
  return out.filter(({ zh, en }) => {
    const key = `${zh[0]}=${en[0]}`;
    return seen.has(key) ? false : seen.add(key);
  });
}
