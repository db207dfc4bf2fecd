import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { programKey } from '../program-key.ts';
import { chineseWords } from '../text/chinese-words.ts';
import type { Concept } from '../text/lexicon.ts';

const ROOMS = ['../text', '../lexical', '../../text'].map((room) => join(import.meta.dirname, room));

/** The program that makes terms of a text and packs them, with the dictionary that it goes by. */
export const analysisProgram = async (): Promise<string> => `${await programKey(ROOMS)} ${chineseWords?.key ?? ''}`;

/** What the terms of a chunk depend on beside its text: two indexes of one key have the same. */
export const analysisKey = (program: string, concepts: readonly Concept[]): string =>
  createHash('sha256').update(program).update(JSON.stringify(concepts)).digest('hex');
