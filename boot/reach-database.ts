import { AppError } from '../config/errors.ts';
import type { DatabaseHandle } from '../stores/database.ts';

const reasonOf = (error: unknown): string => {
  const reason = error instanceof AppError ? error.cause : error;
  return reason instanceof Error ? reason.message || reason.name : String(reason);
};

/** Asks the database something; one that can't be reached is named as the setting has it, without the password. */
export async function reachDatabase({ pool, url }: Pick<DatabaseHandle, 'pool' | 'url'>): Promise<void> {
  try {
    await pool.query('select 1');
  } catch (cause) {
    const { host, pathname } = new URL(url);
    throw new AppError({
      code: 'database_unreachable',
      status: 503,
      message: `PostgreSQL at ${host}, database ${pathname.slice(1)} (DATABASE_URL), can't be used: ${reasonOf(cause)}`,
      retryable: true,
      cause,
    });
  }
}
