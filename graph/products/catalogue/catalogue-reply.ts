import { localText } from '../../../stores/local-text.ts';
import type { Product } from '../../../stores/products.ts';
import type { Language } from '../../../stores/schema.ts';
import { productView } from '../../../tools/products/product-view.ts';
import type { BranchReply } from '../../branch.ts';
import type { Selection } from '../selecting/selection.ts';

/** What a question picked of the shop's goods, with cards; or that there is none of it. */
export const selectionReply = ({ lines, none }: Selection, language: Language, currency: string): BranchReply =>
  lines.length > 0 ? catalogueReply(lines, language, currency) : { text: none ?? '', citations: [] };

/** A line and a card for each product, each with its source. */
export function catalogueReply(
  lines: { product: Product; said: string }[],
  language: Language,
  currency: string,
): BranchReply {
  return {
    text: lines.map(({ said }, index) => `${said}[${index + 1}]`).join('\n'),
    citations: lines.map(({ product, said }, index) => ({
      marker: index + 1,
      documentId: product.id,
      title: localText(product.name, language),
      page: null,
      quote: said,
    })),
    cards: [{ type: 'products', products: lines.map(({ product }) => productView(product, { language, currency })) }],
  };
}
