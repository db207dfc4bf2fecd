import type { QuotedSentences } from '../../knowledge/injection/quoted-sentences.ts';
import type { Product, ProductStore } from '../../stores/products.ts';

/** The catalogue, with what managers let stand in each product's text. */
export function createQuotableProducts(products: ProductStore, quoted: Pick<QuotedSentences, 'of'>): ProductStore {
  const marked = (rows: Product[]) =>
    rows.map((row) => ({ ...row, mayStand: quoted.of({ kind: 'product', id: row.id }) }));
  return {
    all: async () => marked(await products.all()),
    byIds: async (ids) => marked(await products.byIds(ids)),
    accessoriesOf: async (ids) => marked(await products.accessoriesOf(ids)),
    ofSameKind: async (ids) => marked(await products.ofSameKind(ids)),
  };
}
