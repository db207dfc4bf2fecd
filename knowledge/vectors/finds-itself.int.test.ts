import { afterAll, beforeAll, expect, it } from 'vitest';
import { withTestDatabase } from '../../testing/postgres.ts';
import { ownedChunk, putChunks } from '../sources/chunk-writer.ts';
import { changeKnowledge } from '../sources/knowledge-lock.ts';
import { createAnalyzer } from '../text/analyzer.ts';
import { createLexicon } from '../text/lexicon.ts';
import { embeddingText } from './embedders/embedding-text.ts';
import { createLocalEmbedder } from './embedders/local-embedder.ts';
import { findsItself } from './finds-itself.ts';
import { lastRevision } from './live-chunks.ts';

let database: Awaited<ReturnType<typeof withTestDatabase>>;
const analyzer = createAnalyzer(createLexicon([]));
const embedder = createLocalEmbedder({ analyzer: () => analyzer, idf: () => 1 });

beforeAll(async () => {
  database = await withTestDatabase();
  const rows = Array.from({ length: 120 }, (_, i) =>
    ownedChunk({
      kind: 'faq',
      sourceId: `f${i}`,
      language: 'en',
      content: { title: `What is part ${i}?`, heading: null, text: `Number ${i * 7}.`, keywords: '' },
    }),
  );
  await changeKnowledge(database.db, (trx) => putChunks(trx, rows));
});
afterAll(() => database?.close());

const all = () => database.db.selectFrom('chunks').selectAll().orderBy('revision').execute();

/** Whether an index is taken for whole that has a false vector under the ids for which `lost` holds. */
async function isWhole(lost: (id: string) => boolean): Promise<boolean> {
  const vectors = new Map<string, number[]>();
  for (const row of await all()) {
    const [vector = []] = await embedder.embed([embeddingText(row)]);
    vectors.set(row.id, lost(row.id) ? vector.toReversed() : vector);
  }
  const index = {
    // A graph that leads to none of them.
    query: async () => [],
    holds: async ({ id, vector }: { id: string; vector: number[] }) => `${vectors.get(id)}` === `${vector}`,
    upsert: async () => undefined,
    delete: async () => undefined,
    count: async () => vectors.size,
    ids: async () => new Set(vectors.keys()),
  };
  return findsItself({ db: database.db, index, embedder }, await lastRevision(database.db));
}

it('takes an index for whole that holds its vectors, however hard they are to reach', async () => {
  expect(await isWhole(() => false)).toBe(true);
});

it('sees that the vectors made first, or last, are lost', async () => {
  const rows = await all();
  const early = new Set(rows.slice(0, 50).map(({ id }) => id));
  const late = new Set(rows.slice(-50).map(({ id }) => id));
  expect(await isWhole((id) => early.has(id))).toBe(false);
  expect(await isWhole((id) => late.has(id))).toBe(false);
});
