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

/** A sink that takes each term several times. */
const repeated = (sink: TermSink, times: number): TermSink => ({
  term(term) {
    for (let i = 0; i < times; i++) sink.term(term);
  },
  text(term) {
    for (let i = 0; i < times; i++) sink.text(term);
  },
  pair(first, second) {
    for (let i = 0; i < times; i++) sink.pair(first, second);
  },
});

/** Puts what the lexical index is given of a chunk into a sink. */
export function putIndexTerms(chunk: ChunkTexts, analyzer: Analyzer, sink: TermSink): void {
  analyzer.putTerms(chunk.title, repeated(sink, TITLE_BOOST));
  if (chunk.heading) analyzer.putTerms(chunk.heading, repeated(sink, HEADING_BOOST));
  if (chunk.keywords) analyzer.putTerms(chunk.keywords, sink);
  analyzer.putTerms(chunk.text, sink);
}

/** The same as a list. */
export function indexTerms(chunk: ChunkTexts, analyzer: Analyzer): string[] {
  const terms: string[] = [];
  putIndexTerms(chunk, analyzer, {
    term: (term) => terms.push(term.text),
    text: (term) => terms.push(term),
    pair: (first, second) => terms.push(String.fromCharCode(first, second)),
  });
  return terms;
}
