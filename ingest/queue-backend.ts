import { createPostgresBackend, type Processor, Queue, type QueueOptions, Worker, type WorkerOptions } from 'bullmq';
import { SteadyClient } from '../stores/steady-client.ts';

const NAME = 'ingest';
const SCHEMA = 'bullmq';

/** Where the queue lives: Redis when `redisUrl` is given, else PostgreSQL, in a schema of its own. */
export interface QueuePlace {
  databaseUrl: string;
  redisUrl: string | undefined;
  /** Sets apart installations that share a Redis (stores/installation-id.ts). */
  space: string;
}

const postgres = ({ databaseUrl }: QueuePlace, max: number) => ({
  connectionString: databaseUrl,
  schema: SCHEMA,
  migrate: true,
  max,
  connectionTimeoutMillis: 10_000,
  application_name: 'kefu queue',
  Client: SteadyClient,
});

/** BullMQ's own pauses grow to 20 s: so long nothing would go on after Redis is back. */
const RECONNECT_MS = 2_000;

/** BullMQ makes the connections and closes them with the queue. Commands wait for a lost connection at most this often. */
const redis = (url: string, maxRetriesPerRequest: number | null) => ({
  url,
  maxRetriesPerRequest,
  retryStrategy: (times: number) => Math.min(200 * times, RECONNECT_MS),
});

const prefix = ({ space }: QueuePlace) => `kefu-${space}`;

export function openQueue(place: QueuePlace, options: Omit<QueueOptions, 'connection'>): Queue {
  if (place.redisUrl)
    return new Queue(NAME, { ...options, prefix: prefix(place), connection: redis(place.redisUrl, 3) });
  // The types tie a queue to Redis' connection options unless every type parameter is spelled out.
  const onPostgres = new Queue(NAME, { ...options, connection: postgres(place, 2) }, createPostgresBackend);
  return onPostgres as unknown as Queue;
}

export function openWorker(
  place: QueuePlace,
  processor: Processor,
  options: Omit<WorkerOptions, 'connection'>,
): Worker {
  if (place.redisUrl)
    return new Worker(NAME, processor, { ...options, prefix: prefix(place), connection: redis(place.redisUrl, null) });
  const onPostgres = new Worker(NAME, processor, { ...options, connection: postgres(place, 4) }, createPostgresBackend);
  return onPostgres as unknown as Worker;
}
