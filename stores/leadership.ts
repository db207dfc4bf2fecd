import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Logger } from '../config/logger.ts';
import type { Database } from './schema.ts';
import { SteadyClient } from './steady-client.ts';

const RETRY_MS = 5_000;
/** First half of an advisory lock's key: any number that nobody else in the database uses. */
const SPACE = 5_338_011;

/** Tasks that one process of an installation does at a time; every worker stands for `vectors`. */
export type LedTask = 'vectors' | 'channels';

const nameOf = (task: LedTask) => `kefu ${task}`;

/** The right to do what only one process of an installation may do at a time. */
export interface Leadership {
  held(): boolean;
  close(): Promise<void>;
}

/**
 * Stands for a task by holding an advisory lock of PostgreSQL on a connection of its own: it falls to another process
 * when this one ends or loses its connection. Resolves after the first try.
 */
export async function createLeadership(options: {
  url: string;
  task: LedTask;
  /** What the task is done on, where there may be several. */
  of?: string | undefined;
  logger: Logger;
}): Promise<Leadership> {
  const key = createHash('sha256').update(`${options.task} ${options.of}`).digest().readInt32LE(0);
  let client: SteadyClient | undefined;
  let held = false;
  let closed = false;

  const attempt = async () => {
    try {
      if (!client) {
        const fresh = new SteadyClient({
          connectionString: options.url,
          application_name: nameOf(options.task),
          connectionTimeoutMillis: 5_000,
          query_timeout: 5_000,
          keepAlive: true,
        });
        fresh.on('end', () => {
          if (client !== fresh) return;
          client = undefined;
          held = false;
        });
        client = fresh;
        await fresh.connect();
      }
      if (held) await client.query('select 1');
      else {
        const { rows } = await client.query<{ ok: boolean }>('select pg_try_advisory_lock($1, $2) as ok', [SPACE, key]);
        held = rows[0]?.ok === true && !closed;
      }
    } catch (error) {
      options.logger.debug({ err: error, task: options.task }, 'no connection to stand for a task');
      const broken = client;
      client = undefined;
      held = false;
      await broken?.end().catch(() => undefined);
    }
  };

  let trying = attempt();
  await trying;
  const timer = setInterval(() => {
    trying = trying.then(attempt);
  }, RETRY_MS);
  timer.unref();
  return {
    held: () => held,
    async close() {
      closed = true;
      clearInterval(timer);
      await trying;
      const last = client;
      client = undefined;
      held = false;
      await last?.end().catch(() => undefined);
    },
  };
}

/** How many processes stand for a task now. */
export async function countStanding(db: Kysely<Database>, task: LedTask): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from pg_stat_activity
    where datname = current_database() and application_name = ${nameOf(task)}`.execute(db);
  return rows[0]?.count ?? 0;
}
