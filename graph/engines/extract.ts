import { bestSentences } from '../../knowledge/quote.ts';
import type { Hit } from '../../knowledge/types.ts';
import type { Language } from '../../stores/schema.ts';
import { phrasesIn } from '../phrases/phrases.ts';
import type { Citation } from '../turn-result.ts';

/** A FAQ's answer up to this length is given whole. */
const WHOLE_ANSWER = 600;
const SENTENCES = 4;
const QUOTE = 300;

/** An extractive answer: the sentences of the passages that answer best, each with its source. */
export function writeExtract(input: { question: string; hits: Hit[]; language: Language }): {
  pieces: string[];
  citations: Citation[];
} {
  const [top] = input.hits;
  if (!top) return { pieces: [], citations: [] };
  const chosen =
    top.kind === 'faq' && top.text.length <= WHOLE_ANSWER
      ? [{ text: top.text, hit: top }]
      : bestSentences({ question: input.question, hits: input.hits, language: input.language, max: SENTENCES });
  const citations: Citation[] = [];
  const pieces: string[] = [];
  const other = chosen.length > 0 && chosen.every(({ hit }) => hit.language !== input.language);
  if (other) pieces.push(`${phrasesIn(input.language).otherLanguageSource}\n`);
  for (const { text, hit } of chosen) {
    const known = citations.find((citation) => citation.documentId === hit.documentId && citation.page === hit.page);
    const marker = known?.marker ?? citations.length + 1;
    if (known) known.quote = `${known.quote} ${text}`.slice(0, QUOTE);
    else
      citations.push({
        marker,
        documentId: hit.documentId,
        title: hit.title,
        page: hit.page,
        quote: text.slice(0, QUOTE),
      });
    const gap =
      pieces.length === 0 || pieces.at(-1)?.endsWith('\n')
        ? ''
        : text.includes('\n')
          ? '\n'
          : hit.language === 'zh'
            ? ''
            : ' ';
    pieces.push(`${gap}${text}[${marker}]`);
  }
  return { pieces, citations };
}
