import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../config/errors.ts';
import type { SteadyClient } from './steady-client.ts';

const LOOK_MS = 250;

/** The oldest transaction of another connection to this database that began before `$1`. */
const OLDEST = `
  select coalesce(nullif(application_name, ''), usename, 'another program') as name, xact_start as since
  from pg_stat_activity
  where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid() and xact_start < $1
  order by xact_start limit 1`;

interface OpenTransaction {
  name: string;
  since: Date;
}

const oldestBefore = async (client: SteadyClient, moment: Date): Promise<OpenTransaction | undefined> =>
  (await client.query<OpenTransaction>(OLDEST, [moment])).rows[0];

const stillOpen = ({ name, since }: OpenTransaction) =>
  new AppError({
    code: 'transaction_open',
    status: 503,
    retryable: true,
    message: `A transaction of “${name}” is open since ${since.toISOString()}, and may still read what was deleted.`,
  });

/**
 * Waits, `limitMs` at most, until no transaction is open that began before this call: what such a one may still read,
 * PostgreSQL keeps on the disk. AppError `transaction_open` names the one that does not end.
 */
export async function untilOlderTransactionsEnd(client: SteadyClient, limitMs: number): Promise<void> {
  const { rows } = await client.query<{ now: Date }>('select clock_timestamp() as now');
  const now = rows[0]?.now ?? new Date();
  for (const limit = Date.now() + limitMs; ; await sleep(LOOK_MS)) {
    const open = await oldestBefore(client, now);
    if (!open) return;
    if (Date.now() > limit) throw stillOpen(open);
  }
}
