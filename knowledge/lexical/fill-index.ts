import { availableParallelism } from 'node:os';
import type { Kysely } from 'kysely';
import type { Database } from '../../stores/schema.ts';
import { createBreather } from '../breather.ts';
import { createAnalyzer } from '../text/analyzer.ts';
import { type Concept, learnLexicon } from '../text/lexicon.ts';
import { cutSlices, readSlice, type Slice } from './chunk-slices.ts';
import { type IndexWorker, startIndexWorker } from './index-workers.ts';
import type { SegmentedIndex } from './lexical-index.ts';
import { packRows } from './pack-rows.ts';
import { createSegmentWriter } from './segment-writer.ts';
import { createSharedSpace } from './shared-space.ts';

const MOST_WORKERS = 2;

/** Packs slices until none is left; a slice that fails stays with those that are left. */
async function drain(left: Slice[], pack: (slice: Slice) => Promise<void>): Promise<void> {
  for (let slice = left.pop(); slice; slice = left.pop()) {
    try {
      await pack(slice);
    } catch (error) {
      left.push(slice);
      throw error;
    }
  }
}

/**
 * Puts all live chunks between two revisions into an index, slice by slice: searches see what is there already. With
 * `databaseUrl` other threads read, analyse and merge; without one, or when they fail, this thread does it in short
 * turns. Throws when PostgreSQL is out of reach, and when `signal` aborts.
 */
export async function fillIndex(options: {
  index: SegmentedIndex;
  concepts: Concept[];
  range: Slice;
  db: Kysely<Database>;
  databaseUrl?: string;
  signal: AbortSignal;
  onWorkerFailure: (error: unknown) => void;
  /** All chunks can be found; merging the segments goes on. */
  onComplete: () => void;
}): Promise<void> {
  const { index, concepts, db, databaseUrl, signal, onComplete } = options;
  /** Taken from the end, newest first: what was handed in last is asked about most. */
  let left: Slice[] | undefined;

  const withWorkers = async (setup: { databaseUrl: string; concepts: Concept[] }) => {
    const workers: IndexWorker[] = [];
    const close = () => Promise.all(workers.map((worker) => worker.close()));
    signal.addEventListener('abort', close, { once: true });
    try {
      // They get ready while PostgreSQL counts.
      while (workers.length < Math.min(MOST_WORKERS, availableParallelism())) workers.push(startIndexWorker(setup));
      const slices = await cutSlices(db, options.range);
      left = slices;
      const pack = (worker: IndexWorker) => async (slice: Slice) =>
        index.attach(await worker.run({ kind: 'pack', slice }));
      // What one fails at is left to the others.
      const outcomes = await Promise.allSettled(workers.map((worker) => drain(slices, pack(worker))));
      for (const outcome of outcomes) if (slices.length > 0 && outcome.status === 'rejected') throw outcome.reason;
      onComplete();
      const segments = index.attached();
      index.consolidate(segments.length > 1 ? await workers[0]?.run({ kind: 'merge', segments }) : undefined);
    } finally {
      signal.removeEventListener('abort', close);
      await close();
    }
  };

  if (databaseUrl !== undefined) {
    try {
      return await withWorkers({ databaseUrl, concepts });
    } catch (error) {
      signal.throwIfAborted();
      // PostgreSQL could not tell what there is: this thread would not learn more.
      if (!left) throw error;
      options.onWorkerFailure(error);
    }
  }
  left ??= await cutSlices(db, options.range);
  const analyzer = createAnalyzer(await learnLexicon(concepts));
  const writer = createSegmentWriter(createSharedSpace());
  const breathe = createBreather();
  await drain(left, async (slice) => {
    signal.throwIfAborted();
    index.attach(await packRows(await readSlice(db, slice), analyzer, writer, breathe));
  });
  onComplete();
  index.consolidate();
}
