import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { programKey } from '../program-key.ts';
import type { Concept } from '../text/lexicon.ts';

/** The program that makes terms of a text and packs them. */
export const analysisProgram = (): Promise<string> =>
  programKey(['text', 'lexical'].map((name) => join(import.meta.dirname, '..', name)));

/** What the terms of a chunk depend on beside its text: two indexes of one key have the same. */
export const analysisKey = (program: string, concepts: readonly Concept[]): string =>
  createHash('sha256').update(program).update(JSON.stringify(concepts)).digest('hex');
