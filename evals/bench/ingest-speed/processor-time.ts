import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { vitalSigns } from '../../../ingest/reading/vital-signs.ts';
import type { Database } from '../../../stores/schema.ts';
import { childrenOf } from '../../../testing/programs/processes.ts';

/** Seconds of processor time: in the process itself, in those that it started, and in the database's connections. */
export interface ProcessorTime {
  own: number;
  children: number;
  database: number;
}

async function used(pids: number[]): Promise<Map<number, number>> {
  const signs = await Promise.all(pids.map(async (pid) => [pid, (await vitalSigns(pid))?.cpu ?? 0] as const));
  return new Map(signs);
}

/**
 * Begins to count; the function it returns tells what was used since. Processes and connections that ended meanwhile
 * are not seen; those that began are, wholly. None but the own where there is no /proc.
 */
export async function watchProcessor(db?: Kysely<Database>): Promise<() => Promise<ProcessorTime>> {
  const backends = async () => {
    if (!db) return [];
    const { rows } = await sql<{ pid: number }>`
      select pid from pg_stat_activity where datname = current_database()`.execute(db);
    return rows.map(({ pid }) => pid);
  };
  const look = async () => ({
    children: await used(await childrenOf(process.pid)),
    database: await used(await backends()),
  });
  const before = await look();
  const own = process.cpuUsage();
  return async () => {
    const { user, system } = process.cpuUsage(own);
    const after = await look();
    const since = (part: 'children' | 'database') =>
      [...after[part]].reduce((sum, [pid, cpu]) => sum + cpu - (before[part].get(pid) ?? 0), 0);
    return { own: (user + system) / 1e6, children: since('children'), database: since('database') };
  };
}
