import type { Analyzer } from '../text/analyzer.ts';
import { type Sentence, splitSentences } from '../text/sentences.ts';
import type { Passage } from '../types.ts';
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
  /** A FAQ's question and its variants, each by itself; empty for other kinds. */
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
  const termsOf = (text: string): TermSet => {
    analyzer.putTerms(text, collector.sink);
    return collector.take();
  };
  const title = termsOf(passage.title);
  const heading = termsOf(passage.heading ?? '');
  const sentences = splitSentences(passage.text).map((sentence) => ({
    sentence,
    terms: termsOf(sentence.lead ? `${sentence.lead} ${sentence.text}` : sentence.text),
  }));
  const variants = keywords.split('\n').filter(Boolean).map(termsOf);
  const all = collector.takeAll();
  return { passage, title, heading, sentences, all, questions: passage.kind === 'faq' ? [title, ...variants] : [] };
}
