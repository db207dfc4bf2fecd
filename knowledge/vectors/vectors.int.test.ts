import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startEmbeddedChroma } from '../../stores/embedded/chroma.ts';
import { createNotifications, type Notifications } from '../../stores/notifications.ts';
import { type KnowledgeFixture, openKnowledgeFixture } from '../../testing/knowledge-fixture.ts';
import { createChromaVectorIndex, type VectorIndex } from './vector-index.ts';
import { createVectorLeg } from './vector-leg.ts';
import { createVectorSync, type VectorSync } from './vector-sync.ts';

const logger = pino({ level: 'silent' });
let chroma: Awaited<ReturnType<typeof startEmbeddedChroma>>;
let chromaDir: string;
let vectors: VectorIndex;
let fixture: KnowledgeFixture;
let notifications: Notifications;
let sync: VectorSync;

beforeAll(async () => {
  chromaDir = await mkdtemp(join(tmpdir(), 'kefu-chroma-'));
  chroma = await startEmbeddedChroma({ dataDir: chromaDir, logger });
  fixture = await openKnowledgeFixture({
    vectors: (embedder) => {
      const { model, dimensions } = embedder;
      vectors = createChromaVectorIndex({ url: chroma.url, model, dimensions });
      return createVectorLeg({ embedder, index: vectors });
    },
  });
  notifications = await createNotifications({ url: fixture.database.url, logger });
  const { db } = fixture.database;
  sync = createVectorSync({
    db,
    notifications,
    embedder: fixture.base.localEmbedder,
    index: vectors,
    logger,
    checkMs: 300,
  });
});
afterAll(async () => {
  await sync.close();
  await notifications.close();
  await fixture.close();
  await chroma.stop();
  await rm(chromaDir, { recursive: true, force: true });
});

const search = () => fixture.base.retriever.search({ query: 'how do I water an orchid', language: 'en' });

it('finds by vectors, goes on by words when Chroma is lost, and heals', async () => {
  await fixture.faqs.create({ question: 'How often should I water orchids?', answer: 'Once a week with soft water.' });
  await fixture.faqs.create({ question: '蝴蝶兰需要晒太阳吗？', answer: '需要明亮的散射光。' });
  await expect.poll(() => vectors.count(), { timeout: 10_000 }).toBe(2);
  // A Chroma that has just come up may take its first query longer than a search waits.
  await expect.poll(async () => (await search()).degraded, { timeout: 10_000 }).toBe(false);
  const found = await search();
  expect(found.hits[0]?.legs.vector?.rank).toBe(1);

  await chroma.stop();
  await rm(join(chromaDir, 'chroma'), { recursive: true });
  const began = performance.now();
  const degraded = await search();
  expect(degraded.degraded).toBe(true);
  expect(degraded.hits[0]?.text).toBe('Once a week with soft water.');
  expect(performance.now() - began).toBeLessThan(1_500);
});

it('fills an empty Chroma from PostgreSQL', async () => {
  const again = await startEmbeddedChroma({ dataDir: chromaDir, logger });
  const { model, dimensions } = fixture.base.localEmbedder;
  const index = createChromaVectorIndex({ url: again.url, model, dimensions });
  const { db } = fixture.database;
  const healer = createVectorSync({
    db,
    notifications,
    embedder: fixture.base.localEmbedder,
    index,
    logger,
    checkMs: 300,
  });
  try {
    await expect.poll(() => index.count(), { timeout: 10_000 }).toBe(2);
    // The folder is emptied behind the back of a running server's client.
    await index.delete([...(await index.ids())]);
    await expect.poll(() => index.count(), { timeout: 10_000 }).toBe(2);
    const [faq] = (await fixture.faqs.list()).items;
    await fixture.faqs.remove(faq?.id ?? '');
    await expect.poll(() => index.count(), { timeout: 10_000 }).toBe(1);
  } finally {
    await healer.close();
    await again.stop();
  }
});
