import type { Analyzer } from '../text/analyzer.ts';
import { type Sentence, splitSentences } from '../text/sentences.ts';
import type { Passage } from '../types.ts';

/** A passage with the terms of its parts, as the reranker compares them with a question. */
export interface AnalysedPassage {
  passage: Passage;
  title: ReadonlySet<string>;
  heading: ReadonlySet<string>;
  sentences: ReadonlyArray<{ sentence: Sentence; terms: ReadonlySet<string> }>;
  /** Every term of title, heading, keywords and text. */
  all: ReadonlySet<string>;
  /** A FAQ's question and its variants, each by itself; empty for other kinds. */
  questions: ReadonlyArray<ReadonlySet<string>>;
}

/** `keywords`: one wording a line. */
export function analysePassage(passage: Passage, keywords: string, analyzer: Analyzer): AnalysedPassage {
  const title = new Set(analyzer.terms(passage.title));
  const heading = new Set(passage.heading ? analyzer.terms(passage.heading) : []);
  const sentences = splitSentences(passage.text).map((sentence) => ({
    sentence,
    terms: new Set(analyzer.terms(sentence.lead ? `${sentence.lead} ${sentence.text}` : sentence.text)),
  }));
  const wordings = keywords.split('\n').filter(Boolean);
  const all = new Set([...title, ...heading]);
  for (const { terms } of sentences) for (const term of terms) all.add(term);
  const variants = wordings.map((line) => new Set(analyzer.terms(line)));
  for (const variant of variants) for (const term of variant) all.add(term);
  return { passage, title, heading, sentences, all, questions: passage.kind === 'faq' ? [title, ...variants] : [] };
}
