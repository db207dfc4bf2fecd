import type { Kysely } from 'kysely';
import type { Logger } from '../../config/logger.ts';
import type { Database } from '../../stores/schema.ts';
import type { KnowledgeFeed } from '../knowledge-feed.ts';
import { takeCensus } from '../lexical/chunk-slices.ts';
import type { Generations } from './generations.ts';

const TRIES = 3;

/** Compares the index that answers with PostgreSQL and has it built anew where they differ; resolves with whether they agreed. */
export async function compareIndex(options: {
  db: Kysely<Database>;
  generations: Generations;
  feed: Pick<KnowledgeFeed, 'refresh' | 'position'>;
  logger: Logger;
  buildAnew(): Promise<void>;
}): Promise<boolean> {
  const { db, generations, feed, logger } = options;
  for (let tries = 0; tries < TRIES; tries++) {
    await feed.refresh();
    const position = feed.position();
    const there = await takeCensus(db);
    await feed.refresh();
    // Changed meanwhile: the two can't be compared.
    if (feed.position() !== position) continue;
    if (!generations.differs(there)) return true;
    const indexed = generations.current().index.size;
    logger.warn({ chunks: there.count, indexed }, 'the index differs from PostgreSQL: built anew');
    generations.markDamaged();
    await options.buildAnew();
    return false;
  }
  return true;
}
