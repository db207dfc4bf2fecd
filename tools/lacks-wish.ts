import { attributeLabel } from '../knowledge/sources/attribute-label.ts';
import { tradeWords } from '../knowledge/text/trade-words.ts';
import type { Product } from '../stores/products.ts';

const NO = /^(?:no|none|false|否|无|没有|不是)$/i;

/** Whether a product's own row says no to what is wished for: nothing "safe for dogs" with `pet_safe: false`. */
export function lacksWish(product: Product, wish: string): boolean {
  const { analyzer, lexicon } = tradeWords();
  const units = analyzer.units(wish);
  return Object.entries(product.attributes).some(([key, value]) => {
    if (value !== false && !(typeof value === 'string' && NO.test(value.trim()))) return false;
    const labels = (['zh', 'en'] as const).map((language) => attributeLabel(key, language, lexicon).label);
    const terms = new Set(analyzer.terms(`${labels.join(' ')} ${key.replaceAll('_', ' ')}`));
    return units.some(
      (unit) =>
        unit.concepts.some((concept) => terms.has(concept)) ||
        (unit.terms.length > 0 && unit.terms.every((term) => terms.has(term))),
    );
  });
}
