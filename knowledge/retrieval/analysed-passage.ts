import type { Analyzer } from '../text/analyzer.ts';
import { type Sentence, splitSentences } from '../text/sentences.ts';
import type { Passage } from '../types.ts';
import { questionOf } from './question-of.ts';
import { createTermCollector, type TermCollector } from './term-collector.ts';
import type { TermSet } from './term-set.ts';

/** A passage with the terms of its parts, as the reranker compares them with a question. */
export interface AnalysedPassage {
  passage: Passage;
  title: TermSet;
  heading: TermSet;
  sentences: ReadonlyArray<{ sentence: Sentence; terms: TermSet }>;
  /** Every term of title, heading, keywords and text. */
  all: TermSet;
  /** What the passage answers, see {@link questionOf}: the question and its variants, each by itself; else empty. */
  questions: readonly TermSet[];
}

const collectors = new WeakMap<Analyzer, TermCollector>();

function collectorFor(analyzer: Analyzer): TermCollector {
  const collector = collectors.get(analyzer) ?? createTermCollector();
  collectors.set(analyzer, collector);
  return collector;
}

/** `keywords`: one wording a line. */
export function analysePassage(passage: Passage, keywords: string, analyzer: Analyzer): AnalysedPassage {
  const collector = collectorFor(analyzer);
  const sentences = splitSentences(passage.text);
  const variants = keywords.split('\n').filter(Boolean);
  const question = questionOf(passage) ?? '';
  const ofSentences = sentences.map(({ lead, text }) => (lead ? `${lead} ${text}` : text));
  for (const part of [passage.title, passage.heading ?? '', ...ofSentences, ...variants, question]) {
    analyzer.putTerms(part, collector.sink);
    collector.endPart();
  }
  const { parts, all } = collector.take();
  const part = (at: number): TermSet => {
    const found = parts[at];
    if (!found) throw new Error(`A passage has no part ${at}.`);
    return found;
  };
  return {
    ...{ passage, title: part(0), heading: part(1), all },
    sentences: sentences.map((sentence, i) => ({ sentence, terms: part(2 + i) })),
    questions: question
      ? [part(parts.length - 1), ...(passage.kind === 'faq' ? parts.slice(2 + sentences.length, -1) : [])]
      : [],
  };
}
