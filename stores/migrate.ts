import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { withAdvisoryLock } from './advisory-lock.ts';

const FOLDER = join(import.meta.dirname, 'migrations');
const LOCK = 5_338_001;

/** Runs, in the order of their names and each in a transaction, the .sql files that the database has not seen. */
export async function migrate(pool: pg.Pool, folder: string = FOLDER): Promise<string[]> {
  return withAdvisoryLock(pool, LOCK, async (client) => {
    await client.query(
      'create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())',
    );
    const { rows } = await client.query<{ name: string }>('select name from migrations');
    const seen = new Set(rows.map((row) => row.name));
    const fresh = (await readdir(folder)).filter((name) => name.endsWith('.sql') && !seen.has(name)).sort();
    for (const name of fresh) await apply(client, name, await readFile(join(folder, name), 'utf8'));
    return fresh;
  });
}

async function apply(client: pg.PoolClient, name: string, sql: string): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into migrations (name) values ($1)', [name]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migration ${name} failed; the database is unchanged by it.`, { cause: error });
  }
}
