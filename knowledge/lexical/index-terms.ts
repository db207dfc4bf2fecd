import type { Analyzer } from '../text/analyzer.ts';

/** Title and heading say what a passage is about: their terms count this often. */
const TITLE_BOOST = 2;
const HEADING_BOOST = 2;

/** What the lexical index is given of a chunk. */
export function* indexTerms(
  chunk: { title: string; heading: string | null; keywords: string; text: string },
  analyzer: Analyzer,
): Generator<string> {
  const title = analyzer.terms(chunk.title);
  for (let i = 0; i < TITLE_BOOST; i++) yield* title;
  const heading = chunk.heading ? analyzer.terms(chunk.heading) : [];
  for (let i = 0; i < HEADING_BOOST; i++) yield* heading;
  if (chunk.keywords) yield* analyzer.terms(chunk.keywords);
  yield* analyzer.terms(chunk.text);
}
