import type { IngestQueue } from '../ingest/queue.ts';
import type { ReadinessCheck } from '../server/dependencies.ts';
import type { DatabaseHandle } from '../stores/database.ts';

/** What /readyz asks. Without Chroma search goes by words alone, without the queue uploads wait: turns need neither. */
export const readinessChecks = (options: {
  database: DatabaseHandle;
  chromaUrl: string | undefined;
  queue: Pick<IngestQueue, 'depth'>;
}): ReadinessCheck[] => [
  {
    name: 'postgres',
    required: true,
    check: async () => {
      await options.database.pool.query('select 1');
    },
  },
  {
    name: 'chroma',
    required: false,
    check: async () => {
      if (!options.chromaUrl) throw new Error('not running');
      const response = await fetch(new URL('/api/v2/heartbeat', options.chromaUrl));
      await response.body?.cancel();
      if (!response.ok) throw new Error(`answered ${response.status}`);
    },
  },
  {
    name: 'queue',
    required: false,
    check: async () => {
      await options.queue.depth();
    },
  },
];
