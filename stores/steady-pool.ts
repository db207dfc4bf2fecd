import pg from 'pg';
import { AppError } from '../config/errors.ts';

type Connected = Parameters<pg.Pool['connect']>[0];

const unreachable = (cause: Error) =>
  new AppError({
    code: 'database_unreachable',
    status: 503,
    message: 'The database is out of reach. Try again in a moment.',
    retryable: true,
    retryAfter: 5,
    cause,
  });

/** A pool that gives no connection for the time being says so as an error that callers may be told and try again after. */
export class SteadyPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<pg.PoolClient> | undefined {
    if (!callback)
      return super.connect().catch((cause: Error) => {
        throw unreachable(cause);
      });
    super.connect((error, client, done) => callback(error && unreachable(error), client, done));
    return undefined;
  }
}
