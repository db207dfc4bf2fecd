import type { Citation } from '../graph/turn-result.ts';
import { splitSentences } from '../knowledge/text/sentences.ts';
import type { Language } from '../stores/schema.ts';

const NOTE: Record<Language, string> = {
  zh: '（此处引用的资料已删除）',
  en: '(The source quoted here was removed.)',
};
/** Shorter pieces prove nothing: "Yes." stands in many texts. */
const SHORTEST = 6;

/** A stored reply, as far as it quotes. */
export interface QuotingReply {
  text: string;
  language: Language;
  citations: Citation[];
  /** Parts of other branches may stand beside the quoting one. */
  parts: number;
}

export const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s|]+/gu, '')
    .toLowerCase();

/**
 * Takes what a reply quotes from sources that are gone out of it: the quotes, and in its text the words before each
 * source's mark and every sentence that is the quote's own. `gone` tells whether a quote's source still says so.
 * Undefined: nothing of it is gone. `taken` are the words taken out.
 */
export function withdrawQuotes(
  reply: QuotingReply,
  gone: (citation: Citation) => boolean,
): { text: string; citations: Citation[]; taken: string[] } | undefined {
  const lost = reply.citations.filter(gone);
  if (lost.length === 0) return undefined;
  const note = NOTE[reply.language];
  const marks = new Set(lost.map(({ marker }) => marker));
  const quoted = lost
    .flatMap(({ quote }) => splitSentences(quote).map(({ text }) => bare(text)))
    .filter((words) => words.length >= SHORTEST);
  const taken: string[] = lost.map(({ quote }) => quote);

  /** Without the sentences that are the quote's own. */
  const scrub = (words: string): string => {
    for (const { text: sentence } of splitSentences(words)) {
      const own = bare(sentence);
      if (own.length < SHORTEST || !quoted.some((quote) => quote.includes(own) || own.includes(quote))) continue;
      taken.push(sentence);
      words = words.replace(sentence, note);
    }
    return words;
  };

  let text = '';
  let from = 0;
  for (const mark of reply.text.matchAll(/\[(\d{1,3})\]/g)) {
    const span = reply.text.slice(from, mark.index);
    from = mark.index + mark[0].length;
    if (!marks.has(Number(mark[1]))) {
      text += `${scrub(span)}${mark[0]}`;
      continue;
    }
    // What other branches said before stands in paragraphs of its own.
    const own = reply.parts > 1 ? span.lastIndexOf('\n\n') + 1 : 0;
    const gap = /^\s*/.exec(span.slice(own))?.[0] ?? '';
    taken.push(span.slice(own).trim());
    text += `${scrub(span.slice(0, own))}${gap}${note}`;
  }
  text += scrub(reply.text.slice(from));
  const citations = reply.citations.map((citation) =>
    lost.includes(citation) ? { ...citation, quote: '' } : citation,
  );
  return {
    text: text.replaceAll(new RegExp(`(?:${escaped(note)}\\s*){2,}`, 'gu'), note),
    citations,
    taken: taken.filter((words) => words.length >= SHORTEST),
  };
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
