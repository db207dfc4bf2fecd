import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { QueryUnit } from './analyzer.ts';
import type { Lexicon } from './lexicon.ts';
import { normalize } from './normalize.ts';
import { scan } from './scan.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'data', 'related-words');

/** What a word is related to by a rule, a kind, a cause or an answer, the strongest first. */
interface Relation {
  word: string;
  related: string[];
}

/** A related word as index terms: one of each list has to be there. */
export type RelatedWord = ReadonlyArray<readonly string[]>;

/** Reads `word -> word; word` lines; `#` starts a comment. */
export const parseRelations = (text: string): Relation[] =>
  text
    .split('\n')
    .map((line) => line.replace(/#.*$/, '').split('->'))
    .flatMap(([word, related]) =>
      word && related
        ? [
            {
              word: word.trim(),
              related: related
                .split(/[;；]/)
                .map((one) => one.trim())
                .filter(Boolean),
            },
          ]
        : [],
    );

let relations: readonly Relation[] | undefined;

/** The relations that come with the program (data/related-words/*.txt), read once. */
export function loadRelations(): readonly Relation[] {
  relations ??= readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => parseRelations(readFileSync(join(FOLDER, name), 'utf8')));
  return relations;
}

/** The concepts that a word stands for. */
export function conceptsOf(word: string, lexicon: Lexicon): readonly string[] {
  const tokens = scan(normalize(word));
  const only = tokens.length === 1 ? tokens[0] : undefined;
  if (only?.kind === 'han') return lexicon.han.get(only.term) ?? [];
  return lexicon.phrases.get(tokens.map(({ term }) => term).join(' ')) ?? [];
}

const termsOf = ({ terms, concepts }: QueryUnit): RelatedWord =>
  concepts.length > 0 ? [terms.length === 1 ? [...concepts, ...terms] : concepts] : terms.map((term) => [term]);

/** Finds what a concept is related to. A related word is analysed when it is first asked for. */
export function createWordRelations(
  lexicon: Lexicon,
  units: (text: string) => QueryUnit[],
): (concept: string) => readonly RelatedWord[] {
  let byConcept: Map<string, string[]> | undefined;
  const known = new Map<string, readonly RelatedWord[]>();
  return (concept) => {
    const before = known.get(concept);
    if (before) return before;
    byConcept ??= new Map(
      loadRelations().flatMap(({ word, related }) =>
        conceptsOf(word, lexicon).map((name): [string, string[]] => [name, related]),
      ),
    );
    const found = (byConcept.get(concept) ?? [])
      .map((word) => units(word).flatMap(termsOf))
      .filter((one) => one.length > 0);
    known.set(concept, found);
    return found;
  };
}
