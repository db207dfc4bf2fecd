import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CuttableProxy, startCuttableProxy } from '../testing/cuttable-proxy.ts';
import { withTestDatabase } from '../testing/postgres.ts';
import { type DatabaseHandle, openDatabase } from './database.ts';

const UNREACHABLE = { code: 'database_unreachable', status: 503, retryable: true, retryAfter: 5 };
const logger = pino({ level: 'silent' });
let server: DatabaseHandle;
let network: CuttableProxy;
let database: DatabaseHandle;

beforeAll(async () => {
  server = await withTestDatabase();
  network = await startCuttableProxy(server.url);
  const through = new URL(server.url);
  through.host = new URL(network.url).host;
  database = openDatabase({ url: through.href, logger, max: 2 });
});
beforeEach(() => network.mend());
afterAll(async () => {
  await database.close();
  await network.close();
  await server.close();
});

let naps = 20;
/** A statement that takes longer than any test waits, like no other. */
const nap = () => `select pg_sleep(${naps++})`;
const run = (statement: string) => sql.raw(statement).execute(database.db);
const pidOf = async (statement: string): Promise<number | undefined> => {
  const text = 'select pid from pg_stat_activity where datname = current_database() and query = $1';
  return (await server.pool.query<{ pid: number }>(text, [statement])).rows[0]?.pid;
};
const untilRunning = (statement: string) => expect.poll(() => pidOf(statement), { timeout: 10_000 }).toBeGreaterThan(0);

describe('a query that is cut off half way', () => {
  it('is told as a database out of reach when the connection is lost', async () => {
    const statement = nap();
    const told = expect(run(statement)).rejects.toMatchObject(UNREACHABLE);
    await untilRunning(statement);
    network.cut();
    await told;
  });

  it('is told so when the server ends the session', async () => {
    const statement = nap();
    const told = expect(run(statement)).rejects.toMatchObject(UNREACHABLE);
    await untilRunning(statement);
    await server.pool.query('select pg_terminate_backend($1)', [await pidOf(statement)]);
    await told;
  });

  it('is told so in the middle of a transaction, and of a query that the pool runs', async () => {
    const transaction = database.db.transaction().execute(async (trx) => {
      await sql`select 1`.execute(trx);
      network.cut();
      await wait(100);
      await sql`select 2`.execute(trx);
    });
    await expect(transaction).rejects.toMatchObject(UNREACHABLE);
    network.mend();
    const statement = nap();
    const told = expect(database.pool.query(statement)).rejects.toMatchObject(UNREACHABLE);
    await untilRunning(statement);
    network.cut();
    await told;
  });
});

it('leaves other faults as PostgreSQL tells them', async () => {
  await expect(sql`select nonsense`.execute(database.db)).rejects.toMatchObject({ code: '42703' });
  await expect(database.pool.query('select 1 / 0')).rejects.toMatchObject({ code: '22012' });
});

describe('connections', () => {
  const open = async (work: (own: DatabaseHandle) => Promise<void>) => {
    const own = openDatabase({ url: server.url, logger });
    await work(own).finally(own.close);
  };

  it('that come free are waited for before another one is opened', () =>
    open(async ({ pool }) => {
      const held = await Promise.all(Array.from({ length: 8 }, () => pool.connect()));
      const [next, last] = [pool.connect(), pool.query<{ n: number }>('select 1 as n')];
      held.shift()?.release();
      held.shift()?.release();
      expect((await last).rows).toEqual([{ n: 1 }]);
      for (const client of [...held, await next]) client.release();
      expect(pool.totalCount).toBe(8);
    }));

  it('become more where those that are open stay in use', () =>
    open(async ({ pool }) => {
      const held = await Promise.all(Array.from({ length: 12 }, () => pool.connect()));
      expect((await pool.query<{ n: number }>('select 1 as n')).rows).toEqual([{ n: 1 }]);
      for (const client of held) client.release();
      expect(pool.totalCount).toBe(13);
    }));
});
