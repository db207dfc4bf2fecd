import type { LexicalIndex } from '../lexical/lexical-index.ts';
import type { Analyzer, QueryUnit } from '../text/analyzer.ts';
import { isCommonWord } from '../text/common-words.ts';
import { measuresOf } from '../text/measures.ts';
import { type AnswerType, answerTypeOf, asksOnlyFor, isKindTerm, kindTerm } from './answer-type.ts';
import { askedNouns } from './asked-nouns.ts';
import { limitTerms, measureAmong } from './limits.ts';
import { namesIn } from './names-in.ts';
import { nearestWord } from './nearest-word.ts';
import { joinPartedVerbs } from './parted-verbs.ts';
import { withoutPlaceSuffix } from './place-suffix.ts';
import { type RelatedCover, relatedCovers, relatedShare } from './related-words.ts';
import type { Terms } from './term-set.ts';

/** A unit of the question with its weight (idf) in this corpus. */
export interface WeightedUnit extends QueryUnit {
  weight: number;
  /** idf of each of `terms`. */
  idfs: number[];
  /** Of a Chinese word of several, which other words share. */
  characters: string[];
  /** Stands nowhere in this corpus, in no word of its concept. */
  unknown: boolean;
  /** Of an amount, see {@link limitTerms}. */
  limit?: ReturnType<typeof limitTerms>;
  /** What was written, where a slip of the keyboard was mended. */
  correctedFrom?: string;
  parts: WeightedUnit[];
  /** Empty for a part: who asks for the whole is met by its parts alone. */
  related: RelatedCover[];
}

export interface WeightedPair {
  term: string;
  weight: number;
}

export interface AnalysedQuery {
  /** As it was asked. */
  question: string;
  /** The kind of thing it wants to hear; undefined when its wording does not tell. */
  type: AnswerType | undefined;
  units: WeightedUnit[];
  /** Han pairs over the edges of stretches that no word list knows: where words may have been cut apart. */
  edges: WeightedPair[];
  /** All other Han pairs of the question: next to nothing by themselves, they tell sentences of a kind apart. */
  loose: WeightedPair[];
  /** Sum of the units' weights. */
  total: number;
  /** Weight of a word that stands nowhere: it grows with the corpus, and makes weights of two corpora comparable. */
  highest: number;
  /** Index terms with their weights in the lexical leg. */
  terms: Map<string, number>;
}

/** So many related words of a word are looked for by themselves, each with this part of what it meets. */
const RELATED_TERMS = 4;
const RELATED_SHARE = 0.2;
/** A concept may be meant in a wider sense than the word that was used. */
const CONCEPT_SHARE = 0.6;
/** Weight of words that only say what kind of answer is wanted. */
const VAGUE = 0.3;
/**
 * A word weighs at least this share of the heaviest: in a handbook about returns, "return" stands everywhere and
 * still is what a question about returns is about.
 */
const LEAST = 0.5;
/** Weight of everyday words. */
const COMMON = 0.4;
/** Weight of a Han character that no word list knows by itself (付, 放): the verb of the sentence, or a scrap. */
const SINGLE = 0.4;
/** Weight of a number of the customer's own, and how much of it another number of its kind meets: a limit that it falls under. */
const AMOUNT = 0.5;
const AMOUNT_COVER = 0.7;
/** How much of it is met by a span that holds it: 7 kg by "5 to 10 kg". */
const LIMIT_COVER = 0.95;
/** How much of a unit is met by another word of its concept. */
const CONCEPT_COVER = 0.9;
/** A name weighs so many times as much as another word of its rarity. */
const NAME = 1.3;
/** A word that only names what is asked for weighs so many times as much as another. */
const ASKED_FOR = 0.5;
/** How much of a Chinese word is met by its characters in other words: 球队 by 队员, 设立 by 建立. */
const KIN_COVER = 0.15;
/** How much of a compound is met by all of its parts: they may stand there without meaning the whole. */
const PARTS_COVER = 0.8;
/** How much of a word is met by the one that it was taken to be a slip for: "invest" may not have meant "invert". */
const CORRECTED_COVER = 0.7;

const HAN = /^\p{Script=Han}$/u;
const HAN_WORD = /^\p{Script=Han}{2,}$/u;
const HAN_PAIR = /^\p{Script=Han}{2}$/u;
/** What a pair over a cut weighs in the lexical leg, and, as a share of its idf, in what a passage meets. */
const EDGE_SHARE = 0.6;
const EDGE_COVER = 0.3;
const LOOSE_COVER = 0.25;

/** The pairs that stand in this corpus and are no terms yet. */
function pairsOf(
  pairs: string[],
  known: ReadonlyMap<string, number>,
  index: LexicalIndex,
  share: number,
): WeightedPair[] {
  return [...new Set(pairs)]
    .filter((pair) => HAN_PAIR.test(pair) && !known.has(pair) && index.frequency(pair) > 0)
    .map((term) => ({ term, weight: index.idf(term) * share }));
}

/** The word itself, or, where it stands nowhere, the one that it is most likely a slip of the keyboard for. */
function repaired(unit: QueryUnit, index: LexicalIndex, analyzer: Analyzer): QueryUnit {
  const term = unit.terms[0];
  if (unit.kind !== 'word' || unit.terms.length !== 1 || !term || !/^[a-z]{6,}$/.test(term)) return unit;
  // A word that the lexicon knows is no slip, wherever the shop's texts do without it.
  if (index.frequency(term) > 0 || unit.concepts.length > 0) return unit;
  const near = nearestWord(term, index);
  return near === undefined ? unit : { ...unit, terms: [near], concepts: analyzer.units(near)[0]?.concepts ?? [] };
}

function weigh(unit: QueryUnit, index: LexicalIndex): WeightedUnit {
  const idfs = unit.terms.map((term) => index.idf(term));
  const mean = idfs.reduce((sum, idf) => sum + idf, 0) / (idfs.length || 1);
  const known = unit.concepts.filter((concept) => index.frequency(concept) > 0);
  const weight = known.length > 0 ? Math.min(...known.map((concept) => index.idf(concept))) : mean;
  // A longer run of unknown characters holds more than one word.
  const words = known.length > 0 ? 1 : Math.max(1, unit.terms.length / 3);
  // "how much", "how long": the kind of answer, which a passage seldom names.
  const parts = unit.parts.map((part) => weigh(part, index));
  const characters = HAN_WORD.test(unit.text) ? [...unit.text] : [];
  const weighed = { ...unit, parts, idfs, characters, related: [] };
  if (unit.terms.length === 0) return { ...weighed, weight: weight * VAGUE, unknown: false };
  const single = known.length === 0 && HAN.test(unit.text);
  const common = unit.amount ? AMOUNT : isCommonWord(unit.text) ? COMMON : single ? SINGLE : 1;
  const unknown =
    unit.kind !== 'number' &&
    common === 1 &&
    known.length === 0 &&
    unit.terms.every((term) => index.frequency(term) === 0) &&
    parts.every((part) => part.unknown);
  const least = index.idf('') * LEAST;
  return { ...weighed, weight: Math.max(weight, least) * words * common, unknown };
}

/** What asks for nothing but a kind of answer is met by an answer of that kind as by a word for it. */
const metByKind = (unit: WeightedUnit, type: AnswerType | undefined): WeightedUnit =>
  type && (unit.terms.length === 0 || asksOnlyFor(type, unit.text))
    ? { ...unit, concepts: [...unit.concepts, kindTerm(type)], unknown: false }
    : unit;

/** Whether a passage can meet a part of the question by holding a kind of thing, whatever its words. */
export const asksForKind = ({ units }: AnalysedQuery): boolean =>
  units.some((unit) => unit.amount !== undefined || unit.concepts.some(isKindTerm));

export function analyseQuery(question: string, analyzer: Analyzer, index: LexicalIndex): AnalysedQuery {
  const type = answerTypeOf(question);
  const seen = new Set<string>();
  const names = namesIn(question);
  const isAskedFor = askedNouns(question, type);
  const { measures } = measuresOf(question);
  const units = analyzer
    .units(joinPartedVerbs(question))
    .filter((unit) => {
      const key = unit.terms.join(' ');
      return seen.has(key) ? false : seen.add(key);
    })
    .map(withoutPlaceSuffix)
    .map((written) => {
      const unit = repaired(written, index, analyzer);
      const plain = weigh(unit, index);
      const named = written.terms.some((term) => names.has(term));
      const share = named ? NAME : isAskedFor(written.text) ? ASKED_FOR : 1;
      const measure = unit.amount && measureAmong(measures, unit.terms[0]);
      const weighed = {
        ...plain,
        weight: plain.weight * share,
        related: relatedCovers(unit, index, analyzer),
        ...(measure && unit.amount && { limit: limitTerms(measure, unit.amount) }),
      };
      return unit === written ? weighed : { ...weighed, text: unit.terms.join(' '), correctedFrom: written.text };
    });
  const terms = new Map<string, number>();
  for (const unit of units) {
    for (const part of unit.parts) for (const concept of part.concepts) terms.set(concept, CONCEPT_SHARE);
    for (const term of unit.terms) terms.set(term, 1 / Math.sqrt(unit.terms.length));
    for (const concept of unit.concepts) terms.set(concept, CONCEPT_SHARE);
  }
  for (const { related } of units)
    for (const { word, share } of related.slice(0, RELATED_TERMS))
      for (const term of word.flat()) if (!terms.has(term)) terms.set(term, share * RELATED_SHARE);
  const edges = pairsOf(
    units.flatMap((unit) => unit.edges),
    terms,
    index,
    EDGE_COVER,
  );
  for (const { term } of edges) terms.set(term, EDGE_SHARE);
  const loose = pairsOf(analyzer.terms(question), terms, index, LOOSE_COVER);
  return {
    question,
    type,
    units: units.map((unit) => metByKind(unit, type)),
    edges,
    loose,
    terms,
    total: units.reduce((sum, unit) => sum + unit.weight, 0),
    highest: index.idf(''),
  };
}

/** How much of a unit a set of terms meets by its words, concepts or parts, 0 to 1. */
export function ownCover(unit: WeightedUnit, terms: Terms): number {
  let met = 0;
  let all = 0;
  unit.terms.forEach((term, i) => {
    const idf = (unit.idfs[i] ?? 0) + 0.01;
    all += idf;
    if (terms.has(term)) met += idf;
  });
  const words = all > 0 ? met / all : 0;
  const whole = unit.concepts.some((concept) => terms.has(concept)) ? Math.max(words, CONCEPT_COVER) : words;
  if (unit.limit && whole < LIMIT_COVER && terms.has(unit.limit.within)) return LIMIT_COVER;
  const near = unit.limit?.near ?? (unit.amount && kindTerm(unit.amount));
  if (near !== undefined && whole < AMOUNT_COVER && terms.has(near)) return AMOUNT_COVER;
  const cover = unit.parts.length === 0 ? whole : Math.max(whole, PARTS_COVER * shareMet(unit.parts, terms));
  return unit.correctedFrom === undefined ? cover : cover * CORRECTED_COVER;
}

/** `met`, and a little of what is missing for the unit's characters in other words. */
function withKin(met: number, { characters }: WeightedUnit, terms: Terms): number {
  if (met >= CONCEPT_COVER || characters.length === 0) return met;
  let held = 0;
  for (const character of characters) if (terms.has(character)) held += 1;
  return met + ((1 - met) * KIN_COVER * held) / characters.length;
}

/** How much of a unit a set of terms meets, 0 to 1: by itself, or also by what it is related to. */
export const coverOf = (unit: WeightedUnit, terms: Terms): number =>
  Math.max(ownCoverOf(unit, terms), relatedShare(unit.related, terms));
export const ownCoverOf = (unit: WeightedUnit, terms: Terms): number => withKin(ownCover(unit, terms), unit, terms);

/** The same in a passage that meets no word of the unit: what its characters tell, and at less cost. */
export const kinCover = (unit: WeightedUnit, terms: Terms): number => withKin(0, unit, terms);

function shareMet(units: readonly WeightedUnit[], terms: Terms): number {
  let met = 0;
  let all = 0;
  for (const unit of units) {
    met += unit.weight * ownCover(unit, terms);
    all += unit.weight;
  }
  return all > 0 ? met / all : 0;
}

/** The share of the question's weight that a set of terms meets, 0 to 1; `cover`: how each unit of it is met. */
export const coverage = (query: AnalysedQuery, terms: Terms, cover = coverOf): number =>
  coverageBy(
    query,
    terms,
    query.units.map((unit) => cover(unit, terms)),
  );

/** The same where it is known how much of each unit is met. */
export function coverageBy(query: AnalysedQuery, terms: Terms, covers: readonly number[]): number {
  let met = 0;
  let all = 0;
  for (const [i, unit] of query.units.entries()) {
    met += unit.weight * (covers[i] ?? 0);
    all += unit.weight;
  }
  for (const { term, weight } of query.edges) {
    if (terms.has(term)) met += weight;
    all += weight;
  }
  return all > 0 ? met / all : 0;
}
