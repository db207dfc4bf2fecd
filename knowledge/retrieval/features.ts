import type { Language } from '../../stores/schema.ts';
import type { LexicalIndex } from '../lexical/lexical-index.ts';
import type { AnalysedPassage } from './analysed-passage.ts';
import { type AnalysedQuery, coverage, coverOf } from './query.ts';

/** What the reranker and the evidence model see of a passage; all between 0 and 1. */
export interface Features {
  /** Share of the question's weight that the passage meets. */
  coverage: number;
  /** The same for its best two neighbouring sentences with title and heading: words that stand together. */
  window: number;
  /** What the window meets in absolute terms: many rare words together are hardly met by chance. */
  mass: number;
  /** The same for title and heading alone. */
  title: number;
  /** Likeness, both ways, to the question of a FAQ or one of its variants. */
  question: number;
  /** Weight of the heaviest unit that is not met at all, as a share of the whole. */
  missing: number;
  /** Share of the question's weight in words that the whole corpus does not know. */
  unknown: number;
  /** Share of the model names and numbers that are not met. */
  missingExact: number;
  /** log10 of the number of passages over 5: among many, one fits by chance. */
  corpus: number;
  sameLanguage: number;
  /** BM25 score over the best score of this query. */
  lexical: number;
  /** Cosine of the vectors, 0 when the vector leg did not find it. */
  vector: number;
}

/** In words that stand nowhere else. */
const FULL_MASS = 2.6;

function union(...sets: Array<ReadonlySet<string>>): Set<string> {
  const all = new Set<string>();
  for (const set of sets) for (const term of set) all.add(term);
  return all;
}

/** Share of a wording's own weight that the question meets: a wording that asks for more is another question. */
function backward(wording: ReadonlySet<string>, asked: ReadonlySet<string>, index: LexicalIndex): number {
  let met = 0;
  let all = 0;
  for (const term of wording) {
    const idf = index.idf(term);
    all += idf;
    if (asked.has(term)) met += idf;
  }
  return all > 0 ? met / all : 0;
}

export function featuresOf(input: {
  query: AnalysedQuery;
  /** The question's own index terms. */
  asked: ReadonlySet<string>;
  passage: AnalysedPassage;
  language: Language;
  index: LexicalIndex;
  lexical: number;
  vector: number;
}): Features {
  const { query, passage } = input;
  const place = union(passage.title, passage.heading);
  let window = coverage(query, place) * 0.5;
  passage.sentences.forEach(({ terms }, i) => {
    const next = passage.sentences[i + 1]?.terms;
    window = Math.max(window, coverage(query, next ? union(place, terms, next) : union(place, terms)));
  });
  let question = 0;
  for (const wording of passage.questions) {
    const there = coverage(query, wording);
    const back = backward(wording, input.asked, input.index);
    if (there + back > 0) question = Math.max(question, (2 * there * back) / (there + back));
  }
  let missing = 0;
  let unknown = 0;
  let exact = 0;
  let exactMissing = 0;
  for (const unit of query.units) {
    const cover = coverOf(unit, passage.all);
    if (cover < 0.34) missing = Math.max(missing, unit.weight);
    if (unit.unknown) unknown += unit.weight;
    if (unit.kind === 'word') continue;
    exact += 1;
    if (cover < 0.5) exactMissing += 1;
  }
  return {
    coverage: coverage(query, passage.all),
    window,
    mass: Math.min(1, (window * query.total) / (query.highest * FULL_MASS)),
    title: coverage(query, place),
    question,
    missing: query.total > 0 ? missing / query.total : 1,
    unknown: query.total > 0 ? unknown / query.total : 0,
    missingExact: exact > 0 ? exactMissing / exact : 0,
    corpus: Math.min(1, Math.log10(1 + input.index.size) / 5),
    sameLanguage: passage.passage.language === input.language ? 1 : 0,
    lexical: input.lexical,
    vector: Math.max(0, Math.min(1, input.vector)),
  };
}
