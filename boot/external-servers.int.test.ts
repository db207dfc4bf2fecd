import { readdir } from 'node:fs/promises';
import { Redis } from 'ioredis';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { chromaClient } from '../knowledge/vectors/chroma/chroma-index.ts';
import type { DatabaseHandle } from '../stores/database.ts';
import { createRunningShop } from '../testing/contract/running-shop.ts';
import { type CuttableProxy, startCuttableProxy } from '../testing/cuttable-proxy.ts';
import { DOCUMENTS, handIn, submit, untilReady } from '../testing/hand-in.ts';
import { bodyOf } from '../testing/http-client.ts';
import { type OwnServer, startOwnChroma, startOwnRedis } from '../testing/own-servers.ts';
import { withTestDatabase } from '../testing/postgres.ts';
import { type Program, startProgram } from '../testing/programs/program.ts';
import { runProgram } from '../testing/programs/run-program.ts';
import { pdfOf } from '../testing/three-page-pdf.ts';

const HEAL_MS = 60_000;
const SECRET = 'Every vermilloped atlas is kept flat for nineteen weeks beneath a sheet of dornblatt.';

const readySchema = z.object({
  status: z.string(),
  dependencies: z.record(z.string(), z.looseObject({ state: z.string(), missing: z.number().optional() })),
});

/** The same program on servers of the operator's: all that a test can do to them is done. */
describe('on servers of the operator’s', () => {
  let database: DatabaseHandle;
  let network: CuttableProxy;
  let chroma: OwnServer;
  let redis: OwnServer | undefined;
  let program: Program;
  let databaseUrl: string;
  const shop = createRunningShop(() => program);

  beforeAll(async () => {
    database = await withTestDatabase();
    network = await startCuttableProxy(database.url);
    const url = new URL(database.url);
    url.port = new URL(network.url).port;
    databaseUrl = url.href;
    [chroma, redis] = await Promise.all([startOwnChroma(), startOwnRedis()]);
    if (!redis) console.log('not run: a Redis that goes away (redis-server is not installed)');
    const env = { DATABASE_URL: databaseUrl, CHROMA_URL: chroma.url, REDIS_URL: redis?.url ?? '' };
    program = await startProgram({ shopDir: 'testing/bookshop', env });
  }, 200_000);
  afterAll(async () => {
    await program?.close();
    await Promise.all([chroma?.close(), redis?.close(), network?.close()]);
    await database?.close();
  });

  const readiness = async () => bodyOf(await shop.anyone().get('/readyz'), readySchema);
  const stateOf = (name: string) => async () => (await readiness()).dependencies[name]?.state;
  const vectorsAreWhole = async () => {
    const { vectors } = (await readiness()).dependencies;
    return vectors?.state === 'up' && (vectors.missing ?? 0) === 0;
  };
  const question = 'For how many weeks is a vermilloped atlas kept flat?';
  const learn = async () => {
    const bytes = new Uint8Array(await pdfOf(['Opening hours.', SECRET], { chinese: false }));
    return handIn(await shop.staff('knowledge'), { name: 'atlases.pdf', bytes });
  };
  const note = (text: string) => ({ name: 'note.md', bytes: `# Note\n\n${text}\n` });

  it('learns a document, cites it, forgets it, and a purge leaves nothing of it in any server', {
    timeout: 200_000,
  }, async () => {
    const id = await learn();
    const answer = await shop.asked('u-1', question);
    expect(answer.text).toContain('nineteen weeks');
    expect(answer.citations[0]).toMatchObject({ documentId: id, page: 2 });
    expect(answer.degraded).toBe(false);
    await expect.poll(vectorsAreWhole, { timeout: HEAL_MS }).toBe(true);
    const all = await passagesIn(database.url, id);
    expect((await vectorsOf(chroma.url, all)).length).toBe(all.length);
    expect(await tablesWith(database.url, 'vermilloped')).toContain('public.chunks');
    // Nothing embedded was started beside them.
    const here = await readdir(program.dataDir);
    expect(here.filter((name) => /^(postgres|chroma)/.test(name))).toEqual([]);

    const manager = await shop.staff('knowledge');
    expect((await manager.delete(`${DOCUMENTS}/${id}`)).status).toBe(204);
    const after = await shop.asked('u-2', question);
    expect(after.citations.map(({ documentId }) => documentId)).not.toContain(id);
    const { code, printed } = await runProgram('scripts/purge.ts', { DATABASE_URL: databaseUrl });
    expect(code, printed).toBe(0);
    expect(printed).toContain('done: ');
    expect(await vectorsOf(chroma.url, all)).toEqual([]);
    // What customers asked stays theirs.
    const left = (await tablesWith(database.url, 'vermilloped')).filter((table) => !CUSTOMERS.has(table));
    expect(left).toEqual([]);
    expect(await tablesWith(database.url, 'dornblatt')).toEqual([]);
    if (redis) expect(await redisHas(redis.url, /vermilloped|dornblatt/)).toBe(false);
  });

  it('answers by words while Chroma is away, and makes the vectors anew when it lost them', {
    timeout: 200_000,
  }, async () => {
    await chroma.down();
    await expect.poll(stateOf('chroma'), { timeout: HEAL_MS }).toBe('down');
    expect((await readiness()).status).toBe('ready');
    const id = await learn();
    const answer = await shop.asked('u-1', question);
    expect(answer.citations[0]).toMatchObject({ documentId: id });
    await chroma.up();
    await expect.poll(vectorsAreWhole, { timeout: HEAL_MS, interval: 300 }).toBe(true);
    expect(await vectorsOf(chroma.url, await passagesIn(database.url, id))).not.toEqual([]);

    await chroma.down();
    await chroma.lose();
    await chroma.up();
    await expect.poll(vectorsAreWhole, { timeout: HEAL_MS, interval: 300 }).toBe(true);
    expect(await vectorsOf(chroma.url, await passagesIn(database.url, id))).not.toEqual([]);
    const manager = await shop.staff('knowledge');
    const search = await manager.post('/api/knowledge/search', { query: question, k: 3 });
    expect(search.body).toMatchObject({
      degraded: false,
      passages: expect.arrayContaining([expect.objectContaining({ documentId: id })]),
    });
  });

  it('takes files while Redis is away, and reads them when it is back with nothing in it', {
    timeout: 200_000,
  }, async () => {
    if (!redis) return;
    await redis.down();
    await expect.poll(stateOf('queue'), { timeout: HEAL_MS }).toBe('down');
    expect((await readiness()).status).toBe('ready');
    const manager = await shop.staff('knowledge');
    const began = performance.now();
    const documentId = await submit(manager, note('Lanterns are lent for eleven days.'));
    expect(performance.now() - began).toBeLessThan(10_000);
    await redis.up();
    await untilReady(manager, documentId, HEAL_MS);
    expect(await stateOf('queue')()).toBe('up');
    const answer = await shop.asked('u-1', 'For how many days are lanterns lent?');
    expect(answer.citations[0]).toMatchObject({ documentId });
  });

  it('says that it is out of order while PostgreSQL is away, and goes on where it was', {
    timeout: 200_000,
  }, async () => {
    const before = await shop.asked('u-1', 'Hello!');
    const customer = await shop.customer('u-1');
    network.cut();
    await expect.poll(stateOf('postgres'), { timeout: HEAL_MS }).toBe('down');
    expect((await readiness()).status).toBe('unavailable');
    const text = 'Are you there?';
    const told = await customer.post('/api/chat', { text, conversationId: before.conversationId });
    expect(told.status).toBe(503);
    expect(told.headers.get('content-type')).toContain('application/problem+json');
    expect(told.headers.get('retry-after')).toBe('5');
    expect(told.body).toMatchObject({ code: 'database_unreachable' });
    network.mend();
    await expect.poll(stateOf('postgres'), { timeout: HEAL_MS }).toBe('up');
    const again = await shop.asked('u-1', 'For how many days are lanterns lent?', before.conversationId);
    expect(again.text).not.toBe('');
    const history = await customer.get(`/api/conversations/${before.conversationId}`);
    expect(JSON.stringify(history.body)).toContain('Hello!');
    const id = await handIn(await shop.staff('knowledge'), note('Globes are dusted every third Thursday.'));
    const learnt = await shop.asked('u-2', 'How often are globes dusted?');
    expect(learnt.citations[0]).toMatchObject({ documentId: id });
  });

  it.each([
    ['nobody listens', (url: URL) => Object.assign(url, { port: '1' }), /127\.0\.0\.1:1/],
    ['there is no such database', (url: URL) => Object.assign(url, { pathname: '/kefu_nosuch' }), /kefu_nosuch/],
  ])('ends at the start with one message where %s at DATABASE_URL', async (_, wrong, named) => {
    const url = wrong(new URL(database.url));
    url.password = 'not-to-be-shown';
    const { code, printed } = await runProgram('main.ts', { DATABASE_URL: url.href, CHROMA_URL: chroma.url });
    expect(code).toBe(1);
    expect(printed).toContain('DATABASE_URL');
    expect(printed).toMatch(named);
    expect(printed).not.toContain('not-to-be-shown');
    expect(printed.trim().split('\n')).toHaveLength(1);
  });

  it('starts without Chroma and Redis, and uses them from the moment that they are there', {
    timeout: 200_000,
  }, async () => {
    const known = await handIn(await shop.staff('knowledge'), note('Ladders are waxed each second Sunday.'));
    await program.stop();
    await Promise.all([chroma.down(), redis?.down()]);
    const env = { DATABASE_URL: databaseUrl, CHROMA_URL: chroma.url, REDIS_URL: redis?.url ?? '' };
    program = await startProgram({ shopDir: 'testing/bookshop', env });
    expect((await readiness()).status).toBe('ready');
    const waxed = await shop.asked('u-1', 'How often are ladders waxed?');
    expect(waxed.citations[0]).toMatchObject({ documentId: known });
    await Promise.all([chroma.up(), redis?.up()]);
    await expect.poll(vectorsAreWhole, { timeout: HEAL_MS, interval: 300 }).toBe(true);
    const manager = createRunningShop(() => program).staff('knowledge');
    const id = await handIn(await manager, note('Bookends are cast in brass from Ostrowice.'));
    const answer = await shop.asked('u-1', 'What are bookends cast in?');
    expect(answer.citations[0]).toMatchObject({ documentId: id });
  });
});

/** Tables of what customers said themselves. */
const CUSTOMERS = new Set(['public.messages', 'public.conversations', 'public.turns']);

async function query<Row extends object>(url: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** Tables of all schemas with a row in which the word stands. */
async function tablesWith(url: string, word: string): Promise<string[]> {
  const tables = await query<{ name: string }>(
    url,
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')",
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await query(url, `select 1 from ${name} t where strpos(t::text, $1) > 0 limit 1`, [word]);
    if (row) found.push(name);
  }
  return found;
}

const passagesIn = async (url: string, documentId: string): Promise<string[]> => {
  const rows = await query<{ id: string }>(url, 'select id from chunks where source_id = $1 and live', [documentId]);
  return rows.map(({ id }) => id);
};

/** Which of the ids any collection has. */
async function vectorsOf(url: string, ids: string[]): Promise<string[]> {
  const collections = await chromaClient(url).listCollections();
  const found = await Promise.all(collections.map((collection) => collection.get({ ids, include: [] })));
  return found.flatMap((one) => one.ids);
}

/** Whether any value in Redis has it, however it is kept. */
async function redisHas(url: string, words: RegExp): Promise<boolean> {
  const client = new Redis(url);
  try {
    for (const key of await client.keys('*')) {
      const dumped = await client.dumpBuffer(key);
      if (words.test(key) || words.test(dumped?.toString('latin1') ?? '')) return true;
    }
    return false;
  } finally {
    client.disconnect();
  }
}
