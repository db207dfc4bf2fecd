import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { runningPostgresUrl } from '../stores/embedded/running-postgres.ts';
import { createRunningShop } from '../testing/contract/running-shop.ts';
import { findBytes } from '../testing/find-bytes.ts';
import { DOCUMENTS, handIn } from '../testing/hand-in.ts';
import { bodyOf, type HttpClient } from '../testing/http-client.ts';
import { textNeedles, vectorNeedles } from '../testing/needles.ts';
import { type Program, startProgram } from '../testing/programs/program.ts';
import { pdfOf } from '../testing/three-page-pdf.ts';

const ENGLISH =
  'The quibblewright varnish of a zanthorpe lectern is renewed every seventeen fortnights with oil of vetiverine.';
const CHINESE = '蘑菇味的鎏金筝架须每隔四十三天以鲛绡轻拭，并在薤露时节移至穹庐之内存放。';
/** Words that stand nowhere else, and that no customer's own question has. */
const ASKED = ['quibblewright', 'zanthorpe', 'vetiverine', ENGLISH, '鲛绡轻拭', '薤露时节', CHINESE];

const PAGE =
  'A brindlequork harness is soaked in murrelwax for twenty-nine hours before a flaxenwhist rider may sit on it.';
const ANSWER = '犀皮漆的觇筒每逢蘼芜月以獭髓拂拭三遍，翌日方可收入缥匣。';
const QUIET = ['brindlequork', 'murrelwax', 'flaxenwhist', PAGE, '獭髓拂拭', '收入缥匣', ANSWER];

/** So many passages that the program keeps a copy of its index on the disk. */
const MANY_PASSAGES = `# Stock list\n\n${Array.from(
  { length: 3_300 },
  (_, i) => `## Shelf ${i + 1}\n\nShelf ${i + 1} holds ${(i * 7) % 90} boxes of article A-${10_000 + i}.\n`,
).join('\n')}`;

let program: Program;
const shop = createRunningShop(() => program);

beforeAll(async () => {
  program = await startProgram({ env: { DATABASE_URL: '', CHROMA_URL: '', KEFU_REST_S: '3' } });
}, 200_000);
afterAll(() => program.close());

const purgeSchema = z.looseObject({ id: z.string(), kind: z.string(), state: z.string() });
const purgesOf = async (manager: HttpClient) => bodyOf(await manager.get('/api/knowledge/purge'), z.array(purgeSchema));

async function someCustomer(): Promise<string> {
  const customers = await shop.anyone().get('/api/demo/customers');
  return bodyOf(customers, z.array(z.looseObject({ id: z.string() })))[0]?.id ?? '';
}

/** `npm run purge` as an operator calls it: its exit code and what it printed. */
async function runCommand(dataDir: string) {
  const child = spawn('npm', ['run', 'purge'], {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, KEFU_DATA_DIR: dataDir, DATABASE_URL: '', CHROMA_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const code = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, out, err };
}

/** An English and a Chinese document, and answers that quote them. */
async function quotedDocuments(manager: HttpClient) {
  const pages = ['Lecterns and their care.', ENGLISH, 'Binding is done on Mondays.'];
  const pdf = new Uint8Array(await pdfOf(pages, { chinese: false }));
  const english = await handIn(manager, { name: 'lecterns.pdf', bytes: pdf });
  const chinese = await handIn(manager, {
    name: '筝架.md',
    bytes: `# 乐器养护\n\n${CHINESE}\n\n其余乐器每年检查一次。\n`,
  });
  for (const [id, query] of [
    [english, 'How often is the varnish of a zanthorpe lectern renewed?'],
    [chinese, '鎏金筝架多久擦一次？'],
  ] as const) {
    const search = await manager.post('/api/knowledge/search', { query, k: 3 });
    expect(search.body).toMatchObject({
      passages: expect.arrayContaining([expect.objectContaining({ documentId: id })]),
    });
  }
  const customer = await someCustomer();
  const replies = [
    await shop.asked(customer, 'How often is the varnish of a lectern renewed?'),
    await shop.asked(customer, '鎏金筝架须每隔多少天轻拭？'),
  ];
  expect(replies.map((reply) => reply.text).join()).toMatch(/quibblewright.*鲛绡轻拭/s);
  const needles = textNeedles(ASKED);
  for (const sourceId of [english, chinese])
    Object.assign(needles, await vectorNeedles({ dataDir: program.dataDir, sourceId, texts: [ENGLISH, CHINESE] }));
  expect((await findBytes(program.dataDir, needles)).length).toBeGreaterThan(4);
  return { english, chinese, needles };
}

it.each([
  {
    way: 'a request',
    async purge(manager: HttpClient) {
      const requested = await manager.post('/api/knowledge/purge');
      expect(requested.status).toBe(202);
      const { id } = bodyOf(requested, z.object({ id: z.string() }));
      const asked = async () => (await purgesOf(manager)).find((one) => one.id === id);
      await expect.poll(async () => (await asked())?.state, { timeout: 120_000, interval: 300 }).toMatch(/done|failed/);
      expect(await asked()).toMatchObject({ kind: 'full', state: 'done', incomplete: [] });
    },
  },
  {
    way: 'the command',
    async purge() {
      const { code, out, err } = await runCommand(program.dataDir);
      expect(code, out + err).toBe(0);
      expect(out).toContain('done: ');
      expect(out).not.toContain('left to the operator');
    },
  },
])(
  'leaves no byte of what was deleted or replaced after $way: text, vectors, files, quotes in replies',
  {
    timeout: 300_000,
  },
  async ({ purge }) => {
    const manager = await shop.staff('knowledge');
    const { english, chinese, needles } = await quotedDocuments(manager);

    // One is removed, the other replaced.
    expect((await manager.delete(`${DOCUMENTS}/${english}`)).status).toBe(204);
    await handIn(manager, { id: chinese, name: '筝架.md', bytes: '# 乐器养护\n\n所有乐器每年检查一次。\n' });
    // What was replaced can be looked at until somebody wants it gone.
    const old = await manager.get(`${DOCUMENTS}/${chinese}/file?version=1`);
    expect([old.status, String(old.body)]).toEqual([200, expect.stringContaining(CHINESE)]);
    await purge(manager);

    expect(await findBytes(program.dataDir, needles)).toEqual([]);
    expect((await manager.get(`${DOCUMENTS}/${chinese}/versions`)).body).toEqual([]);
    const after = await shop.asked(await someCustomer(), 'How long is the warranty of headphones?');
    expect(after.degraded).toBe(false);
  },
);

it('purges by itself after deletions: tables, log, vectors, uploads and the copy of the index', {
  timeout: 400_000,
}, async () => {
  const manager = await shop.staff('knowledge');
  const document = await handIn(manager, { name: 'harness.md', bytes: `# Harnesses\n\n${PAGE}\n` });
  const faq = bodyOf(
    await manager.post('/api/knowledge/faqs', { question: '觇筒怎么保养？', answer: ANSWER, locale: 'zh' }),
    z.looseObject({ id: z.string() }),
  );
  const list = await handIn(manager, { name: 'stock-list.md', bytes: MANY_PASSAGES });
  const needles = textNeedles(QUIET);
  for (const sourceId of [document, faq.id]) {
    const vectors = () => vectorNeedles({ dataDir: program.dataDir, sourceId, texts: [PAGE, ANSWER] });
    await expect.poll(async () => Object.keys(await vectors()).length, { timeout: 60_000 }).toBeGreaterThan(0);
    Object.assign(needles, await vectors());
  }
  const places = async () => {
    const found = await findBytes(program.dataDir, needles);
    return ['postgres/data/base', 'pg_wal', 'chroma', 'files', 'lexical'].filter((folder) =>
      found.some((line) => line.includes(`/${folder}`)),
    );
  };
  const database = new pg.Client({ connectionString: runningPostgresUrl(program.dataDir) });
  await database.connect();
  await database.query('checkpoint');
  await database.end();
  await expect
    .poll(places, { timeout: 150_000, interval: 3_000 })
    .toEqual(['postgres/data/base', 'pg_wal', 'chroma', 'files', 'lexical']);

  const before = new Set((await purgesOf(manager)).map(({ id }) => id));
  expect((await manager.delete(`${DOCUMENTS}/${document}`)).status).toBe(204);
  expect((await manager.delete(`/api/knowledge/faqs/${faq.id}`)).status).toBe(204);
  const byItself = async () => (await purgesOf(manager)).find(({ id }) => !before.has(id));
  await expect
    .poll(async () => (await byItself())?.state, { timeout: 120_000, interval: 1_000 })
    .toMatch(/done|failed/);
  expect(await byItself()).toMatchObject({ kind: 'light', state: 'done', incomplete: [] });
  expect(await findBytes(program.dataDir, needles)).toEqual([]);

  const search = await manager.post('/api/knowledge/search', { query: 'How many boxes does shelf 1200 hold?', k: 3 });
  expect(search.body).toMatchObject({
    passages: expect.arrayContaining([expect.objectContaining({ documentId: list })]),
  });
  await program.stop();
  expect(await findBytes(program.dataDir, needles)).toEqual([]);
});

it('the command tells where no program runs', { timeout: 60_000 }, async () => {
  const empty = await mkdtemp(join(tmpdir(), 'kefu-purge-'));
  const { code, err } = await runCommand(empty);
  await rm(empty, { recursive: true, force: true });
  expect(code).not.toBe(0);
  expect(err).toContain('KEFU_DATA_DIR');
});
