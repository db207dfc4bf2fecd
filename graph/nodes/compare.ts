import type { ProductStore } from '../../stores/products.ts';
import type { CompareProductsTool } from '../../tools/products/compare-products.ts';
import { type BranchReply, type BranchWork, say } from '../branch.ts';
import type { Dialogue } from '../dialogue.ts';
import { phrasesIn } from '../phrases/phrases.ts';
import { unsoldSide } from '../products/assortment/unsold-side.ts';
import { selectionReply } from '../products/catalogue/catalogue-reply.ts';
import { comparedProducts } from '../products/comparing/compared-products.ts';
import { comparisonTable, comparisonVerdict } from '../products/comparing/comparison-text.ts';
import { selectByRow } from '../products/selecting/select-by-row.ts';
import type { ShopProfile } from '../shop.ts';

export interface CompareDeps {
  shop: ShopProfile;
  compare: CompareProductsTool;
  products: ProductStore;
}

/** A selection of the goods, which are in view from now on. */
export const withGoodsInView = (reply: BranchReply): BranchReply => ({
  ...reply,
  dialogue: { focusProductIds: (reply.citations ?? []).map(({ documentId }) => documentId) },
});

/** What is talked about; one thing by itself is compared with those it was shown with. */
const inView = ({ focusProductIds, shownProductIds }: Dialogue): string[] =>
  focusProductIds.length === 1 && focusProductIds.some((id) => shownProductIds.includes(id))
    ? [...focusProductIds, ...shownProductIds]
    : focusProductIds;

/** Sets the products that are named or in view side by side, or asks which ones are meant. */
export const createCompare =
  (deps: CompareDeps): BranchWork =>
  async ({ request, language, dialogue }, scope, writer) => {
    const phrases = phrasesIn(language);
    const productIds = comparedProducts(request, inView(dialogue));
    const args = deps.compare.schema.safeParse({ productIds });
    const card = args.success
      ? await deps.compare.run(args.data, { caller: scope.caller, language, now: scope.now })
      : null;
    scope.trace.push({ step: 'compare_products', atMs: performance.now(), data: { productIds } });
    if (card === null) {
      const asked = { request, focus: dialogue.focusProductIds, language, products: deps.products };
      const selected = await selectByRow({ ...asked, currency: deps.shop.currency });
      if (selected) {
        const reply = withGoodsInView(selectionReply(selected, language, deps.shop.currency));
        return { ...reply, text: say(writer, reply.text) };
      }
      return { text: say(writer, phrases.compareWhich), route: 'clarify', dialogue: { askedSlot: 'products' } };
    }
    const compared = card.products.map(({ id }) => id);
    const products = await deps.products.byIds(compared);
    const unsold = await unsoldSide(request.text, deps.products);
    const verdict = comparisonVerdict(card, { question: request.text, products, language });
    const noted = unsold === undefined ? verdict : [phrases.notSold(unsold), ...verdict];
    const text = `${noted.join('\n')}\n\n${phrases.compareIntro}\n\n${comparisonTable(card)}`;
    return { text: say(writer, text), cards: [card], dialogue: { focusProductIds: compared } };
  };
