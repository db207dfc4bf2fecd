import type { Analyzer, QueryUnit } from '../../../knowledge/text/analyzer.ts';
import type { Language } from '../../../stores/schema.ts';
import { overstates, payerOf, paysOtherwise } from './claims.ts';
import { type Clause, contradicts, readClauses } from './polarity.ts';
import { plainText, readSource, type Source, type SourceSentence } from './source.ts';
import { createLeakCheck, hasMarkup, isInLanguage } from './style.ts';
import { isEmptyValues, missingValues, readValues, type Values } from './values.ts';
import { claimUnits, coverage, unitCoverage } from './words.ts';

/** A text that may be relied on, and what is said around it (title, heading). */
export interface GroundingText {
  text: string;
  around?: string;
  language: Language;
}

/** Where a claim is found: the source's place in the list, and its sentences that say it. */
export interface Support {
  source: number;
  quote: string;
}

export interface Grounding {
  /**
   * Which sources bear out one sentence: those that it cites (from 0) if they do, else the best one that does.
   * Undefined: unsupported, and not to be said.
   */
  support(sentence: string, cited: readonly number[]): Support[] | undefined;
}

/** Least share of a claim's words that its source must hold, in one language and across the two. */
const SAME_LANGUAGE = 0.7;
const ACROSS = 0.4;
/** A sentence of the source is about the claim when it covers this much of what the best one covers. */
const ALIGNED = 0.6;
/** Sentences this near to the best one decide what a claim may not contradict. */
const NEAR = 0.85;
const QUOTED_SENTENCES = 2;
const QUOTE_LENGTH = 300;

/**
 * Checks sentences of a model against the sources it was given. A sentence holds when every number, date, amount,
 * link and code in it stands in a sentence of the source that is about the same thing; when enough of its words
 * do; when it does not say the opposite; and when it is plain text in the reply's language that repeats nothing
 * of the instructions.
 */
export function createGrounding(input: {
  analyzer: Analyzer;
  sources: readonly GroundingText[];
  language: Language;
  instructions: string;
}): Grounding {
  const { analyzer, language } = input;
  const all = input.sources.map(({ text, around }) => `${around ?? ''}\n${text}`).join('\n');
  const leaks = createLeakCheck(input.instructions, all);
  const prepared = new Map<number, Source>();
  const sourceAt = (index: number): Source | undefined => {
    const given = input.sources[index];
    if (!given) return undefined;
    const source = prepared.get(index) ?? readSource(analyzer, given.text, given.around);
    prepared.set(index, source);
    return source;
  };

  function supportBy(sentence: string, indexes: readonly number[]): { supports: Support[]; score: number } | undefined {
    const units = claimUnits(analyzer, sentence);
    const claimed = readValues(sentence);
    if (units.length === 0 && isEmptyValues(claimed)) return undefined;
    const sources = indexes.flatMap((index) => {
      const source = sourceAt(index);
      return source ? [{ index, source }] : [];
    });
    // A sentence of the source, letter by letter.
    const plain = plainText(sentence);
    for (const { index, source } of sources) {
      const same = source.sentences.find((one) => one.plain === plain);
      if (same) return { supports: [{ source: index, quote: same.text.slice(0, QUOTE_LENGTH) }], score: 1 };
    }
    const across = indexes.every((index) => input.sources[index]?.language !== language);
    const entries = sources.flatMap(({ index, source }) =>
      source.sentences.map((one, place) => ({ index, place, one, score: coverage(units, one.terms, one.letters) })),
    );
    const best = Math.max(0, ...entries.map((entry) => entry.score));
    const about = (entry: (typeof entries)[number] | undefined) => entry !== undefined && entry.score >= best * ALIGNED;
    // A sentence without words of its own ("3 years.") is about what the one before it is.
    const aligned = entries.filter((entry, i) => about(entry) || (entry.one.units === 0 && about(entries[i - 1])));
    const whole = wordsOf(
      sources.map(({ source }) => source),
      entries.map(({ one }) => one),
    );
    const topics = sources.flatMap(({ source }) => source.sentences.slice(0, 1));
    const told = wordsOf(
      sources.map(({ source }) => ({ terms: source.around })),
      [...topics, ...aligned.map(({ one }) => one)],
    );
    const score = coverage(units, across ? whole.terms : told.terms, told.letters);
    if (units.length > 0 && score < (across ? ACROSS : SAME_LANGUAGE)) return undefined;
    if (!across && !isWorded(units, whole, told)) return undefined;
    if (missingIn(claimed, aligned, entries).length > 0) return undefined;

    const near = entries.filter((entry) => entry.score >= best * NEAR);
    const clauses = near.flatMap(({ one }) => one.clauses);
    if (!across && misplaces(analyzer, sentence, clauses)) return undefined;
    const said = [
      ...near.map(({ one }) => one.text),
      ...sources.map(({ index }) => input.sources[index]?.around ?? ''),
    ].join('\n');
    if (!across && overstates(sentence, said)) return undefined;
    const byNearness = clauses
      .map((clause) => ({ text: clause.text, score: coverage(units, clause.terms) }))
      .sort((a, b) => b.score - a.score);
    const paying = byNearness.find(({ text }) => payerOf(text) !== undefined);
    if (paying && paysOtherwise(sentence, paying.text)) return undefined;
    const affirmedAround = new Set(sources.flatMap(({ source }) => [...source.around]));
    if (contradicts(analyzer, sentence, clauses, { strict: across, affirmedAround })) return undefined;

    const supports = indexes.flatMap((index) => {
      const own = aligned.filter((entry) => entry.index === index).sort((a, b) => b.score - a.score);
      const quoted = own.slice(0, QUOTED_SENTENCES).sort((a, b) => a.place - b.place);
      const quote = quoted.map(({ one }) => one.text).join(' ');
      return quote === '' ? [] : [{ source: index, quote: quote.slice(0, QUOTE_LENGTH) }];
    });
    return supports.length > 0 ? { supports, score } : undefined;
  }

  return {
    support(sentence, cited) {
      if (hasMarkup(sentence) || leaks(sentence) || !isInLanguage(sentence, language, all)) return undefined;
      const named = cited.filter((index) => index >= 0 && index < input.sources.length);
      const byCited = named.length > 0 ? supportBy(sentence, named) : undefined;
      if (byCited) return byCited.supports;
      const others = input.sources.flatMap((_, index) => supportBy(sentence, [index]) ?? []);
      return others.sort((a, b) => b.score - a.score)[0]?.supports;
    },
  };
}

interface Entry {
  index: number;
  place: number;
  one: SourceSentence;
  score: number;
}

/**
 * The values that stand in no sentence about the claim. Two of them that stand together in the sentence next to one
 * belong to it: "After 3 months: $45."
 */
function missingIn(claimed: Values, aligned: readonly Entry[], entries: readonly Entry[]): string[] {
  const missing = missingValues(claimed, joinValues(aligned.map(({ one }) => one)));
  if (missing.length === 0 || claimed.numbers.length < 2) return missing;
  const beside = entries.filter((entry) =>
    aligned.some(({ index, place }) => index === entry.index && Math.abs(place - entry.place) === 1),
  );
  return beside.some(({ one }) => missingValues(claimed, one.values).length === 0) ? [] : missing;
}

interface Words {
  terms: ReadonlySet<string>;
  letters: ReadonlySet<string>;
}

const wordsOf = (
  places: ReadonlyArray<{ terms: ReadonlySet<string> }>,
  sentences: readonly SourceSentence[],
): Words => ({
  terms: new Set([...places.flatMap(({ terms }) => [...terms]), ...sentences.flatMap(({ terms }) => [...terms])]),
  letters: new Set(sentences.flatMap(({ letters }) => [...letters])),
});

/** Words, or twice as many halves of words, that a claim may have of its own, as a share of all. */
const OWN_WORDS = 0.25;
const HALF = 0.5;

/** Whether a claim's words are its sentences' own, none of them fetched from elsewhere in the source, few of them new. */
function isWorded(units: readonly QueryUnit[], whole: Words, told: Words): boolean {
  let own = 0;
  for (const unit of units) {
    const known = unitCoverage(unit, told.terms, told.letters);
    if (known > HALF) continue;
    if (unitCoverage(unit, whole.terms, whole.letters) === 1) return false;
    own += known === HALF && /\p{Script=Han}/u.test(unit.text) ? HALF : 1;
  }
  return own <= Math.max(HALF, Math.floor(units.length * OWN_WORDS));
}

/** Whether a number is another clause's: "the drawer carries 60 kg" where the top does and the drawer carries 5. */
function misplaces(analyzer: Analyzer, claim: string, source: readonly Clause[]): boolean {
  return readClauses(analyzer, claim).some(({ text, values }) => {
    const units = claimUnits(analyzer, text);
    if (units.length === 0 || values.numbers.length === 0) return false;
    const scored = source.map((clause) => ({ clause, score: coverage(units, clause.terms) }));
    const best = Math.max(0, ...scored.map(({ score }) => score));
    if (best === 0) return false;
    const known = scored.filter(({ score }) => score >= best * NEAR).flatMap(({ clause }) => clause.values.numbers);
    const missing = values.numbers.filter(
      (one) => missingValues({ numbers: [one], exact: [] }, { numbers: known, exact: [] }).length > 0,
    );
    return missing.some((one) => known.some((other) => other.unit === one.unit));
  });
}

const joinValues = (sentences: readonly SourceSentence[]): Values => ({
  numbers: sentences.flatMap(({ values }) => values.numbers),
  exact: sentences.flatMap(({ values }) => values.exact),
});
