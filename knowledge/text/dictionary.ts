import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSortedLines } from './sorted-lines.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'data', 'dictionary');

/** A general bilingual dictionary: what the words of a question may mean in the other language, and where Chinese words end. */
export interface Dictionary {
  hasHan(word: string): boolean;
  /** Length of the longest Chinese word that starts with a character, 0 for none. */
  longestHan(first: string): number;
  /** English translations of a Chinese word, each as the stems of its words joined by a space. */
  english(word: string): string[];
  /** Chinese translations of English stems joined by a space, the usual ones first. */
  chinese(stems: string): string[];
}

export function createDictionary(files: { zhEn: string; enZh: string }): Dictionary {
  const zhEn = createSortedLines(files.zhEn);
  const enZh = createSortedLines(files.enZh);
  const longest = new Map<string, number>();
  for (const word of zhEn.keys()) {
    const first = word.charAt(0);
    if (word.length > (longest.get(first) ?? 0)) longest.set(first, word.length);
  }
  return {
    hasHan: zhEn.has,
    longestHan: (first) => longest.get(first) ?? 0,
    english: zhEn.get,
    chinese: enZh.get,
  };
}

let shared: Dictionary | undefined;

/** The dictionary that comes with the program (data/dictionary), read at the first call. */
export function generalDictionary(): Dictionary {
  const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');
  shared ??= createDictionary({ zhEn: read('zh-en.txt'), enZh: read('en-zh.txt') });
  return shared;
}
