import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../config/errors.ts';

/** cannot_connect_now: the server is there, and recovers or goes down. */
const NOT_YET = '57P03';
const PATIENCE = { limitMs: 60_000, retryMs: 500 };

interface Reached {
  pool: { query(text: string): Promise<unknown> };
  url: string;
}

const causeOf = (error: unknown): unknown => (error instanceof AppError ? error.cause : error);

const comesUp = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === NOT_YET;

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message || error.name : String(error));

/**
 * Asks the database something, and again while it says that it is starting; one that can't be reached is named as the
 * setting has it, without the password.
 */
export async function reachDatabase({ pool, url }: Reached, patience = PATIENCE): Promise<void> {
  for (const limit = Date.now() + patience.limitMs; ; await wait(patience.retryMs))
    try {
      await pool.query('select 1');
      return;
    } catch (error) {
      const cause = causeOf(error);
      if (comesUp(cause) && Date.now() < limit) continue;
      const { host, pathname } = new URL(url);
      throw new AppError({
        code: 'database_unreachable',
        status: 503,
        message: `PostgreSQL at ${host}, database ${pathname.slice(1)} (DATABASE_URL), can't be used: ${reasonOf(cause)}`,
        retryable: true,
        cause: error,
      });
    }
}
