import type { Scored } from '../lexical/lexical-index.ts';
import { TimeLimitError } from '../time-limit.ts';

/**
 * Vectors by chunk id: a cache that may vanish at any time and is rebuilt from PostgreSQL. A chunk id names one
 * text for ever, so an id that is there has the right vector. Every call may throw {@link VectorsUnreachable}.
 */
export interface VectorIndex {
  query(vector: number[], k: number): Promise<Scored[]>;
  /** Whether what the index has under an id is this vector. Nobody waits for it as a customer does for a query. */
  holds(item: { id: string; vector: number[] }): Promise<boolean>;
  /** Makes the index if there is none. */
  upsert(items: Array<{ id: string; vector: number[] }>): Promise<void>;
  delete(ids: string[]): Promise<void>;
  count(): Promise<number>;
  ids(): Promise<Set<string>>;
}

/** The store of the vectors does not answer, or answers that it can't: not the embedding model, not PostgreSQL. */
export class VectorsUnreachable extends Error {
  /** It did not say no, it only took too long. */
  readonly slow: boolean;

  constructor(cause: unknown) {
    super(`the vector store is out of reach${typeof cause === 'string' ? `: ${cause}` : ''}`, { cause });
    this.name = 'VectorsUnreachable';
    this.slow = cause instanceof TimeLimitError;
  }
}
