import type { Concept } from '../text/lexicon.ts';

/** The words of this process, by which the built-in embedder knows what means the same. */
export interface Vocabulary {
  concepts(): readonly Concept[];
  /** Chunks that may hold a word of the concepts; undefined when they are more than `most`, or can't be told. */
  touched(concepts: readonly Concept[], most: number): ReadonlySet<string> | undefined;
  /** Resolves when the words and passages committed before the call are known. */
  ready(): Promise<void>;
}
