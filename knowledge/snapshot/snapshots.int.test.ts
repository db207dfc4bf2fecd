import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { DatabaseHandle } from '../../stores/database.ts';
import { createNotifications, type Notifications } from '../../stores/notifications.ts';
import { findBytes } from '../../testing/find-bytes.ts';
import { withTestDatabase } from '../../testing/postgres.ts';
import { createKnowledgeBase, type KnowledgeBase } from '../knowledge-base.ts';
import { createPurgeRunner } from '../purge/purge-runner.ts';
import { createPurgeService } from '../purge/purge-service.ts';
import { changeKnowledge, nextRevision } from '../sources/knowledge-lock.ts';

const CHUNKS = 400;
/** Over the limit of this file's bases, and quiet for long enough at once. */
const LIMITS = { least: 100, restMs: 40 };

let database: DatabaseHandle;
let notifications: Notifications;
let root: string;
let folder: string;
const bases: KnowledgeBase[] = [];
let lines: string[] = [];
const logger = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });

beforeAll(async () => {
  database = await withTestDatabase();
  notifications = await createNotifications({ url: database.url, logger });
}, 60_000);
beforeEach(async () => {
  await sql`truncate chunks, knowledge_terms, purges`.execute(database.db);
  await sql`
    insert into chunks (id, source_kind, source_id, ordinal, title, text, language, audience, content_hash, live)
    select 'c' || n, 'document', 'd' || n % 9, n, '灯具目录 catalogue of lamps',
      '型号 L' || n || ' 的灯罩由亚麻制成。Lamp number L' || n || ' has a shade of linen and costs ' || n * 7,
      case when n % 2 = 0 then 'zh' else 'en' end, case when n % 5 = 0 then 'staff' else 'public' end, 'h' || n, true
    from generate_series(1, ${CHUNKS}::int) n`.execute(database.db);
  root = await mkdtemp(join(tmpdir(), 'kefu-snapshot-'));
  folder = join(root, 'lexical');
  lines = [];
});
afterEach(async () => {
  for (const base of bases.splice(0)) await base.close();
  await rm(root, { recursive: true, force: true });
});
afterAll(async () => {
  await notifications.close();
  await database.close();
});

async function open(options: { db?: DatabaseHandle; restMs?: number } = {}): Promise<KnowledgeBase> {
  const { db, url } = options.db ?? database;
  const snapshots = { folder, ...LIMITS, restMs: options.restMs ?? LIMITS.restMs };
  const base = await createKnowledgeBase({ db, databaseUrl: url, notifications, logger, snapshots });
  bases.push(base);
  return base;
}
/** One that only reads what is there. */
const reader = () => open({ restMs: 600_000 });
async function closeAll(): Promise<void> {
  for (const base of bases.splice(0)) await base.close();
  lines = [];
}
const files = () => readdir(folder).catch(() => []);
const path = () => join(folder, 'index.snapshot');
const isWritten = () => expect.poll(files, { timeout: 20_000 }).toEqual(['index.snapshot']);
const wasRead = () => lines.some((line) => line.includes('read from disk'));

async function writeOne(): Promise<void> {
  await open();
  await isWritten();
  await closeAll();
}

const change = (id: string, values: { text?: string; live?: boolean; deleted?: boolean }) =>
  changeKnowledge(database.db, (trx) =>
    trx
      .updateTable('chunks')
      .set({ ...values, revision: nextRevision() })
      .where('id', '=', id)
      .execute(),
  );
const find = async (base: KnowledgeBase, query: string, k = 5) =>
  (await base.retriever.search({ query, language: 'en', k })).hits.map(({ id, score }) => [id, score]);

const QUERIES = ['lamp L77', 'linen shade', '亚麻灯罩', '型号 L12', 'what costs 700', 'cupboard', 'lamps of linen L8'];

it('answers from a snapshot as from the index that it was made of', async () => {
  const before = await open();
  const answers = await Promise.all(QUERIES.map((query) => find(before, query)));
  const vector = await before.localEmbedder.embed(QUERIES);
  await isWritten();
  await closeAll();
  const after = await reader();
  expect(wasRead()).toBe(true);
  expect(await Promise.all(QUERIES.map((query) => find(after, query)))).toEqual(answers);
  // Its weights are the index's own rarities of terms.
  expect(await after.localEmbedder.embed(QUERIES)).toEqual(vector);
  expect(after.index.status()).toEqual({ state: 'ready', chunks: CHUNKS, of: CHUNKS });
  expect(await after.index.check()).toBe(true);
});

it('takes in what changed, came and went since it was written', async () => {
  await writeOne();
  await change('c3', { text: 'A cupboard of walnut' });
  await change('c6', { live: false });
  const base = await reader();
  expect(wasRead()).toBe(true);
  expect((await find(base, 'walnut cupboard'))[0]?.[0]).toBe('c3');
  expect((await find(base, 'Lamp number L6')).map(([id]) => id)).not.toContain('c6');
  expect(base.size()).toBe(CHUNKS - 1);
  expect(await base.index.check()).toBe(true);
  await change('c6', { live: true });
  await base.refresh();
  expect((await find(base, 'Lamp number L6'))[0]?.[0]).toBe('c6');
});

it('keeps nothing of removed chunks when it is written after changes', async () => {
  const base = await open();
  await isWritten();
  // A copy may be written at any moment: it is dropped after the change, as a purge does.
  await change('c7', { text: 'The quibblewright varnish, 鲛绡' });
  await base.refresh();
  await base.index.dropSnapshot();
  await isWritten();
  expect(await findBytes(folder, { term: Buffer.from('quibblewright', 'utf16le') })).toHaveLength(1);
  await change('c7', { text: 'Lamp number L7 has a shade of linen' });
  await base.refresh();
  await base.index.dropSnapshot();
  await isWritten();
  expect(
    await findBytes(folder, { a: Buffer.from('quibblewright', 'utf16le'), b: Buffer.from('鲛绡', 'utf16le') }),
  ).toEqual([]);
  await closeAll();
  const next = await reader();
  expect(wasRead()).toBe(true);
  expect(next.size()).toBe(CHUNKS);
});

it('finds out by itself that PostgreSQL has lost a chunk without a word', async () => {
  await writeOne();
  await sql`update chunks set live = false where id = 'c9'`.execute(database.db);
  const base = await reader();
  expect(wasRead()).toBe(true);
  expect((await find(base, 'Lamp number L9')).map(([id]) => id)).not.toContain('c9');
  await expect.poll(() => base.size()).toBe(CHUNKS - 1);
  await expect.poll(files).toEqual([]);
  await sql`update chunks set live = true where id = 'c9'`.execute(database.db);
  expect(await base.index.check()).toBe(false);
});

it.each([
  [
    'damaged',
    (bytes: Buffer) =>
      bytes.fill(bytes.readUInt8(bytes.length - 2_000) ^ 1, bytes.length - 2_000, bytes.length - 1_999),
  ],
  ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 100)],
  ['longer', (bytes: Buffer) => Buffer.concat([bytes, bytes.subarray(0, 8)])],
  ['empty', () => Buffer.alloc(0)],
  ['something else', () => Buffer.from('x'.repeat(5_000))],
  [
    'of another format',
    (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace('"format":1', '"format":9'), 'latin1'),
  ],
  [
    'of another installation',
    (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace(/("installation":")./, '$1z'), 'latin1'),
  ],
])('is not taken when it is %s: it goes, and the index is built', async (_, spoil) => {
  await writeOne();
  await writeFile(path(), spoil(await readFile(path())));
  await writeFile(`${path()}.1-draft`, 'left by a crash');
  const base = await reader();
  expect(wasRead()).toBe(false);
  expect(await files()).toEqual([]);
  expect(lines.filter((line) => line.includes('of no use'))).toHaveLength(1);
  expect((await find(base, 'Lamp number L77'))[0]?.[0]).toBe('c77');
  expect(await base.index.check()).toBe(true);
});

it('is not taken when words were taught since', async () => {
  await writeOne();
  await database.db
    .insertInto('knowledge_terms')
    .values({ id: 't1', zh: ['亚麻布'], en: ['flax'] })
    .execute();
  const base = await reader();
  expect(wasRead()).toBe(false);
  expect(await files()).toEqual([]);
  expect(base.size()).toBe(CHUNKS);
});

it('goes when a purge begins, here and in other processes, and is written anew without what was deleted', async () => {
  await change('c11', { text: 'The zanthorpe lectern' });
  const [here, elsewhere] = [folder, join(root, 'elsewhere')];
  const first = await open();
  await isWritten();
  folder = elsewhere;
  const second = await open();
  await isWritten();
  const needle = { term: Buffer.from('zanthorp', 'utf16le') };
  for (const each of [here, elsewhere]) expect(await findBytes(each, needle)).toHaveLength(1);
  await change('c11', { live: false, deleted: true, text: '' });
  folder = here;
  const steps: string[][] = [];
  const purges = createPurgeRunner({
    db: database.db,
    notifications,
    leadership: { held: () => true },
    logger,
    parts: {
      dropSnapshot: first.index.dropSnapshot,
      removeFiles: async () => steps.push(await files()),
      purgeReplies: async () => 0,
      rewriteTables: async () => [],
    },
  });
  const service = createPurgeService(database.db);
  await service.request(null);
  await expect.poll(async () => (await service.list())[0]?.state, { timeout: 10_000 }).toBe('done');
  await purges.close();
  expect(steps).toEqual([[]]);
  for (const each of [here, elsewhere]) {
    folder = each;
    await expect.poll(() => findBytes(root, needle), { timeout: 10_000 }).toEqual([]);
    await isWritten();
    expect(await findBytes(root, needle)).toEqual([]);
  }
  expect(second.size()).toBe(CHUNKS - 1);
});

it('goes and is written anew when a purge began of which this process was not told', async () => {
  await open();
  // As soon as there is a file, a draft perhaps.
  await expect.poll(files, { timeout: 20_000, interval: 1 }).toHaveLength(1);
  await database.db.insertInto('purges').values({ kind: 'light', state: 'running', started_at: new Date() }).execute();
  const before = { purge: Buffer.from('"purge":"0 ') };
  const after = { purge: Buffer.from('"purge":"1 ') };
  await expect.poll(() => findBytes(root, after), { timeout: 20_000 }).toHaveLength(1);
  expect(await findBytes(root, before)).toEqual([]);
});

it('is not taken when a purge began while nobody was there', async () => {
  await writeOne();
  await database.db.insertInto('purges').values({ kind: 'light', state: 'done', started_at: new Date() }).execute();
  await reader();
  expect(wasRead()).toBe(false);
  expect(await files()).toEqual([]);
});
