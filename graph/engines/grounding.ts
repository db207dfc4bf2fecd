import type { Analyzer } from '../../knowledge/text/analyzer.ts';
import type { Language } from '../../stores/schema.ts';
import { contradicts } from './grounding-polarity.ts';
import { plainText, readSource, type Source, type SourceSentence } from './grounding-source.ts';
import { createLeakCheck, hasMarkup, isInLanguage } from './grounding-style.ts';
import { isEmptyValues, missingValues, readValues, type Values } from './grounding-values.ts';
import { claimUnits, coverage } from './grounding-words.ts';

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
    const terms = new Set(sources.flatMap(({ source }) => [...source.terms]));
    const across = indexes.every((index) => input.sources[index]?.language !== language);
    const score = coverage(units, terms);
    if (units.length > 0 && score < (across ? ACROSS : SAME_LANGUAGE)) return undefined;

    const entries = sources.flatMap(({ index, source }) =>
      source.sentences.map((one, place) => ({ index, place, one, score: coverage(units, one.terms) })),
    );
    const best = Math.max(0, ...entries.map((entry) => entry.score));
    const about = (entry: (typeof entries)[number] | undefined) => entry !== undefined && entry.score >= best * ALIGNED;
    // A sentence without words of its own ("3 years.") is about what the one before it is.
    const aligned = entries.filter((entry, i) => about(entry) || (entry.one.units === 0 && about(entries[i - 1])));
    if (missingValues(claimed, joinValues(aligned.map(({ one }) => one))).length > 0) return undefined;

    const clauses = sources.flatMap(({ source }) => source.sentences.flatMap((one) => one.clauses));
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

const joinValues = (sentences: readonly SourceSentence[]): Values => ({
  numbers: sentences.flatMap(({ values }) => values.numbers),
  exact: sentences.flatMap(({ values }) => values.exact),
});
