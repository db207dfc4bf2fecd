import type { Analyzer, TermSink } from '../text/analyzer.ts';

/** Title and heading say what a passage is about: their terms count this often. */
const TITLE_BOOST = 2;
const HEADING_BOOST = 2;

interface ChunkTexts {
  title: string;
  heading: string | null;
  keywords: string;
  text: string;
}

/** Puts what the lexical index is given of a chunk into a sink. */
export function putIndexTerms(chunk: ChunkTexts, analyzer: Analyzer, sink: TermSink): void {
  for (let i = 0; i < TITLE_BOOST; i++) analyzer.putTerms(chunk.title, sink);
  if (chunk.heading) for (let i = 0; i < HEADING_BOOST; i++) analyzer.putTerms(chunk.heading, sink);
  if (chunk.keywords) analyzer.putTerms(chunk.keywords, sink);
  analyzer.putTerms(chunk.text, sink);
}

/** The same as a list. */
export function indexTerms(chunk: ChunkTexts, analyzer: Analyzer): string[] {
  const terms: string[] = [];
  putIndexTerms(chunk, analyzer, {
    text: (term) => terms.push(term),
    pair: (first, second) => terms.push(String.fromCharCode(first, second)),
  });
  return terms;
}
