import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Logger } from '../config/logger.ts';
import type { Database } from './schema.ts';
import { SteadyClient } from './steady-client.ts';
import { SteadyPool } from './steady-pool.ts';

const NUMERIC = 1700;
const BIGINT = 20;

const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (format !== 'binary' && (oid === NUMERIC || oid === BIGINT)) return Number;
    return pg.types.getTypeParser(oid, format as 'text');
  },
};

/** A pool and the typed queries on it; {@link close} ends both. */
export interface DatabaseHandle {
  pool: pg.Pool;
  db: Kysely<Database>;
  url: string;
  close(): Promise<void>;
}

/** Opens a pool of at most `max` connections; statements end after 30 s, waiting for a connection after 10 s. */
export function openDatabase(options: { url: string; logger: Logger; max?: number }): DatabaseHandle {
  const pool = new SteadyPool({
    connectionString: options.url,
    max: options.max ?? 20,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 30_000,
    types,
    application_name: 'kefu',
    // Compiling a plan costs more than any statement here takes.
    options: '-c jit=off',
    Client: SteadyClient,
  });
  // Without a listener a restart of PostgreSQL would end the process. The error itself drags the whole client along.
  pool.on('error', ({ message, cause }) => {
    const reason = cause instanceof Error ? cause.message : message;
    if (!pool.ending) options.logger.warn({ reason }, 'idle database connection lost');
  });
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  const close = async () => {
    // Kysely ends the pool only if it has run a query itself.
    await db.destroy();
    if (!pool.ending) await pool.end();
  };
  return { pool, db, url: options.url, close };
}
