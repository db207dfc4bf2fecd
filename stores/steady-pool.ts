import pg from 'pg';
import { databaseUnreachable } from './database-unreachable.ts';

type Connected = Parameters<pg.Pool['connect']>[0];

/** Connections that are opened as soon as they are wanted. */
const AT_ONCE = 8;
/**
 * Beyond those, one that comes free is waited for, and each time that somebody has waited for so long another one is
 * opened: a connection costs PostgreSQL as much as ten short transactions, and a burst of those ends no sooner with more.
 */
const PATIENCE_MS = 100;

/** A pool that gives no connection for the time being says so as an error that callers may be told and try again after. */
export class SteadyPool extends pg.Pool {
  #line: Array<() => void> = [];
  #growth: NodeJS.Timeout | undefined;

  constructor(config: pg.PoolConfig) {
    super(config);
    // It is free once what runs now has ended.
    this.on('release', () => queueMicrotask(() => this.#letIn(1)));
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<pg.PoolClient> | undefined {
    if (!callback)
      return new Promise<pg.PoolClient>((done, fail) => {
        this.#inTurn(() => {
          super.connect().then(done, fail);
        });
      }).catch((cause: Error) => {
        throw databaseUnreachable(cause);
      });
    this.#inTurn(() => {
      super.connect((error, client, done) => callback(error && databaseUnreachable(error), client, done));
    });
    return undefined;
  }

  /** Runs `connect` at once where a connection is free or may be opened; a full pool keeps a line of its own. */
  #inTurn(connect: () => void): void {
    const free = this.#mayOpen() > 0 || this.idleCount > this.waitingCount || this.#isFull();
    if (this.#line.length === 0 && free) connect();
    else {
      this.#line.push(connect);
      this.#wait();
    }
  }

  #isFull = (): boolean => this.totalCount >= this.options.max;
  #mayOpen = (): number => Math.max(0, AT_ONCE - this.totalCount);

  #letIn(count: number): void {
    for (const connect of this.#line.splice(0, count)) connect();
    if (this.#line.length > 0) this.#wait();
    else {
      clearTimeout(this.#growth);
      this.#growth = undefined;
    }
  }

  #wait(): void {
    this.#growth ??= setTimeout(() => {
      this.#growth = undefined;
      this.#letIn(this.#isFull() ? this.#line.length : Math.max(1, this.#mayOpen()));
    }, PATIENCE_MS);
  }
}
