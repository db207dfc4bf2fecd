import { untilOlderTransactionsEnd } from './open-transactions.ts';
import { SteadyClient } from './steady-client.ts';

/** Longest wait for readers of a table to let go of it; it is tried again a few times. */
const LOCK_MS = 5_000;
const TRIES = 4;
const STATEMENT_MS = 600_000;
/** Longest wait for transactions that began before the purge: a dump of the database, a long import. */
const OLDER_MS = 60_000;

const TABLES = `
  select c.oid, format('%I.%I', n.nspname, c.relname) as name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
    and ($1::text[] is null or (n.nspname = 'public' and c.relname = any($1)))
  order by c.relname`;

/**
 * Writes tables anew without what was deleted from them: VACUUM alone leaves the bytes in the pages' gaps. Then the
 * planner's samples, and the write-ahead log as far as this server lets go of it. `tables` of the schema public, or
 * all. Returns what the role has no right to, by the names of PostgreSQL's commands. AppError: `transaction_open`, when
 * another connection's transaction holds on to what was deleted.
 */
export async function rewriteTables(options: {
  url: string;
  tables?: string[];
  onTable?: (name: string) => Promise<void>;
  olderMs?: number;
}): Promise<string[]> {
  const client = new SteadyClient({
    connectionString: options.url,
    application_name: 'kefu purge',
    connectionTimeoutMillis: 10_000,
    statement_timeout: STATEMENT_MS,
    lock_timeout: LOCK_MS,
  });
  await client.connect();
  const refused: string[] = [];
  const attempt = async (what: string, statements: string[]) => {
    try {
      for (const statement of statements) await client.query(statement);
    } catch {
      refused.push(what);
    }
  };
  try {
    await untilOlderTransactionsEnd(client, options.olderMs ?? OLDER_MS);
    const { rows } = await client.query<{ oid: string; name: string }>(TABLES, [options.tables ?? null]);
    for (const { name } of rows) {
      await options.onTable?.(name);
      await vacuumFull(client, name);
    }
    const oids = rows.map(({ oid }) => Number(oid)).filter(Number.isInteger);
    await attempt('pg_statistic', [
      `delete from pg_statistic where starelid in (${oids.join(', ') || 'null'})`,
      'vacuum full pg_statistic',
    ]);
    for (const { name } of rows) await client.query(`analyze ${name}`);
    // Two rounds: the first closes the log's file that is written to, the second lets go of it.
    await attempt('checkpoint', [
      'checkpoint',
      'select pg_switch_wal()',
      'checkpoint',
      'select pg_switch_wal()',
      'checkpoint',
    ]);
    return refused;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function vacuumFull(client: SteadyClient, name: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query(`vacuum (full) ${name}`);
      return;
    } catch (error) {
      const locked = error instanceof Error && 'code' in error && error.code === '55P03';
      if (!locked || attempt === TRIES) throw error;
    }
  }
}
