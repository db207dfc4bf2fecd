import { changedConcepts } from '../lexical/touched-chunks.ts';
import { createAnalyzer } from '../text/analyzer.ts';
import { type Concept, learnLexicon } from '../text/lexicon.ts';
import type { Embedder } from './embedders/embedder.ts';
import { embeddingText } from './embedders/embedding-text.ts';
import { createLocalEmbedder } from './embedders/local-embedder.ts';
import { addVectors, type Fill } from './fill-index.ts';
import { liveChunkIds, liveChunks } from './live-chunks.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Words that stand in more chunks are looked for in all of them. */
const MOST_TOUCHED = 5_000;

async function embedderWith(concepts: readonly Concept[]): Promise<Embedder> {
  const analyzer = createAnalyzer(await learnLexicon(concepts));
  return createLocalEmbedder({ analyzer: () => analyzer, idf: () => 1 });
}

const differ = (a: readonly number[], b: readonly number[]) => a.some((value, i) => value !== b[i]);

/**
 * Brings the built-in embedder's vectors to the present words: those that the change of words has changed are made
 * again, no others; all of them when it is unknown by which words they were made (`before` undefined). What a kill
 * broke off is simply done again. Returns how many were made.
 */
export async function reword(
  fill: Fill,
  options: {
    before: readonly Concept[] | undefined;
    vocabulary: Pick<Vocabulary, 'concepts' | 'touched'>;
    onProgress?: (done: number, total: number) => Promise<void>;
    signal?: AbortSignal;
  },
): Promise<number> {
  const { before, vocabulary, onProgress, signal } = options;
  const changed = before && changedConcepts(before, vocabulary.concepts());
  if (changed?.length === 0) return 0;
  const ids = [...((changed && vocabulary.touched(changed, MOST_TOUCHED)) ?? (await liveChunkIds(fill.db)))];
  const old = before && (await embedderWith(before));
  let done = 0;
  let made = 0;
  for await (const rows of liveChunks(fill.db, ids)) {
    signal?.throwIfAborted();
    await onProgress?.(done, ids.length);
    const texts = rows.map(embeddingText);
    const [then, now] = old ? [await old.embed(texts), await fill.embedder.embed(texts)] : [];
    const stale = rows.filter((_, i) => !then || !now || differ(then[i] ?? [], now[i] ?? []));
    await addVectors(fill, stale);
    made += stale.length;
    done += rows.length;
  }
  return made;
}
