import type { Kysely } from 'kysely';
import { createProductStore } from '../../stores/products.ts';
import type { Database } from '../../stores/schema.ts';
import { catalogueConcepts } from '../text/catalogue-concepts.ts';
import { learnLexicon, loadTradeLexicon } from '../text/lexicon.ts';
import { buryChunks, replaceOwnedChunks } from './chunk-writer.ts';
import { changeKnowledge } from './knowledge-lock.ts';
import { productPassages } from './product-passages.ts';

/** Makes the product passages match the products table; what has not changed is left alone. */
export async function syncCatalogue(db: Kysely<Database>, options: { currency: string }): Promise<void> {
  const products = await createProductStore(db).all();
  const lexicon = await learnLexicon([...loadTradeLexicon(), ...catalogueConcepts(products)]);
  const wanted = new Map(
    products.map((product) => [product.id, productPassages(product, { currency: options.currency, lexicon })]),
  );
  const rows = await db
    .selectFrom('chunks')
    .select(['id', 'source_id'])
    .where('source_kind', '=', 'product')
    .where('live', '=', true)
    .execute();
  const there = new Map<string, string[]>();
  for (const row of rows) there.set(row.source_id, [...(there.get(row.source_id) ?? []), row.id]);
  const key = (ids: string[]) => [...ids].sort().join(' ');
  const changed = [...wanted].filter(([id, chunks]) => key(chunks.map((c) => c.id)) !== key(there.get(id) ?? []));
  const gone = [...there.keys()].filter((id) => !wanted.has(id));
  if (changed.length + gone.length === 0) return;
  await changeKnowledge(db, async (trx) => {
    for (const [sourceId, chunks] of changed) await replaceOwnedChunks(trx, { kind: 'product', sourceId }, chunks);
    for (const sourceId of gone) await buryChunks(trx, { kind: 'product', sourceId });
  });
}
