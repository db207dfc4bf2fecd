import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type EmbeddedChroma, startEmbeddedChroma } from '../../stores/embedded/chroma.ts';
import { findProcesses } from '../../stores/embedded/running-process.ts';
import { type KnowledgeFixture, openKnowledgeFixture } from '../../testing/knowledge-fixture.ts';
import { createVectorsFixture, type VectorsFixture } from '../../testing/vectors-fixture.ts';
import { ownedChunk, putChunks } from '../sources/chunk-writer.ts';
import { changeKnowledge } from '../sources/knowledge-lock.ts';
import { dropCollections } from './chroma/chroma-collections.ts';

/** Enough for Chroma to write its graph to files: it does so every 1,000 records. */
const CHUNKS = 1_500;

let chroma: EmbeddedChroma;
let folder: string;
let fixture: KnowledgeFixture;
let vectors: VectorsFixture;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kefu-heal-'));
  chroma = await startEmbeddedChroma({ dataDir: folder, logger: pino({ level: 'silent' }) });
  const made = createVectorsFixture({ host: chroma });
  fixture = await openKnowledgeFixture({ vectors: () => made.leg });
  const rows = Array.from({ length: CHUNKS }, (_, i) =>
    ownedChunk({
      kind: 'faq',
      sourceId: `f${i}`,
      language: 'en',
      content: {
        title: `How is gadget ${i} cleaned?`,
        heading: null,
        text: `With cloth ${i * 7} and soap ${i * 3}.`,
        keywords: '',
      },
    }),
  );
  await changeKnowledge(fixture.database.db, (trx) => putChunks(trx, rows));
  await fixture.base.refresh();
  vectors = await made.open(fixture);
});
afterAll(async () => {
  await vectors.close();
  await fixture.close();
  await chroma.stop();
  await rm(folder, { recursive: true, force: true });
});

const current = () => {
  const folders = readdirSync(folder).filter((name) => /^chroma(-\d+)?$/.test(name));
  return join(folder, folders.sort().at(-1) ?? 'chroma');
};
const filesIn = (path: string) =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
const garbage = (path: string) => writeFileSync(path, Buffer.alloc(Math.max(4096, readFileSync(path).length), 0x5a));

const eachOf = <Item>(items: Item[], change: (item: Item) => void) => {
  for (const item of items) change(item);
};

const search = () => fixture.base.retriever.search({ query: 'How is gadget 77 cleaned?', language: 'en' });
const whole = async () => (await vectors.count().catch(() => -1)) === CHUNKS && !(await search()).degraded;

it.each([
  ['its collection is deleted', () => dropCollections({ url: chroma.url(), prefix: 'kefu-', keep: '' })],
  ['its folder is deleted', () => rm(current(), { recursive: true })],
  ['its database is garbage', () => garbage(join(current(), 'chroma.sqlite3'))],
  [
    'its graph is garbage',
    () =>
      filesIn(current())
        .filter((path) => path.endsWith('.bin'))
        .forEach(garbage),
  ],
  ['its files are cut off', () => eachOf(filesIn(current()), (path) => truncateSync(path, 100))],
  ['it hangs', () => eachOf(findProcesses(`--path ${folder}/chroma`), (pid) => process.kill(pid, 'SIGSTOP'))],
])('heals when %s, and answers by words meanwhile', { timeout: 150_000 }, async (_name, damage) => {
  await expect.poll(whole, { timeout: 60_000, interval: 200 }).toBe(true);
  await damage();
  const began = performance.now();
  const found = await search();
  expect(found.hits[0]?.title).toBe('How is gadget 77 cleaned?');
  expect(performance.now() - began).toBeLessThan(5_000);
  // What is damaged is noticed by a look or two, and needs no restart of ours.
  for (let looks = 0; looks < 3; looks += 1) await vectors.keeper.check();
  await expect
    .poll(async () => chroma.owner.intact() && (await whole()), { timeout: 90_000, interval: 200 })
    .toBe(true);
});
