import type { Analyzer } from '../text/analyzer.ts';

/** Title and heading say what a passage is about: their terms count this often. */
const TITLE_BOOST = 2;
const HEADING_BOOST = 2;

/** What the lexical index is given of a chunk. */
export function indexTerms(
  chunk: { title: string; heading: string | null; keywords: string; text: string },
  analyzer: Analyzer,
): string[] {
  const terms = analyzer.terms(chunk.text);
  const put = (text: string, times: number) => {
    const more = analyzer.terms(text);
    for (let i = 0; i < times; i++) for (const term of more) terms.push(term);
  };
  put(chunk.title, TITLE_BOOST);
  if (chunk.heading) put(chunk.heading, HEADING_BOOST);
  if (chunk.keywords) put(chunk.keywords, 1);
  return terms;
}
