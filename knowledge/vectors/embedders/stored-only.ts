import { AppError } from '../../../config/errors.ts';
import type { VectorPlace } from '../vector-places.ts';
import type { Embedder } from './embedder.ts';

/** Stands for a model that can't be reached: the vectors that PostgreSQL keeps are all there is. */
export const storedOnly = ({ model, dimensions }: VectorPlace): Embedder => {
  const refuse = () =>
    Promise.reject(
      new AppError({
        code: 'embedding_unreachable',
        status: 503,
        retryable: true,
        message: `The embedding model ${model} does not answer.`,
      }),
    );
  return { model, dimensions, learned: true, embed: refuse, embedQuery: refuse };
};
