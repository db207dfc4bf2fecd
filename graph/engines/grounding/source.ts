import type { Analyzer } from '../../../knowledge/text/analyzer.ts';
import { type Clause, readClauses } from './polarity.ts';
import { splitSentences } from './sentences.ts';
import { readValues, type Values } from './values.ts';
import { claimUnits } from './words.ts';

/** A sentence of a source, read once and compared with every claim. */
export interface SourceSentence {
  text: string;
  /** The text without what copying may change: spaces, list marks, the full stop. */
  plain: string;
  terms: ReadonlySet<string>;
  /** Its Han characters. */
  letters: ReadonlySet<string>;
  values: Values;
  clauses: Clause[];
  /** How many content words it has; "3 years." has none of its own. */
  units: number;
}

/** A text that claims are checked against: a passage, a draft, facts. */
export interface Source {
  sentences: SourceSentence[];
  /** Of its title and heading. */
  around: ReadonlySet<string>;
  /** Of both. */
  terms: ReadonlySet<string>;
}

/** What is left of a sentence when only its wording counts. */
export const plainText = (sentence: string): string =>
  sentence
    .replace(/^\s*(?:[-*•·]|\d{1,2}[.)、](?!\d))\s*/, '')
    .replace(/[\s.。!！;；]+$/, '')
    .replace(/\s+/g, '')
    .toLowerCase();

export function readSource(analyzer: Analyzer, text: string, title = ''): Source {
  const sentences = splitSentences(text).map((sentence) => ({
    text: sentence,
    plain: plainText(sentence),
    terms: new Set(analyzer.terms(sentence)),
    letters: new Set(sentence.match(/\p{Script=Han}/gu)),
    values: readValues(sentence),
    clauses: readClauses(analyzer, sentence),
    units: claimUnits(analyzer, sentence).length,
  }));
  const around = new Set(analyzer.terms(title));
  return { sentences, around, terms: new Set([...around, ...sentences.flatMap(({ terms }) => [...terms])]) };
}
