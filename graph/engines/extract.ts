import { bestSentences } from '../../knowledge/retrieval/quote.ts';
import type { Hit } from '../../knowledge/types.ts';
import type { Language } from '../../stores/schema.ts';
import { phrasesIn } from '../phrases/phrases.ts';
import type { Citation } from '../turn-result.ts';
import { isTopicAlone } from './topic-alone.ts';

/** A FAQ's answer up to this length is given whole. */
const WHOLE_ANSWER = 600;
/** So is a section of running text, where nothing but its topic was named. */
const WHOLE_SECTION = 260;
const SENTENCES = 4;
const QUOTE = 300;

/** An extractive answer: the sentences of the passages that answer best, each with its source. */
export function writeExtract(input: { question: string; hits: Hit[]; language: Language }): {
  pieces: string[];
  citations: Citation[];
} {
  const [top] = input.hits;
  if (!top) return { pieces: [], citations: [] };
  const chosen = saidWhole(top, input)
    ? [{ text: top.text, quote: top.text, hit: top }]
    : bestSentences({ ...input, max: SENTENCES });
  const citations: Citation[] = [];
  const cited = chosen.map(({ text, quote, hit }) => ({ text, hit, marker: cite(citations, hit, quote) }));
  const pieces: string[] = [];
  const other = chosen.length > 0 && chosen.every(({ hit }) => hit.language !== input.language);
  if (other) pieces.push(`${phrasesIn(input.language).otherLanguageSource}\n`);
  cited.forEach(({ text, hit, marker }, index) => {
    // Neighbouring sentences of one source share its mark, after the last of them.
    const mark = cited[index + 1]?.marker === marker ? '' : `[${marker}]`;
    pieces.push(`${gapBefore(text, hit, pieces.at(-1))}${text}${mark}`);
  });
  return { pieces, citations };
}

/** A FAQ's answer, or a short section in the customer's language when its topic alone was named. */
const saidWhole = (top: Hit, { question, language }: { question: string; language: Language }): boolean =>
  top.kind === 'faq'
    ? top.text.length <= WHOLE_ANSWER
    : top.kind === 'document' &&
      top.language === language &&
      top.text.length <= WHOLE_SECTION &&
      !top.text.includes('\n') &&
      isTopicAlone(question);

/** The source's number: its page's, once it is cited. The quote stays in the source's own words. */
function cite(citations: Citation[], hit: Hit, quote: string): number {
  const known = citations.find((citation) => citation.documentId === hit.documentId && citation.page === hit.page);
  if (known) {
    known.quote = `${known.quote} ${quote}`.slice(0, QUOTE);
    return known.marker ?? 0;
  }
  const marker = citations.length + 1;
  const { documentId, title, page } = hit;
  citations.push({ marker, documentId, title, page, quote: quote.slice(0, QUOTE) });
  return marker;
}

function gapBefore(text: string, hit: Hit, previous: string | undefined): string {
  if (previous === undefined || previous.endsWith('\n')) return '';
  if (text.includes('\n')) return '\n';
  return hit.language === 'zh' ? '' : ' ';
}
