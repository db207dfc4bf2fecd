// node scripts/make-dictionary.ts CEDICT FREQUENCIES: makes data/dictionary from the text file of CC-CEDICT
// (cedict_1_0_ts_utf-8) and a list of "word count …" lines (jieba's dict.txt). See data/dictionary/README.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanGloss } from './dictionary/clean-gloss.ts';

const FOLDER = join(import.meta.dirname, '..', 'data', 'dictionary');
const ENTRY = /^\S+ (\S+) \[[^\]]*\] \/(.*)\/\s*$/;
const HAN = /^\p{Script=Han}{1,5}$/u;
/** Words that a large newspaper corpus has less often are left out. */
const LEAST_COUNT = 3;
const MOST_SENSES = 6;
/** Chinese words of one English term, the likeliest first. */
const MOST_WORDS = 30;
/** A later sense is meant less often. */
const SENSE_LOSS = 0.6;

const [cedict, frequencies] = process.argv.slice(2);
if (!cedict || !frequencies) throw new Error('node scripts/make-dictionary.ts CEDICT FREQUENCIES');

const counts = new Map<string, number>();
for (const line of readFileSync(frequencies, 'utf8').split('\n')) {
  const [word, count] = line.split(' ');
  if (word) counts.set(word, Number(count));
}

const senses = new Map<string, string[]>();
for (const line of readFileSync(cedict, 'utf8').split('\n')) {
  const [, word, text] = ENTRY.exec(line) ?? [];
  if (!word || !text || !HAN.test(word) || (counts.get(word) ?? 0) < LEAST_COUNT) continue;
  const known = senses.get(word) ?? [];
  for (const sense of text.split(/[/;]/)) {
    const key = cleanGloss(sense)?.join(' ');
    if (key && !known.includes(key)) known.push(key);
  }
  if (known.length > 0) senses.set(word, known);
}

const words = new Map<string, Array<{ word: string; weight: number }>>();
for (const [word, keys] of senses) {
  keys.slice(0, MOST_SENSES).forEach((key, i) => {
    const list = words.get(key) ?? [];
    list.push({ word, weight: (counts.get(word) ?? 0) * SENSE_LOSS ** i });
    words.set(key, list);
  });
}

const byKey = <T>(map: Map<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
const write = (name: string, lines: string[]) => writeFileSync(join(FOLDER, name), `${lines.join('\n')}\n`);
write(
  'zh-en.txt',
  byKey(senses).map(([word, keys]) => `${word}=${keys.slice(0, MOST_SENSES).join(',')}`),
);
write(
  'en-zh.txt',
  byKey(words).map(([key, list]) => {
    const best = list.sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1)).slice(0, MOST_WORDS);
    return `${key}=${best.map(({ word }) => word).join(',')}`;
  }),
);
