import { bestSentences, OWN_LANGUAGE_SHARE, type QuotedSentence } from '../../knowledge/retrieval/quote.ts';
import type { Hit } from '../../knowledge/types.ts';
import type { Language } from '../../stores/schema.ts';
import { phrasesIn } from '../phrases/phrases.ts';
import type { Citation } from '../turn-result.ts';
import { kindTold } from './kind-told.ts';
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
  const whole = top.kind === 'faq' ? top : (input.hits.find((hit) => isNearly(hit, top, input.language)) ?? top);
  const best = saidWhole(whole, input)
    ? [{ text: whole.text, quote: whole.text, hit: whole }]
    : bestSentences({ ...input, max: SENTENCES });
  const chosen = inOneLanguage(best, input.language);
  if (
    !kindTold(
      input.question,
      chosen.map(({ text }) => text),
    )
  )
    return { pieces: [], citations: [] };
  const cite = createCiter();
  const cited = chosen.map(({ text, quote, hit }) => ({ text, hit, marker: cite.mark(hit, quote) }));
  const pieces: string[] = [];
  const other = chosen.length > 0 && chosen.every(({ hit }) => hit.language !== input.language);
  if (other) pieces.push(`${phrasesIn(input.language).otherLanguageSource}\n`);
  cited.forEach(({ text, hit, marker }, index) => {
    // Neighbouring sentences of one source share its mark, after the last of them.
    const mark = cited[index + 1]?.marker === marker ? '' : `[${marker}]`;
    pieces.push(`${gapBefore(text, hit, pieces.at(-1))}${text}${mark}`);
  });
  return { pieces, citations: cite.citations };
}

/** Another language's passage may be the surest: the customer's own says the same. */
const isNearly = (hit: Hit, top: Hit, language: Language): boolean =>
  hit.language === language && hit.evidence >= top.evidence * OWN_LANGUAGE_SHARE;

/** One reply, one language: the customer's where it answers nearly as surely as what answers best, else that one's. */
function inOneLanguage(best: QuotedSentence[], language: Language): QuotedSentence[] {
  const top = best[0]?.hit;
  if (!top) return [];
  const spoken = best.some(({ hit }) => isNearly(hit, top, language)) ? language : top.language;
  return best.filter(({ hit }) => hit.language === spoken);
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

/** Numbers the passages in the order in which they are cited. A quote is of one passage, and in its own words. */
function createCiter() {
  const citations: Citation[] = [];
  const byPassage = new Map<string, { citation: Citation; marker: number }>();
  return {
    citations,
    mark(hit: Hit, quote: string): number {
      const known = byPassage.get(hit.id);
      if (known) {
        known.citation.quote = `${known.citation.quote} ${quote}`.slice(0, QUOTE);
        return known.marker;
      }
      const marker = citations.length + 1;
      const { documentId, title, page } = hit;
      const citation = { marker, documentId, title, page, quote: quote.slice(0, QUOTE) };
      citations.push(citation);
      byPassage.set(hit.id, { citation, marker });
      return marker;
    },
  };
}

const ENDED = /[。！？；!?;.:：]["'”’）)]*(?:\[\d{1,2}\])?$/;

function gapBefore(text: string, hit: Hit, previous: string | undefined): string {
  if (previous === undefined || previous.endsWith('\n')) return '';
  // Rows and items end without a stop: each stands in a line of its own.
  if (text.includes('\n') || !ENDED.test(previous)) return '\n';
  return hit.language === 'zh' ? '' : ' ';
}
