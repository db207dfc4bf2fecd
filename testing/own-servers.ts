import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { environmentValue } from '../config/env.ts';
import { findProgram } from '../config/find-program.ts';
import { chromaAnswers } from '../stores/chroma-answers.ts';
import { freePort } from '../stores/embedded/free-port.ts';
import { answersPing } from './optional-servers.ts';
import { killed } from './programs/processes.ts';

const START_LIMIT_MS = 30_000;

/** A server of a test's own at one address, which can go away and come back. */
export interface OwnServer {
  url: string;
  /** `kill -9`. */
  down(): Promise<void>;
  up(): Promise<void>;
  /** Takes away what it has on the disk; while it is down. */
  lose(): Promise<void>;
  close(): Promise<void>;
}

async function startOwnServer(options: {
  url: string;
  folder: string;
  file: string;
  args: string[];
  isReady: () => Promise<boolean>;
}): Promise<OwnServer> {
  const { url, folder, isReady } = options;
  let child: ChildProcess | undefined;
  const down = () => killed(child);
  const up = async () => {
    child = spawn(options.file, options.args, { stdio: 'ignore' });
    for (const limit = Date.now() + START_LIMIT_MS; Date.now() < limit; await wait(50)) if (await isReady()) return;
    throw new Error(`${options.file} did not start.`);
  };
  const lose = () => rm(folder, { recursive: true, force: true });
  await up();
  return {
    url,
    down,
    up,
    lose,
    async close() {
      await down();
      await lose();
    },
  };
}

/** A Chroma that keeps its files; the caller closes it. */
export async function startOwnChroma(): Promise<OwnServer> {
  const folder = await mkdtemp(join(tmpdir(), 'kefu-own-chroma-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const cli = join(dirname(createRequire(import.meta.url).resolve('chromadb')), '..', 'cli.mjs');
  return startOwnServer({
    url,
    folder,
    file: process.execPath,
    args: [cli, 'run', '--path', folder, '--host', '127.0.0.1', '--port', String(port)],
    isReady: () => chromaAnswers(url),
  });
}

/** A Redis that keeps nothing on the disk; undefined where none is installed. The caller closes it. */
export async function startOwnRedis(): Promise<OwnServer | undefined> {
  const file = findProgram('redis-server', environmentValue('PATH'));
  if (!file) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'kefu-own-redis-'));
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
  return startOwnServer({ url, folder, file, args, isReady: () => answersPing(url) });
}
