import type { Kysely } from 'kysely';
import { createProductStore } from '../../stores/products.ts';
import type { Database } from '../../stores/schema.ts';
import { catalogueConcepts } from '../text/catalogue-concepts.ts';
import { learnLexicon, loadTradeLexicon } from '../text/lexicon.ts';
import { replaceOwnedChunks } from './chunk-writer.ts';
import { changeKnowledge } from './knowledge-lock.ts';
import { productPassages } from './product-passages.ts';

/** Makes the product passages match the products table; what has not changed is left alone. */
export async function syncCatalogue(db: Kysely<Database>, options: { currency: string }): Promise<void> {
  const products = await createProductStore(db).all();
  const lexicon = await learnLexicon([...loadTradeLexicon(), ...catalogueConcepts(products)]);
  const wanted = products.map((product) => ({
    sourceId: product.id,
    chunks: productPassages(product, { currency: options.currency, lexicon }),
  }));
  const rows = await db
    .selectFrom('chunks')
    .select(['id', 'source_id'])
    .where('source_kind', '=', 'product')
    .where('live', '=', true)
    .execute();
  const there = new Map<string, string[]>();
  for (const row of rows) there.set(row.source_id, [...(there.get(row.source_id) ?? []), row.id]);
  const key = (ids: string[]) => [...ids].sort().join(' ');
  const changed = wanted.filter(
    ({ sourceId, chunks }) => key(chunks.map(({ id }) => id)) !== key(there.get(sourceId) ?? []),
  );
  const sold = new Set(products.map(({ id }) => id));
  const gone = [...there.keys()].filter((id) => !sold.has(id)).map((sourceId) => ({ sourceId, chunks: [] }));
  if (changed.length + gone.length === 0) return;
  await changeKnowledge(db, (trx) => replaceOwnedChunks(trx, 'product', [...changed, ...gone]));
}
