import { afterAll, beforeAll, expect, it } from 'vitest';
import { withTestDatabase } from '../../testing/postgres.ts';
import { ownedChunk, putChunks } from '../sources/chunk-writer.ts';
import { changeKnowledge } from '../sources/knowledge-lock.ts';
import { createAnalyzer } from '../text/analyzer.ts';
import { createLexicon } from '../text/lexicon.ts';
import { findsItself } from './finds-itself.ts';
import { lastRevision } from './live-chunks.ts';
import { createLocalEmbedder } from './local-embedder.ts';

let database: Awaited<ReturnType<typeof withTestDatabase>>;
const analyzer = createAnalyzer(createLexicon([]));
const embedder = createLocalEmbedder({ analyzer: () => analyzer, idf: () => 1 });

beforeAll(async () => {
  database = await withTestDatabase();
  const rows = Array.from({ length: 20 }, (_, i) =>
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

/** An index that finds the vectors for which `finds` holds, by how many were asked for before. */
async function check(finds: (asked: number) => boolean): Promise<{ whole: boolean; asked: number }> {
  let asked = 0;
  const index = {
    query: async () => {
      const score = finds(asked) ? 1 : 0.4;
      asked += 1;
      return [{ id: 'x', score }];
    },
    upsert: async () => undefined,
    delete: async () => undefined,
    count: async () => 0,
    ids: async () => new Set<string>(),
  };
  const whole = await findsItself({ db: database.db, index, embedder }, await lastRevision(database.db));
  return { whole, asked };
}

it('asks once where the vector is found', async () => {
  expect(await check(() => true)).toEqual({ whole: true, asked: 1 });
});

it('takes an index that misses one or two of its vectors, as graphs of many do, for whole', async () => {
  expect((await check((asked) => asked > 0)).whole).toBe(true);
  expect((await check((asked) => asked > 1)).whole).toBe(true);
});

it('takes one that misses most of them for damaged', async () => {
  expect((await check((asked) => asked > 2)).whole).toBe(false);
  expect((await check(() => false)).whole).toBe(false);
});
