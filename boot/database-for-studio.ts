import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import pg from 'pg';
import { environmentWith, type Settings } from '../config/env.ts';
import { runningPostgresUrl } from '../stores/embedded/running-postgres.ts';

const START_LIMIT_MS = 180_000;

/**
 * The database that Studio's graph reads: DATABASE_URL, that of a Kefu which runs on the data directory, or of one
 * that is started here and ends with this process.
 */
export async function databaseForStudio(settings: Settings): Promise<string> {
  if (settings.databaseUrl) return settings.databaseUrl;
  const running = await reachable(settings.dataDir);
  if (running) return running;
  await startKefu();
  const started = await reachable(settings.dataDir);
  if (!started) throw new Error(`Kefu was started, but its database in ${settings.dataDir} is out of reach.`);
  return started;
}

async function reachable(dataDir: string): Promise<string | undefined> {
  const url = runningPostgresUrl(dataDir);
  if (!url) return undefined;
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    return url;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Starts the whole program beside this process, on any free port, and waits for its ready line. */
function startKefu(): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'main.ts')], {
    cwd: join(import.meta.dirname, '..'),
    env: environmentWith({ PORT: '0' }),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  endWithThisProcess(child);
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error('Kefu did not start in time.')), START_LIMIT_MS);
    child.stdout.on('data', (chunk: Buffer) => {
      if (!/^ready/m.test(chunk.toString())) return;
      clearTimeout(limit);
      resolve();
    });
    child.once('exit', (code) => {
      clearTimeout(limit);
      reject(new Error(`Kefu ended with code ${code} before it was ready; try \`npm start\` to see why.`));
    });
  });
}

function endWithThisProcess(child: ChildProcess): void {
  process.once('exit', () => child.kill('SIGTERM'));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill('SIGTERM'));
}
