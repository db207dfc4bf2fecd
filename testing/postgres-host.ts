import { openTestPostgresServer } from './test-postgres-server.ts';

/** One PostgreSQL for all test files of a run: where the machine has none, starting it takes longer than most tests. */
export default async function hostPostgres(): Promise<() => Promise<void>> {
  const server = await openTestPostgresServer();
  process.env.KEFU_TEST_DATABASE_URL = server.url;
  return server.stop;
}
