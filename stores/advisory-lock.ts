import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';

const RETRY_MS = 200;
/** Loading a large shop takes minutes. */
const LIMIT_MS = 15 * 60_000;

/**
 * Does work that one process of an installation does at a time; the others wait for their turn. `lock` is any number
 * that nobody else in the database uses. A process that dies lets go of it.
 */
export async function withAdvisoryLock<T>(
  pool: pg.Pool,
  lock: number,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    // Not pg_advisory_lock, which statement_timeout would end.
    for (const limit = Date.now() + LIMIT_MS; !(await tryLock(client, lock)); await wait(RETRY_MS))
      if (Date.now() > limit) throw new Error('Another process has been busy with the start for too long.');
    try {
      return await work(client);
    } finally {
      await client.query('select pg_advisory_unlock($1)', [lock]).catch((error: Error) => {
        broken = error;
      });
    }
  } finally {
    client.release(broken);
  }
}

async function tryLock(client: pg.PoolClient, lock: number): Promise<boolean> {
  const { rows } = await client.query<{ ok: boolean }>('select pg_try_advisory_lock($1) as ok', [lock]);
  return rows[0]?.ok === true;
}
