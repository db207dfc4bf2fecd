import pg from 'pg';
import { databaseUnreachable } from './database-unreachable.ts';

type Connected = Parameters<pg.Pool['connect']>[0];

/** A pool that gives no connection for the time being says so as an error that callers may be told and try again after. */
export class SteadyPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<pg.PoolClient> | undefined {
    if (!callback)
      return super.connect().catch((cause: Error) => {
        throw databaseUnreachable(cause);
      });
    super.connect((error, client, done) => callback(error && databaseUnreachable(error), client, done));
    return undefined;
  }
}
