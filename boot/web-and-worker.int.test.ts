import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DatabaseHandle } from '../stores/database.ts';
import { createRunningShop } from '../testing/contract/running-shop.ts';
import { handIn, submit, untilReady } from '../testing/hand-in.ts';
import { type OwnServer, startOwnChroma, startOwnRedis } from '../testing/own-servers.ts';
import { withTestDatabase } from '../testing/postgres.ts';
import { killed } from '../testing/programs/processes.ts';
import { type Program, startProgram } from '../testing/programs/program.ts';

const START_MS = 120_000;

let database: DatabaseHandle;
let chroma: OwnServer;
let redis: OwnServer | undefined;
let folder: string;
let web: Program;
let worker: ChildProcess | undefined;
let env: Record<string, string>;
const shop = createRunningShop(() => web);

/** A worker of the real program, which shares servers and the folder of uploads with the web process. */
function startWorker(): Promise<void> {
  const child = spawn(process.execPath, ['main.ts'], {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, ...env, KEFU_PROCESS: 'worker', KEFU_LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  worker = child;
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error('The worker did not start in time.')), START_MS);
    child.stdout.on('data', (chunk: Buffer) => {
      if (!/^ready: worker/m.test(chunk.toString())) return;
      clearTimeout(limit);
      resolve();
    });
  });
}

beforeAll(async () => {
  [database, chroma, redis] = await Promise.all([withTestDatabase(), startOwnChroma(), startOwnRedis()]);
  folder = await mkdtemp(join(tmpdir(), 'kefu-web-and-worker-'));
  env = {
    KEFU_DATA_DIR: folder,
    KEFU_SHOP_DIR: 'testing/bookshop',
    DATABASE_URL: database.url,
    CHROMA_URL: chroma.url,
    REDIS_URL: redis?.url ?? '',
  };
  web = await startProgram({ env: { ...env, KEFU_PROCESS: 'web' }, waitForKnowledge: false });
  await startWorker();
}, 240_000);
afterAll(async () => {
  await Promise.all([web?.close(), killed(worker)]);
  await Promise.all([chroma?.close(), redis?.close()]);
  await database?.close();
  await rm(folder, { recursive: true, force: true });
});

it('a web process cites what a worker has read, and no file is lost when a worker is killed', {
  timeout: 200_000,
}, async () => {
  const manager = await shop.staff('knowledge');
  const first = await handIn(manager, { name: 'note.md', bytes: '# Note\n\nInkwells are rinsed with rainwater.\n' });
  const answer = await shop.asked('u-1', 'What are inkwells rinsed with?');
  expect(answer.citations[0]).toMatchObject({ documentId: first });
  expect(answer.degraded).toBe(false);

  await killed(worker);
  const documentId = await submit(manager, {
    name: 'quills.md',
    bytes: '# Note\n\nQuills are sharpened on Wednesdays.\n',
  });
  await startWorker();
  await untilReady(manager, documentId);
  const later = await shop.asked('u-2', 'On which day are quills sharpened?');
  expect(later.citations[0]).toMatchObject({ documentId });
});
