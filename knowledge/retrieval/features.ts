import type { Language } from '../../stores/schema.ts';
import type { LexicalIndex } from '../lexical/lexical-index.ts';
import { type AnalysedQuery, coverage, coverageBy, ownCoverOf } from './query.ts';
import { relatedShare } from './related-words.ts';
import type { UnitCover } from './sentence-covers.ts';
import type { TermSet, Terms } from './term-set.ts';
import type { PassageTerms } from './with-answer-kind.ts';

/** What the reranker and the evidence model see of a passage; all between 0 and 1. */
export interface Features {
  /** Share of the question's weight that the passage meets, by words that are related to what is asked, too. */
  coverage: number;
  /** The same for its best two neighbouring sentences with title and heading: words that stand together. */
  window: number;
  /** The same for its best sentence, which its neighbours help half as much. */
  sentence: number;
  /** What the window meets in absolute terms: many rare words together are hardly met by chance. */
  mass: number;
  /** The same for title and heading alone. */
  title: number;
  /** Likeness, both ways, to the question of a FAQ or one of its variants. */
  question: number;
  /** Weight of the heaviest unit that is not met at all, as a share of all that a lexicon brings into the passage's language. */
  missing: number;
  /** Share of that weight in words that the whole corpus does not know. */
  unknown: number;
  /** Share of the model names and numbers that are not met. */
  missingExact: number;
  /** log10 of the number of passages over 5: among many, one fits by chance. */
  corpus: number;
  sameLanguage: number;
  /** Share of the question's weight in words that no lexicon brings into the passage's language; 0 in its own. */
  foreign: number;
  /** 1 when the question asks for an amount, a date and so on, and none of the best sentences holds one. */
  untyped: number;
  /** `coverage`, `window` and `missing` without related words. */
  ownCoverage: number;
  ownWindow: number;
  ownMissing: number;
  /** Things that the question asks about, in tens, at most 1: of a long question less is met by what answers it. */
  length: number;
  /** Sum of their weights, in tens of the rarest word's, and the heaviest one's as a share of it. */
  breadth: number;
  heaviest: number;
  /** BM25 score over the best score of this query. */
  lexical: number;
  /** Cosine of the vectors, 0 when the vector leg did not find it. */
  vector: number;
}

/** In words that stand nowhere else. */
const FULL_MASS = 2.6;

/** What any of several sets has. */
const union = (...sets: Terms[]): Terms => ({ has: (term) => sets.some((set) => set.has(term)) });

/** Share of a wording's own weight that the question meets: a wording that asks for more is another question. */
function backward(wording: TermSet, asked: Terms, index: LexicalIndex): number {
  let met = 0;
  let all = 0;
  for (const term of wording) {
    // A Han character by itself is there for questions to be met, and asks for nothing.
    if (term.length === 1 && index.frequency(term) === 0) continue;
    const idf = index.idf(term);
    all += idf;
    if (asked.has(term)) met += idf;
  }
  return all > 0 ? met / all : 0;
}

/** A neighbour's words count this much for a sentence, and those of title and heading. */
const NEAR = 0.5;
const PLACE = 0.25;

/** The shares that the best two neighbouring sentences, and the best single one, meet. */
function bestPlaces(
  covers: ReadonlyArray<Pick<UnitCover, 'weight' | 'place' | 'sentences'>>,
  titled: number,
): { window: number; sentence: number } {
  const total = covers.reduce((sum, { weight }) => sum + weight, 0) || 1;
  let window = titled * 0.5;
  let sentence = 0;
  for (let i = 0; i < (covers[0]?.sentences.length ?? 0); i++) {
    let pair = 0;
    let one = 0;
    for (const { weight, place, sentences } of covers) {
      const own = sentences[i] ?? 0;
      const next = sentences[i + 1] ?? 0;
      pair += weight * Math.max(own, next, place);
      one += weight * Math.max(own, NEAR * Math.max(next, sentences[i - 1] ?? 0), PLACE * place);
    }
    window = Math.max(window, pair / total);
    sentence = Math.max(sentence, one / total);
  }
  return { window, sentence };
}

/** A unit of which less is met counts as missing. */
const UNMET = 0.34;

/** The features that need no more than to know which terms stand anywhere in a passage. */
export function metAsWhole(query: AnalysedQuery, all: Terms, sameLanguage: boolean) {
  let missing = 0;
  let ownMissing = 0;
  let heaviest = 0;
  let unknown = 0;
  let exact = 0;
  let exactMissing = 0;
  let foreign = 0;
  const owns = query.units.map((unit) => ownCoverOf(unit, all));
  const covers = query.units.map((unit, i) => Math.max(owns[i] ?? 0, relatedShare(unit.related, all)));
  for (const [i, unit] of query.units.entries()) {
    const own = owns[i] ?? 0;
    const cover = covers[i] ?? 0;
    heaviest = Math.max(heaviest, unit.weight);
    if (!sameLanguage && unit.kind === 'word' && cover === 0 && unit.concepts.length === 0) {
      foreign += unit.weight;
      continue;
    }
    if (own < UNMET) ownMissing = Math.max(ownMissing, unit.weight);
    if (cover < UNMET) missing = Math.max(missing, unit.weight);
    if (unit.unknown) unknown += unit.weight;
    if (unit.kind === 'word' || unit.amount) continue;
    exact += 1;
    if (cover < 0.5) exactMissing += 1;
  }
  const translatable = query.total - foreign;
  return {
    coverage: coverageBy(query, all, covers),
    ownCoverage: coverageBy(query, all, owns),
    missing: translatable > 0 ? missing / translatable : 1,
    ownMissing: translatable > 0 ? ownMissing / translatable : 1,
    length: Math.min(1, query.units.length / 10),
    breadth: query.highest > 0 ? Math.min(1, query.total / query.highest / 10) : 0,
    heaviest: query.highest > 0 ? heaviest / query.highest : 0,
    unknown: translatable > 0 ? unknown / translatable : 0,
    missingExact: exact > 0 ? exactMissing / exact : 0,
    sameLanguage: sameLanguage ? 1 : 0,
    foreign: query.total > 0 ? foreign / query.total : 0,
  };
}

export function featuresOf(input: {
  query: AnalysedQuery;
  /** The question's own index terms. */
  asked: Terms;
  passage: PassageTerms;
  /** Of `sentenceCovers`. */
  covers: UnitCover[];
  language: Language;
  index: LexicalIndex;
  lexical: number;
  vector: number;
}): Features {
  const { query, passage } = input;
  const place = union(passage.title, passage.heading);
  const titled = coverage(query, place);
  const places = bestPlaces(input.covers, titled);
  const own = bestPlaces(
    input.covers.map(({ weight, own }) => ({ weight, ...own })),
    coverage(query, place, ownCoverOf),
  );
  let { window } = places;
  let ownWindow = own.window;
  let question = 0;
  for (const wording of passage.questions) {
    const there = coverage(query, wording);
    // A question that somebody put to the FAQ in other words stands together as a sentence does.
    window = Math.max(window, there);
    ownWindow = Math.max(ownWindow, coverage(query, wording, ownCoverOf));
    const back = backward(wording, input.asked, input.index);
    if (there + back > 0) question = Math.max(question, (2 * there * back) / (there + back));
  }
  const sameLanguage = passage.passage.language === input.language;
  const whole = metAsWhole(query, passage.all, sameLanguage);
  return {
    ...whole,
    window,
    ownWindow,
    mass: Math.min(1, (window * query.total) / (query.highest * FULL_MASS)),
    sentence: places.sentence,
    title: titled,
    question,
    corpus: Math.min(1, Math.log10(1 + input.index.size) / 5),
    untyped: 0,
    lexical: input.lexical,
    vector: Math.max(0, Math.min(1, input.vector)),
  };
}
