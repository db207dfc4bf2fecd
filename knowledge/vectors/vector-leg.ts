import type { Scored } from '../lexical/lexical-index.ts';
import { timeLimit } from '../time-limit.ts';
import type { Embedder } from './embedders/embedder.ts';
import type { VectorIndex } from './vector-index.ts';

const EMBEDDING_MS = 800;

/** The search by vectors. */
export interface VectorLeg {
  /** True while a model that was trained makes the vectors: it sees more than the words. */
  readonly learned: boolean;
  /** The passages nearest to a question, best first; the score is the cosine. Throws when vectors are out of reach. */
  search(question: string, k: number): Promise<Scored[]>;
}

/** The leg over one index, all of whose vectors `embedder` made. */
export const createVectorLeg = ({
  embedder,
  index,
}: {
  embedder: Embedder;
  index: Pick<VectorIndex, 'query'>;
}): VectorLeg => ({
  learned: embedder.learned,
  search: async (question, k) =>
    index.query(await timeLimit(embedder.embedQuery(question), EMBEDDING_MS, 'The embedding'), k),
});
