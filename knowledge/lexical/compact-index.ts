import type { Concept } from '../text/lexicon.ts';
import { startIndexWorker } from './index-workers.ts';
import type { IndexParts } from './lexical-index.ts';
import type { SegmentData } from './packed-segment.ts';

/**
 * One segment of the live chunks alone: nothing of removed ones is in it. Chunks that came one by one are read and
 * analysed again by another thread, as PostgreSQL has them now. Throws when `signal` aborts.
 */
export async function compactIndex(options: {
  parts: IndexParts;
  concepts: Concept[];
  databaseUrl: string;
  signal: AbortSignal;
}): Promise<SegmentData> {
  const { parts, concepts, databaseUrl, signal } = options;
  const [first, ...others] = parts.packed;
  if (first && others.length === 0 && parts.loose.length === 0 && !first.dead.includes(1)) return first.data;
  signal.throwIfAborted();
  const worker = startIndexWorker({ databaseUrl, concepts });
  const close = () => worker.close();
  signal.addEventListener('abort', close, { once: true });
  try {
    return await worker.run({ kind: 'compact', packed: parts.packed, loose: parts.loose });
  } finally {
    signal.removeEventListener('abort', close);
    await close();
  }
}
