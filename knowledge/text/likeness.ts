import type { Analyzer, QueryUnit } from './analyzer.ts';
import { isCommonWord } from './common-words.ts';

/** What a question is about, ready to be compared with others. */
export interface Matter {
  units: ReadonlyArray<{ unit: QueryUnit; weight: number }>;
  /** Concepts and terms by which like matters can be looked up. */
  keys: ReadonlySet<string>;
}

const COMMON = 0.3;
/** "Cash on delivery", 货到付款: a name of several words says more than one of its words. */
const COMPOUND = 1.6;
const COMPOUND_HAN = 4;
/** A model name or a number makes two otherwise like questions differ. */
const EXACT = 1.5;
/** "How long", "how much" and single characters (开, 装): the kind of answer or a verb, not the matter. */
const VAGUE = 0.3;

const HAN = /^\p{Script=Han}+$/u;
const SINGLE_HAN = /^\p{Script=Han}$/u;

function weightOf(unit: QueryUnit): number {
  if (unit.kind !== 'word') return EXACT;
  if (unit.terms.length === 0 || SINGLE_HAN.test(unit.text)) return VAGUE;
  if (isCommonWord(unit.text)) return COMMON;
  // A longer run of unknown characters holds more than one word.
  if (unit.concepts.length === 0) return Math.max(1, unit.terms.length / 3);
  return unit.parts.length > 1 || (HAN.test(unit.text) && unit.text.length >= COMPOUND_HAN) ? COMPOUND : 1;
}

export function matterOf(text: string, analyzer: Analyzer): Matter {
  const seen = new Set<string>();
  const units = analyzer
    .units(text)
    .filter((unit) => {
      const key = unit.concepts[0] ?? unit.terms.join(' ');
      return seen.has(key) ? false : seen.add(key);
    })
    .map((unit) => ({ unit, weight: weightOf(unit) }));
  const keys = new Set<string>();
  const add = (unit: QueryUnit) => {
    for (const key of [...unit.concepts, ...unit.terms]) keys.add(key);
    for (const part of unit.parts) add(part);
  };
  for (const { unit } of units) add(unit);
  return { units, keys };
}

/** How much of a unit another matter has, 0 to 1. */
function metBy(unit: QueryUnit, other: Matter): number {
  if (unit.concepts.some((concept) => other.keys.has(concept))) return 1;
  const { terms } = unit;
  let words = terms.length === 0 ? 0 : terms.filter((term) => other.keys.has(term)).length / terms.length;
  if (words > 0 && words < 1 && other.units.some((theirs) => oneMore(unit.text, theirs.unit.text))) words = ONE_MORE;
  if (unit.parts.length === 0) return words;
  return Math.max(words, unit.parts.reduce((sum, part) => sum + metBy(part, other), 0) / unit.parts.length);
}

/** 开发票 is 发票 with a verb. */
const ONE_MORE = 0.85;
const oneMore = (long: string, short: string) =>
  short.length > 1 && long.length === short.length + 1 && HAN.test(long) && long.includes(short);

/**
 * How far two questions are about the same, in whatever words or language, 0 to 1: the share of both questions' weight
 * that the other has too (a weighted Dice coefficient over units and their concepts).
 */
export function likeness(a: Matter, b: Matter): number {
  let met = 0;
  let all = 0;
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    for (const { unit, weight } of one.units) {
      met += weight * metBy(unit, other);
      all += weight;
    }
  }
  return all > 0 ? met / all : 0;
}
