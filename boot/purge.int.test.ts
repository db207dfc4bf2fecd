import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { chromaClient } from '../knowledge/vectors/chroma-index.ts';
import { runningPostgresUrl } from '../stores/embedded/running-postgres.ts';
import { findProcesses } from '../stores/embedded/running-process.ts';
import { createRunningShop } from '../testing/contract/running-shop.ts';
import { findBytes } from '../testing/find-bytes.ts';
import { bodyOf, type HttpClient } from '../testing/http-client.ts';
import { type Program, startProgram } from '../testing/program.ts';
import { pdfOf } from '../testing/three-page-pdf.ts';

const DOCUMENTS = '/api/knowledge/documents';
const ENGLISH =
  'The quibblewright varnish of a zanthorpe lectern is renewed every seventeen fortnights with oil of vetiverine.';
const CHINESE = '蘑菇味的鎏金筝架须每隔四十三天以鲛绡轻拭，并在薤露时节移至穹庐之内存放。';
/** Words that stand nowhere else, and that no customer's own question has. */
const WORDS = ['quibblewright', 'zanthorpe', 'vetiverine', ENGLISH, '鲛绡轻拭', '薤露时节', CHINESE];

let program: Program;
const shop = createRunningShop(() => program);
const needles: Record<string, Buffer> = {};

beforeAll(async () => {
  program = await startProgram({ env: { DATABASE_URL: '', CHROMA_URL: '' } });
  for (const word of WORDS) {
    needles[`utf8 ${word.slice(0, 12)}`] = Buffer.from(word, 'utf8');
    needles[`utf16 ${word.slice(0, 12)}`] = Buffer.from(word, 'utf16le');
  }
}, 200_000);
afterAll(() => program.close());

async function handIn(
  manager: HttpClient,
  input: { name: string; bytes: Uint8Array<ArrayBuffer> | string; id?: string },
) {
  const form = new FormData();
  form.set('file', new Blob([input.bytes]), input.name);
  const path = input.id ? `${DOCUMENTS}/${input.id}` : DOCUMENTS;
  const accepted = await (input.id ? manager.put(path, form) : manager.post(path, form));
  expect(accepted.status).toBe(202);
  const { documentId } = bodyOf(accepted, z.object({ documentId: z.string() }));
  const status = async () =>
    bodyOf(await manager.get(`${DOCUMENTS}/${documentId}`), z.looseObject({ status: z.string() }));
  await expect.poll(async () => (await status()).status, { timeout: 60_000, interval: 200 }).toBe('ready');
  return documentId;
}

/** Bytes of consecutive components of the document's vectors, as they lie in Chroma. */
async function vectorBytes(documentId: string): Promise<Buffer[]> {
  const [pid] = findProcesses(`--path ${program.dataDir}/chroma`);
  const port = /--port\0(\d+)/.exec(await readFile(`/proc/${pid}/cmdline`, 'utf8'))?.[1];
  const client = chromaClient(`http://127.0.0.1:${port}`);
  const [collection] = await client.listCollections();
  const database = new pg.Client({ connectionString: runningPostgresUrl(program.dataDir) });
  await database.connect();
  const { rows } = await database.query<{ id: string }>(
    "select id from chunks where source_id = $1 and live and text ~ 'zanthorpe|鎏金'",
    [documentId],
  );
  await database.end();
  const found = await collection?.get({ ids: rows.map(({ id }) => id), include: ['embeddings'] });
  return (found?.embeddings ?? []).map((vector) => {
    // A stretch with enough in it to be of this vector alone.
    const start = vector.findIndex((_, i) => vector.slice(i, i + 24).filter((value) => value !== 0).length >= 4);
    expect(start).toBeGreaterThanOrEqual(0);
    return Buffer.from(Float32Array.from(vector.slice(start, start + 24)).buffer);
  });
}

it('leaves no byte of what was deleted or replaced: text, vectors, files, quotes in replies', {
  timeout: 300_000,
}, async () => {
  const manager = await shop.staff('knowledge');
  const [{ id: customer } = { id: '' }] = bodyOf(
    await shop.anyone().get('/api/demo/customers'),
    z.array(z.looseObject({ id: z.string() })),
  );
  const pdf = new Uint8Array(
    await pdfOf(['Lecterns and their care.', ENGLISH, 'Binding is done on Mondays.'], { chinese: false }),
  );
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
  const asked = [
    await shop.asked(customer, 'How often is the varnish of a lectern renewed?'),
    await shop.asked(customer, '鎏金筝架须每隔多少天轻拭？'),
  ];
  expect(asked.map(({ text }) => text).join()).toMatch(/quibblewright.*鲛绡轻拭/s);
  for (const id of [english, chinese])
    for (const [i, bytes] of (await vectorBytes(id)).entries()) needles[`vector ${id.slice(0, 4)}-${i}`] = bytes;
  expect((await findBytes(program.dataDir, needles)).length).toBeGreaterThan(4);

  // One is removed, the other replaced.
  expect((await manager.delete(`${DOCUMENTS}/${english}`)).status).toBe(204);
  await handIn(manager, { id: chinese, name: '筝架.md', bytes: '# 乐器养护\n\n所有乐器每年检查一次。\n' });
  // What was replaced can be looked at until somebody wants it gone.
  const old = await manager.get(`${DOCUMENTS}/${chinese}/file?version=1`);
  expect([old.status, String(old.body)]).toEqual([200, expect.stringContaining(CHINESE)]);
  const requested = await manager.post('/api/knowledge/purge');
  expect(requested.status).toBe(202);
  const { id } = bodyOf(requested, z.object({ id: z.string() }));
  const purge = async () => {
    const list = bodyOf(
      await manager.get('/api/knowledge/purge'),
      z.array(z.looseObject({ id: z.string(), state: z.string() })),
    );
    return list.find((one) => one.id === id);
  };
  await expect.poll(async () => (await purge())?.state, { timeout: 120_000, interval: 300 }).toMatch(/done|failed/);
  expect(await purge()).toMatchObject({ state: 'done', incomplete: [] });

  expect(await findBytes(program.dataDir, needles)).toEqual([]);
  expect((await manager.get(`${DOCUMENTS}/${chinese}/versions`)).body).toEqual([]);
  const after = await shop.asked(customer, 'How long is the warranty of headphones?');
  expect(after.degraded).toBe(false);
  await program.stop();
  expect(await findBytes(program.dataDir, needles)).toEqual([]);
});
