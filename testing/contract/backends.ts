import { createConnection } from 'node:net';

const REDIS = 'redis://127.0.0.1:6379';

/** True when something listens at a URL's host and port. */
export function listens(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = createConnection({ host: hostname, port: Number(port), timeout: 1_000 });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket
      .once('connect', () => end(true))
      .once('error', () => end(false))
      .once('timeout', () => end(false));
  });
}

/** The queue's two backends; Redis only where one runs (REDIS_URL, or the usual port). */
export async function queueBackends(): Promise<Array<{ name: string; env: Record<string, string> }>> {
  const redis = process.env.REDIS_URL ?? REDIS;
  const onPostgres = { name: 'queue on PostgreSQL', env: { REDIS_URL: '' } };
  if (await listens(redis)) return [onPostgres, { name: 'queue on Redis', env: { REDIS_URL: redis } }];
  console.log(`not run: the contract on Redis (nothing listens at ${redis})`);
  return [onPostgres];
}
