import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Concept, createLexicon, loadTradeLexicon, parseLexicon } from './lexicon.ts';
import { normalize } from './normalize.ts';
import { scan } from './scan.ts';
import { CHINESE_STOP_WORDS } from './stop-words.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'data', 'lexicon');
const files = readdirSync(FOLDER).map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') }));
const concepts = loadTradeLexicon();
const lexicon = createLexicon(concepts);
const nameOf = (concept: Concept) => normalize(concept.zh[0] ?? '');

const repeated = (values: string[]): string[] => {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size);
};

describe('the words of the trade', () => {
  it('are many enough for a shop of any trade and for documents of any kind', () => {
    expect(concepts.length).toBeGreaterThanOrEqual(7_000);
  });

  it('stand in files named after their topic, each with its scope in the first line', () => {
    for (const { name, text } of files) {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*\.txt$/);
      expect(text.split('\n')[0], name).toMatch(/^# \S.{10,}/);
    }
  });

  it('are read without a line lost', () => {
    for (const { name, text } of files) {
      const lines = text.split('\n').filter((line) => line.trim() && !line.startsWith('#'));
      expect(
        lines.filter((line) => line.split('=').length !== 2),
        name,
      ).toEqual([]);
      expect(parseLexicon(text), name).toHaveLength(lines.length);
    }
  });

  it('have both languages, and no term twice in a concept', () => {
    for (const { zh, en } of concepts) {
      expect(zh.length * en.length, `${zh} = ${en}`).toBeGreaterThan(0);
      expect(repeated([...zh, ...en].map(normalize)), `${zh} = ${en}`).toEqual([]);
    }
  });

  it('have one concept for a name: concepts that share their first term would be one', () => {
    expect(repeated(concepts.map(nameOf))).toEqual([]);
  });

  it('say no pair of translations twice', () => {
    const pairs = concepts.flatMap(({ zh, en }) => zh.flatMap((left) => en.map((right) => `${left} = ${right}`)));
    expect(repeated(pairs.map(normalize))).toEqual([]);
  });

  it('give no term more than three meanings', () => {
    const crowded = [...lexicon.han, ...lexicon.phrases].filter(([, names]) => names.length > 3);
    expect(crowded).toEqual([]);
  });

  it('have no single stop word for a term', () => {
    const terms = concepts.flatMap(({ zh, en }) => [...zh, ...en]);
    const stops = terms.filter((term) => {
      const tokens = scan(normalize(term));
      return CHINESE_STOP_WORDS.has(normalize(term)) || (tokens.length <= 1 && tokens.every((token) => token.stop));
    });
    expect(stops).toEqual([]);
  });
});
