import pg from 'pg';
import { databaseUnreachable } from './database-unreachable.ts';
import { asPrepared } from './prepared.ts';

/** The server is ending or starting (operator intervention), or the connection failed (class 08). */
const SERVER_GONE = /^(08...|57P0[1-3])$/;

const tellsOfLoss = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code !== undefined && SERVER_GONE.test(error.code);

type Callback = (error: unknown, ...rest: unknown[]) => void;
const isCallback = (value: unknown): value is Callback => typeof value === 'function';

/** A function like `query` that prepares what is marked so; errors, given to a callback or thrown, are told as `told` has it. */
function telling<Query extends pg.Client['query']>(query: Query, told: (error: unknown) => unknown): Query {
  const heard = (callback: Callback): Callback => {
    return (error, ...rest) => callback(error && told(error), ...rest);
  };
  return new Proxy(query, {
    apply(target, client, args: unknown[]) {
      const given = asPrepared(args).map((value) => (isCallback(value) ? heard(value) : value));
      const result: unknown = Reflect.apply(target, client, given);
      if (!(result instanceof Promise)) return result;
      return result.catch((error: unknown) => {
        throw told(error);
      });
    },
  });
}

/**
 * A PostgreSQL client whose lost connection fails its queries and nothing else, as an error that callers may be told
 * and try again after. A plain one that is checked out of a pool when the server goes away emits an error that nobody
 * listens to, which would end the process.
 */
export class SteadyClient extends pg.Client {
  #lost = false;

  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
    this.query = telling(this.query, (error) =>
      this.#lost || tellsOfLoss(error) ? databaseUnreachable(error) : error,
    );
  }

  /** The loss is emitted before the queries under way are failed; a pool listens, too, while it runs one. */
  override emit(event: string | symbol, ...args: unknown[]): boolean {
    if (event !== 'error') return super.emit(event, ...args);
    this.#lost = true;
    return super.emit(event, databaseUnreachable(args[0]));
  }
}
