import type { ProductStore } from '../../stores/products.ts';
import type { CompareProductsTool } from '../../tools/compare-products.ts';
import { type BranchWork, say } from '../branch.ts';
import { phrasesIn } from '../phrases/phrases.ts';
import { comparedProducts } from '../products/compared-products.ts';
import { comparisonTable, comparisonVerdict } from '../products/comparison-text.ts';

export interface CompareDeps {
  compare: CompareProductsTool;
  products: ProductStore;
}

/** Sets the products that are named or in view side by side, or asks which ones are meant. */
export const createCompare =
  (deps: CompareDeps): BranchWork =>
  async ({ request, language, dialogue }, scope, writer) => {
    const phrases = phrasesIn(language);
    const productIds = comparedProducts(request, dialogue.focusProductIds);
    const args = deps.compare.schema.safeParse({ productIds });
    const card = args.success
      ? await deps.compare.run(args.data, { caller: scope.caller, language, now: scope.now })
      : null;
    scope.trace.push({ step: 'compare_products', atMs: performance.now(), data: { productIds } });
    if (card === null)
      return { text: say(writer, phrases.compareWhich), route: 'clarify', dialogue: { askedSlot: 'products' } };
    const compared = card.products.map(({ id }) => id);
    const products = await deps.products.byIds(compared);
    const verdict = comparisonVerdict(card, { question: request.text, products, language });
    const text = `${verdict.join('\n')}\n\n${phrases.compareIntro}\n\n${comparisonTable(card)}`;
    return { text: say(writer, text), cards: [card], dialogue: { focusProductIds: compared } };
  };
