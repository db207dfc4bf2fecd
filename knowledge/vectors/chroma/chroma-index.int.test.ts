import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type EmbeddedChroma, startEmbeddedChroma } from '../../../stores/embedded/chroma.ts';
import { seeded } from '../../../testing/seeded.ts';
import { createChromaIndex } from './chroma-index.ts';

const DIMENSIONS = 96;
const FEW = 120;
const MANY = 8_000;

let chroma: EmbeddedChroma;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kefu-graph-'));
  chroma = await startEmbeddedChroma({ dataDir: folder, logger: pino({ level: 'silent' }) });
});
afterAll(async () => {
  await chroma.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Vectors around a middle of their own. */
function cluster(name: string, count: number, seed: number) {
  const random = seeded(seed);
  const draw = () => random() * 2 - 1;
  const middle = Array.from({ length: DIMENSIONS }, () => draw());
  return Array.from({ length: count }, (_, i) => ({
    id: `${name}${i}`,
    vector: middle.map((value) => value + draw() * 1.2),
  }));
}

it('finds, among a trained model’s vectors, the few that are unlike all others', async () => {
  const index = createChromaIndex({ url: chroma.url, name: 'unlike', vectors: 'learned' });
  const few = cluster('policy', FEW, 7);
  await index.upsert(few);
  await index.upsert(cluster('product', MANY, 11));
  let found = 0;
  for (const { id, vector } of few) if ((await index.query(vector, 30)).some((one) => one.id === id)) found += 1;
  expect(found).toBeGreaterThan(FEW * 0.8);
  expect(await index.holds(few[3] ?? { id: '', vector: [] })).toBe(true);
  expect(await index.holds({ id: 'policy3', vector: few[4]?.vector ?? [] })).toBe(false);
});
