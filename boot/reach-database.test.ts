import { expect, it } from 'vitest';
import { databaseUnreachable } from '../stores/database-unreachable.ts';
import { reachDatabase } from './reach-database.ts';

const url = 'postgres://kefu:not-to-be-shown@db.example:5433/shop';
const fault = (code: string, message: string) => databaseUnreachable(Object.assign(new Error(message), { code }));

/** Fails with one fault after another, then answers. */
function poolThat(...faults: Error[]) {
  let asked = 0;
  const query = async () => {
    const next = faults[asked++];
    if (next) throw next;
  };
  return { pool: { query }, asked: () => asked };
}

it('waits for a server that is starting, and not for ever', async () => {
  const starting = fault('57P03', 'the database system is starting up');
  const { pool, asked } = poolThat(starting, starting);
  await reachDatabase({ pool, url }, { limitMs: 10_000, retryMs: 1 });
  expect(asked()).toBe(3);
  const never = { pool: { query: async () => Promise.reject(starting) }, url };
  await expect(reachDatabase(never, { limitMs: 20, retryMs: 1 })).rejects.toThrow(/starting up/);
});

it('says at once which server nobody listens at, without the password', async () => {
  const { pool, asked } = poolThat(fault('ECONNREFUSED', 'connect ECONNREFUSED'));
  const failed = expect(reachDatabase({ pool, url })).rejects;
  await failed.toThrow(
    "PostgreSQL at db.example:5433, database shop (DATABASE_URL), can't be used: connect ECONNREFUSED",
  );
  expect(asked()).toBe(1);
});
