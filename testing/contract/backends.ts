import { findRedis } from '../optional-servers.ts';

/** The queue's two backends; Redis only where one runs. */
export async function queueBackends(): Promise<Array<{ name: string; env: Record<string, string> }>> {
  const redis = await findRedis();
  const onPostgres = { name: 'queue on PostgreSQL', env: { REDIS_URL: '' } };
  if (redis) return [onPostgres, { name: 'queue on Redis', env: { REDIS_URL: redis } }];
  console.log('not run: the contract on Redis (no Redis answers)');
  return [onPostgres];
}
