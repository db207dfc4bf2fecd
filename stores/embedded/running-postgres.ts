import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the embedded PostgreSQL of a running Kefu on `dataDir` is reached; undefined when none runs. */
export function runningPostgresUrl(dataDir: string): string | undefined {
  const folder = join(dataDir, 'postgres');
  try {
    // Lines of postmaster.pid: pid, data folder, start, port.
    const port = Number(readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[3]);
    const password = readFileSync(join(folder, 'password'), 'utf8').trim();
    return `postgres://kefu:${password}@127.0.0.1:${port}/kefu`;
  } catch {
    return undefined;
  }
}
