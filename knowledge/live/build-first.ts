import { setTimeout as wait } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Logger } from '../../config/logger.ts';
import type { Database } from '../../stores/schema.ts';
import { type ChunkCensus, takeCensus } from '../lexical/chunk-slices.ts';
import type { SnapshotKeeper } from '../snapshot/snapshot-keeper.ts';
import { type Generations, SMALL } from './generations.ts';

const RETRY_MS = 2_000;

/** Makes the index of the start, from its copy on disk where there is one; tries until it stands or `signal` aborts. */
export async function buildFirst(options: {
  db: Kysely<Database>;
  generations: Generations;
  census: ChunkCensus;
  snapshots: SnapshotKeeper | undefined;
  logger: Logger;
  signal: AbortSignal;
  /** It was read from disk: what it holds is worth a comparison. */
  onRestored(): void;
}): Promise<void> {
  const { db, generations, snapshots, signal } = options;
  for (let from = options.census; !signal.aborted; from = await takeCensus(db).catch(() => from)) {
    try {
      const { index, concepts } = generations.current();
      const restored = await snapshots?.restore(index, concepts, from.count);
      const few = (restored?.changed ?? from.count) <= SMALL;
      await generations.fill({ after: restored?.position ?? 0, upTo: from.last }, !few);
      if (restored) options.onRestored();
      return;
    } catch (error) {
      if (signal.aborted) return;
      options.logger.warn({ err: error }, 'the index could not be built; trying again');
      await wait(RETRY_MS, undefined, { signal }).catch(() => undefined);
      await generations.restart();
    }
  }
}
