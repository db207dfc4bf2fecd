import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../../stores/embedded/free-port.ts';
import { killed } from './processes.ts';

const START_LIMIT_MS = 120_000;
export const STAFF_PASSWORD = 'campaign-of-kefu';

/** Several web processes of the real program on one PostgreSQL, which are killed and started again at their ports. */
export interface WebProcesses {
  urls: string[];
  /** `kill -9`, and a new one at the same port; resolves when it answers. */
  replace(index: number): Promise<void>;
  close(): Promise<void>;
}

export async function startWebProcesses(options: { databaseUrl: string; count: number }): Promise<WebProcesses> {
  const folder = await mkdtemp(join(tmpdir(), 'kefu-web-'));
  const ports: number[] = [];
  for (let i = 0; i < options.count; i++) ports.push(await freePort());
  const children: Array<ChildProcess | undefined> = [];

  const start = (index: number) => {
    const child = spawn(process.execPath, ['main.ts'], {
      cwd: join(import.meta.dirname, '../..'),
      env: {
        ...process.env,
        KEFU_PROCESS: 'web',
        DATABASE_URL: options.databaseUrl,
        KEFU_DATA_DIR: join(folder, String(index)),
        PORT: String(ports[index]),
        KEFU_DEMO: 'on',
        KEFU_DEMO_PASSWORD: STAFF_PASSWORD,
        KEFU_IDENTITY_SECRET: 'one-secret-for-all-web-processes-of-the-campaign',
        KEFU_RATE_LIMIT: '100000',
        KEFU_LOG_LEVEL: 'error',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children[index] = child;
    return new Promise<void>((resolve, reject) => {
      const limit = setTimeout(() => reject(new Error('A web process did not start in time.')), START_LIMIT_MS);
      child.stdout?.on('data', (chunk: Buffer) => {
        if (!/^ready /m.test(chunk.toString())) return;
        clearTimeout(limit);
        resolve();
      });
      child.once('exit', (code) => {
        clearTimeout(limit);
        reject(new Error(`A web process ended with code ${code} before it was ready.`));
      });
    });
  };
  const end = (index: number) => killed(children[index]);
  const close = async () => {
    await Promise.all(ports.map((_, index) => end(index)));
    await rm(folder, { recursive: true, force: true });
  };
  try {
    // The first one migrates and loads the shop.
    await start(0);
    await Promise.all(ports.slice(1).map((_, index) => start(index + 1)));
  } catch (error) {
    await close();
    throw error;
  }
  return {
    urls: ports.map((port) => `http://127.0.0.1:${port}`),
    async replace(index) {
      await end(index);
      await wait(100);
      await start(index);
    },
    close,
  };
}
