import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type EmbeddedChroma, startEmbeddedChroma } from '../../stores/embedded/chroma.ts';
import { type KnowledgeFixture, openKnowledgeFixture } from '../../testing/knowledge-fixture.ts';
import { createVectorsFixture, type VectorsFixture } from '../../testing/vectors-fixture.ts';

const logger = pino({ level: 'silent' });
let chroma: EmbeddedChroma;
let chromaDir: string;
let fixture: KnowledgeFixture;
let vectors: VectorsFixture;
const count = () => vectors.count();

beforeAll(async () => {
  chromaDir = await mkdtemp(join(tmpdir(), 'kefu-chroma-'));
  chroma = await startEmbeddedChroma({ dataDir: chromaDir, logger });
  const made = createVectorsFixture({ host: chroma });
  fixture = await openKnowledgeFixture({ vectors: () => made.leg });
  vectors = await made.open(fixture);
});
afterAll(async () => {
  await vectors.close();
  await fixture.close();
  await chroma.stop();
  await rm(chromaDir, { recursive: true, force: true });
});

const search = () => fixture.base.retriever.search({ query: 'how do I water an orchid', language: 'en' });
const undegraded = () => expect.poll(async () => (await search()).degraded, { timeout: 20_000 }).toBe(false);

it('finds by vectors as well as by words', async () => {
  await fixture.faqs.create({ question: 'How often should I water orchids?', answer: 'Once a week with soft water.' });
  await fixture.faqs.create({ question: '蝴蝶兰需要晒太阳吗？', answer: '需要明亮的散射光。' });
  await expect.poll(count, { timeout: 10_000 }).toBe(2);
  await undegraded();
  expect((await search()).hits[0]?.legs.vector?.rank).toBe(1);
});

it('puts back what is missing and takes away what is too much', async () => {
  const { place } = await vectors.places.read();
  if (!place) throw new Error('no place');
  const index = vectors.indexAt(place);
  await index.delete([...(await index.ids())]);
  await index.upsert([{ id: 'stray', vector: new Array(384).fill(0.05) }]);
  await vectors.keeper.check();
  await expect.poll(async () => [...(await index.ids())].length, { timeout: 10_000 }).toBe(2);
  expect(await index.ids()).not.toContain('stray');
  const [faq] = (await fixture.faqs.list()).items;
  await fixture.faqs.remove(faq?.id ?? '');
  await expect.poll(count, { timeout: 10_000 }).toBe(1);
  await fixture.faqs.create({ question: 'How often should I water orchids?', answer: 'Once a week with soft water.' });
  await expect.poll(count, { timeout: 10_000 }).toBe(2);
});

it('moves to an empty folder and searches go on', async () => {
  const before = chroma.url();
  await vectors.keeper.rebuild();
  expect(chroma.url()).not.toBe(before);
  expect(await count()).toBe(2);
  await undegraded();
});
