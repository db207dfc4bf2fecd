import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type EmbeddedChroma, startEmbeddedChroma } from '../../stores/embedded/chroma.ts';
import { type KnowledgeFixture, openKnowledgeFixture } from '../../testing/knowledge-fixture.ts';
import { scriptedVector } from '../../testing/models/scripted-model-embeddings.ts';
import { createVectorsFixture, type VectorsFixture } from '../../testing/vectors-fixture.ts';
import type { Embedder } from './embedders/embedder.ts';

let chroma: EmbeddedChroma;
let folder: string;
let fixture: KnowledgeFixture;
let vectors: VectorsFixture;
/** What the model was asked to embed; its answers may be refused. */
const embedded: string[] = [];
let refuseAfter = Number.POSITIVE_INFINITY;
let reachable = false;

const remote: Embedder = {
  model: 'remote-64',
  dimensions: 64,
  learned: true,
  async embed(texts) {
    if (embedded.length >= refuseAfter) throw new Error('the model is out of reach');
    embedded.push(...texts);
    return texts.map((text) => scriptedVector(text));
  },
  embedQuery: async (text) => scriptedVector(text),
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kefu-model-'));
  chroma = await startEmbeddedChroma({ dataDir: folder, logger: pino({ level: 'silent' }) });
  const made = createVectorsFixture({
    host: chroma,
    named: 'remote-64',
    openModel: async () => {
      if (!reachable) throw new Error('out of reach');
      return remote;
    },
    patienceMs: 0,
  });
  fixture = await openKnowledgeFixture({ vectors: () => made.leg });
  vectors = await made.open(fixture);
});
afterAll(async () => {
  await vectors.close();
  await fixture.close();
  await chroma.stop();
  await rm(folder, { recursive: true, force: true });
});

const search = () => fixture.base.retriever.search({ query: 'How long may a kite be flown?', language: 'en' });

it('uses the built-in vectors while the model is away, then makes its own beside, resumes, and switches', async () => {
  for (let i = 0; i < 30; i += 1)
    await fixture.faqs.create({ question: `How long may kite ${i} be flown?`, answer: `For ${i} hours a day.` });
  await vectors.keeper.check();
  expect((await vectors.places.read()).place?.model).toBe('local-hash-384-v1');
  await expect.poll(async () => (await search()).degraded, { timeout: 10_000 }).toBe(false);

  // It answers now, without a restart, and breaks off in the middle.
  refuseAfter = 1;
  reachable = true;
  await expect.poll(() => embedded.length, { timeout: 20_000 }).toBeGreaterThan(0);
  for (let i = 0; i < 5; i += 1) expect((await search()).degraded).toBe(false);
  refuseAfter = Number.POSITIVE_INFINITY;
  await expect
    .poll(async () => (await vectors.places.read()).place, { timeout: 20_000 })
    .toEqual({ model: 'remote-64', dimensions: 64, generation: 2 });
  expect(await vectors.count()).toBe(30);
  expect((await search()).degraded).toBe(false);
  // Nothing was asked for twice.
  expect(embedded.length).toBe(new Set(embedded).size);
});

it('embeds only what has changed of a replaced document', async () => {
  const section = (i: number, word: string) =>
    `## Part ${i}\n\n${`The ${word} of kite part ${i} is checked before every flight. `.repeat(25)}\n\n`;
  const file = (changed: string) =>
    Buffer.from(`# Kites\n\n${Array.from({ length: 12 }, (_, i) => section(i, i === 5 ? changed : 'line')).join('')}`);
  const { id } = await fixture.documents.create({ fileName: 'kites.md', bytes: file('line'), source: 'upload' });
  await fixture.settled(id);
  await vectors.keeper.refresh();
  const before = embedded.length;
  const { chunks } = await fixture.documents.replace(id, { fileName: 'kites.md', bytes: file('rope') });
  await fixture.settled(id);
  await vectors.keeper.refresh();
  const fresh = embedded.slice(before);
  expect(fresh.length).toBeGreaterThan(0);
  expect(fresh.every((text) => text.includes('rope'))).toBe(true);
  expect(fresh.length).toBeLessThan((chunks ?? 12) / 2);
});
