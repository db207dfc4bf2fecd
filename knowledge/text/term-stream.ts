import type { ChineseWords } from './chinese-words.ts';
import type { HanNode, HanTrie } from './han-trie.ts';
import type { IndexTerm } from './index-term.ts';
import type { Lexicon } from './lexicon.ts';
import { normalize } from './normalize.ts';
import type { PhraseNode } from './phrase-trie.ts';
import { eachToken, type Token } from './scan.ts';

/** Takes index terms one by one. */
export interface TermSink {
  /** One that is likely to come again. */
  term(term: IndexTerm): void;
  text(term: string): void;
  /** Two Han characters side by side, by their UTF-16 code units: most terms of a Chinese text, and no string for any. */
  pair(first: number, second: number): void;
}

/** Shorter words are pairs of characters anyway. */
export const LONG_WORD = 3;

const isShortWord = (token: Token): boolean => token.kind === 'word' && token.term.length <= 4;

/** "AF 50" is also searched as "af50". */
export const joined = (token: Token, next: Token | undefined): string | undefined =>
  isShortWord(token) && next?.kind === 'number' && /^\d+$/.test(next.term) ? token.term + next.term : undefined;

/** A term of the lexicon in a run of Han characters, from `start` up to `end`. */
interface HanMatch {
  start: number;
  end: number;
  concepts: readonly IndexTerm[];
  crossed: boolean;
}

/** 成立 in 组成立体声 is no word: a longer one begins in it and goes on behind it, or ends in it. */
function markCrossed(matches: HanMatch[]): void {
  for (const [at, one] of matches.entries()) {
    for (let i = at + 1; i < matches.length; i++) {
      const other = matches[i];
      if (!other || other.start >= one.end) break;
      if (other.start === one.start || other.end <= one.end) continue;
      const longer = other.end - other.start - (one.end - one.start);
      if (longer > 0) one.crossed = true;
      else if (longer < 0) other.crossed = true;
    }
  }
}

function putAll(terms: readonly IndexTerm[], sink: TermSink): void {
  for (const term of terms) sink.term(term);
}

/** Pairs and concepts of the Han characters of a text between two places. */
function putRun(trie: HanTrie, text: string, run: { from: number; to: number }, sink: TermSink): void {
  const { from, to } = run;
  if (to - from === 1) sink.text(text.charAt(from));
  const matches: HanMatch[] = [];
  /** Up to where the run is claimed by terms of two characters and more. */
  let claimed = from;
  let code = text.charCodeAt(from);
  for (let start = from; start < to; start++) {
    const after = start + 1 < to ? text.charCodeAt(start + 1) : 0;
    const before = matches.length;
    if (after !== 0) {
      sink.pair(code, after);
      let node: HanNode | undefined = trie.find(code, after);
      for (let end = start + 2; node; end++) {
        const { concepts } = node;
        if (concepts.length > 0) matches.push({ start, end, concepts, crossed: false });
        node = end < to ? node.next.get(text.charCodeAt(end)) : undefined;
      }
    }
    if (matches.length > before) claimed = Math.max(claimed, matches.at(-1)?.end ?? 0);
    // A character alone means its concept only where no longer word claims it.
    else if (start >= claimed) putAll(trie.alone(code), sink);
    code = after;
  }
  if (matches.length > 1) markCrossed(matches);
  for (const { concepts, crossed } of matches) if (!crossed) putAll(concepts, sink);
}

/** Puts the index terms of texts into sinks, in no order that matters. */
export function createTermStream(
  lexicon: Lexicon,
  words: ChineseWords | undefined,
): (text: string, sink: TermSink) => void {
  const { han, phrases } = lexicon.tries;
  return (text, sink) => {
    const normalised = normalize(text);
    let last: Token | undefined;
    /** Phrases that have begun and may go on. */
    let open: PhraseNode[] = [];
    const goOn = (term: string) => {
      const nodes = open;
      open = [];
      for (const { next } of nodes) {
        const node = next?.get(term);
        if (node?.concepts) putAll(node.concepts, sink);
        if (node?.next) open.push(node);
      }
    };
    eachToken(normalised, {
      token(token) {
        const model = last && joined(last, token);
        if (model !== undefined) sink.text(model);
        last = token;
        if (open.length > 0) goOn(token.term);
        if (!token.stop) sink.term(token);
        const node = token.phrasesIn(phrases);
        if (!node) return;
        if (node.concepts && !token.stop) putAll(node.concepts, sink);
        if (node.next) open.push(node);
      },
      run(from, to) {
        last = undefined;
        if (open.length > 0) goOn(normalised.slice(from, to));
        putRun(han, normalised, { from, to }, sink);
        if (words)
          for (const word of words.cut(normalised.slice(from, to))) if (word.length >= LONG_WORD) sink.text(word);
      },
    });
  };
}
