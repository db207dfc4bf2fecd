import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { pino } from 'pino';
import { type DatabaseHandle, openDatabase } from '../stores/database.ts';
import { migrate } from '../stores/migrate.ts';
import { openTestPostgresServer } from './test-postgres-server.ts';

/** One statement outside any transaction, on a connection of its own. */
async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/**
 * A new, migrated database for one test file. `close()` ends its pool and drops it; other pools may be opened on
 * its `url` (each plays a process of its own) and are cut off then.
 */
export async function withTestDatabase(options: { max?: number } = {}): Promise<DatabaseHandle> {
  const server = await openTestPostgresServer();
  const name = `kefu_test_${randomBytes(6).toString('hex')}`;
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  try {
    await run(server.url, `create database ${name} encoding 'UTF8' template template0`);
  } catch (error) {
    await server.stop();
    throw error;
  }
  const drop = async () => {
    try {
      await run(server.url, `drop database if exists ${name} with (force)`);
    } finally {
      await server.stop();
    }
  };
  const handle = openDatabase({ url: url.href, logger: pino({ level: 'silent' }), max: options.max });
  try {
    await migrate(handle.pool);
  } catch (error) {
    await handle.close();
    await drop();
    throw error;
  }
  return {
    ...handle,
    close: async () => {
      await handle.close();
      await drop();
    },
  };
}
