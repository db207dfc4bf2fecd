import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type EmbeddedChroma, startEmbeddedChroma } from '../../stores/embedded/chroma.ts';
import { createLeadership, type Leadership } from '../../stores/leadership.ts';
import { createNotifications, type Notifications } from '../../stores/notifications.ts';
import { type KnowledgeFixture, openKnowledgeFixture } from '../../testing/knowledge-fixture.ts';
import { createChromaIndex } from './chroma-index.ts';
import { createEmbeddingModels, type EmbeddingModels } from './embedding-models.ts';
import { createFollowingLeg } from './following-leg.ts';
import { createVectorKeeper, type VectorKeeper } from './vector-keeper.ts';
import { collectionName, createVectorPlaces, type VectorPlace, type VectorPlaces } from './vector-places.ts';

const logger = pino({ level: 'silent' });
const SPACE = 'test';
let chroma: EmbeddedChroma;
let chromaDir: string;
let fixture: KnowledgeFixture;
let notifications: Notifications;
let places: VectorPlaces;
let models: EmbeddingModels;
let leadership: Leadership;
let keeper: VectorKeeper;

const indexAt = (place: VectorPlace) => createChromaIndex({ url: chroma.url, name: collectionName(SPACE, place) });
const count = async () => {
  const { place } = await places.read();
  return place ? indexAt(place).count() : undefined;
};
const keep = () =>
  createVectorKeeper({
    db: fixture.database.db,
    notifications,
    logger,
    host: chroma,
    space: SPACE,
    places,
    models,
    leadership,
    checkMs: 300,
  });

beforeAll(async () => {
  chromaDir = await mkdtemp(join(tmpdir(), 'kefu-chroma-'));
  chroma = await startEmbeddedChroma({ dataDir: chromaDir, logger });
  fixture = await openKnowledgeFixture({
    vectors: () =>
      createFollowingLeg({
        places: { state: () => places.state(), read: () => places.read() },
        models: { find: (model) => models.find(model) },
        indexAt,
      }),
  });
  const { db, url } = fixture.database;
  notifications = await createNotifications({ url, logger });
  places = await createVectorPlaces({ db, notifications });
  models = await createEmbeddingModels({
    local: fixture.base.localEmbedder,
    named: undefined,
    open: () => Promise.reject(new Error('no model')),
    logger,
  });
  leadership = await createLeadership({ url, task: 'vectors', logger });
  keeper = keep();
});
afterAll(async () => {
  await keeper.close();
  await leadership.close();
  places.close();
  await notifications.close();
  await fixture.close();
  await chroma.stop();
  await rm(chromaDir, { recursive: true, force: true });
});

const search = () => fixture.base.retriever.search({ query: 'how do I water an orchid', language: 'en' });
const undegraded = () => expect.poll(async () => (await search()).degraded, { timeout: 20_000 }).toBe(false);

it('finds by vectors, goes on by words when Chroma hangs, and heals it', async () => {
  await fixture.faqs.create({ question: 'How often should I water orchids?', answer: 'Once a week with soft water.' });
  await fixture.faqs.create({ question: '蝴蝶兰需要晒太阳吗？', answer: '需要明亮的散射光。' });
  await expect.poll(count, { timeout: 10_000 }).toBe(2);
  await undegraded();
  expect((await search()).hits[0]?.legs.vector?.rank).toBe(1);
});

it('puts back what is missing and takes away what is too much', async () => {
  const { place } = await places.read();
  if (!place) throw new Error('no place');
  const index = indexAt(place);
  await index.delete([...(await index.ids())]);
  await index.upsert([{ id: 'stray', vector: new Array(384).fill(0.05) }]);
  await keeper.check();
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
  await keeper.rebuild();
  expect(chroma.url()).not.toBe(before);
  expect(await count()).toBe(2);
  await undegraded();
});
