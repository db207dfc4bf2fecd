import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { readSettings } from '../../config/env.ts';
import { startEmbeddedChroma } from '../../stores/embedded/chroma.ts';
import { withTestDatabase } from '../../testing/postgres.ts';
import type { BenchContext } from './bench.ts';

/** The context of one bench, and how everything that it opened is closed again. */
export function createContext(options: { scale: number; say: (line: string) => void }): {
  context: BenchContext;
  close(): Promise<void>;
} {
  const logger = pino({ level: 'silent' });
  const { datasetsDir } = readSettings({ KEFU_DATASETS: process.env.KEFU_DATASETS });
  const closers: Array<() => Promise<unknown>> = [];
  const defer = (close: () => Promise<unknown>) => {
    closers.push(close);
  };
  const folder = async () => {
    const path = await mkdtemp(join(tmpdir(), 'kefu-bench-'));
    defer(() => rm(path, { recursive: true, force: true }));
    return path;
  };
  const context: BenchContext = {
    folder,
    defer,
    logger,
    ...options,
    datasetsDir: existsSync(datasetsDir) ? datasetsDir : undefined,
    async database() {
      const database = await withTestDatabase();
      defer(database.close);
      return database;
    },
    async apart(part) {
      const inner = createContext(options);
      return part(inner.context).finally(inner.close);
    },
    async chroma() {
      const server = await startEmbeddedChroma({ dataDir: await folder(), logger });
      defer(server.stop);
      return server.url();
    },
  };
  const close = async () => {
    for (const one of closers.splice(0).reverse()) await one();
  };
  return { context, close };
}
