import { IndexTerm } from './index-term.ts';
import { LetterClass, letterClass } from './letter-class.ts';
import { RecentMap } from './recent-map.ts';
import { stem } from './stem.ts';
import { ENGLISH_STOP_WORDS } from './stop-words.ts';

/** A stretch of normalised text. `term` is what is indexed: a stem, a number, a model name or a run of Han characters. */
export interface Token {
  readonly kind: 'han' | 'word' | 'number' | 'model';
  readonly term: string;
  readonly stop: boolean;
  /** The term as it is indexed; undefined for a run of Han characters, of which its pairs are. */
  readonly indexed: IndexTerm | undefined;
}

const PIECE = /\p{Script=Han}+|[\p{L}\p{M}\p{N}]+(?:[.,'’&_-][\p{L}\p{M}\p{N}]+)*/gu;
const HAN = /\p{Script=Han}+/gu;
const NUMBER = /^\d[\d,]*(?:\.\d+)?$/;
const MEASURE =
  /^(\d[\d,]*(?:\.\d+)?)(kg|g|mg|ml|l|cl|oz|lb|lbs|w|kw|kwh|wh|v|a|hz|khz|mhz|ghz|mah|db|dba|cm|mm|m|km|in|inch|ft|h|hr|hrs|min|mins|s|sec|ms|mb|gb|tb|k|x|st|nd|rd|th|rpm|atm|bar|pa|d|days?|hours?|months?|years?|weeks?|usd|rmb|cny|eur)$/;
const NUMBER_WORDS = new Map(
  'two three four five six seven eight nine ten eleven twelve'.split(' ').map((word, i) => [word, String(i + 2)]),
);
for (const [word, value] of [
  ['fifteen', '15'],
  ['twenty', '20'],
  ['thirty', '30'],
  ['sixty', '60'],
  ['ninety', '90'],
]) {
  NUMBER_WORDS.set(word ?? '', value ?? '');
}
/** The same few thousand words make up most of every text. */
const stems = new RecentMap<string>(25_000);

function cachedStem(word: string): string {
  let known = stems.get(word);
  if (known === undefined) {
    known = stem(word);
    stems.set(word, known);
  }
  return known;
}

const latin = (kind: Token['kind'], term: string, stop = false): Token => ({
  ...{ kind, term, stop },
  indexed: new IndexTerm(term),
});
const han = (term: string): Token => ({ kind: 'han', term, stop: false, indexed: undefined });
const number = (text: string): Token => latin('number', text.replaceAll(',', '').replace(/\.0+$/, ''));

function word(text: string): Token {
  const digits = NUMBER_WORDS.get(text);
  if (digits !== undefined) return latin('number', digits);
  const bare = text.replace(/['’]s$/, '');
  return latin('word', cachedStem(bare), ENGLISH_STOP_WORDS.has(text) || ENGLISH_STOP_WORDS.has(bare));
}

function scanLatin(text: string, out: Token[]): void {
  if (NUMBER.test(text)) return void out.push(number(text));
  const hasDigit = /\d/.test(text);
  if (!hasDigit) {
    if (text.includes("'") || text.includes('’')) return void out.push(word(text.replace('’', "'")));
    for (const part of text.split(/[.,&_-]/)) if (part) out.push(word(part));
    return;
  }
  const measure = MEASURE.exec(text);
  if (measure) {
    out.push(number(measure[1] ?? ''), word(measure[2] ?? ''));
    return;
  }
  const parts = text.split(/[.,&'’_-]/);
  // "30-day", "2026-11-20" and "3.5,7" are several words; "AF-50" and "USB-C3" one name.
  const plain = parts.every((part) => /^\d+$/.test(part)) || parts.some((part) => /^\D{3,}$/.test(part));
  if (parts.length > 1 && plain) for (const part of parts) part && scanLatin(part, out);
  else out.push(latin('model', parts.join('')));
}

/** Tokens of pieces that were met before: the same few thousand make up most of every text. */
const pieces = new RecentMap<readonly Token[]>(30_000);
/** A longer slice would keep the text that it was cut from alive. */
const LONGEST_KEPT = 12;

function scanPiece(piece: string, out: Token[]): void {
  const known = pieces.get(piece);
  if (known) {
    for (const token of known) out.push(token);
    return;
  }
  const from = out.length;
  scanLatin(piece, out);
  if (piece.length > LONGEST_KEPT) return;
  pieces.set(piece, out.slice(from));
}

/** The definition of a scan, by patterns; {@link scan} gives the same, faster. */
export function scanByPattern(normalised: string): Token[] {
  const out: Token[] = [];
  for (const [piece] of normalised.matchAll(PIECE)) {
    let at = 0;
    for (const match of piece.matchAll(HAN)) {
      if (match.index > at) scanLatin(piece.slice(at, match.index), out);
      out.push(han(match[0]));
      at = match.index + match[0].length;
    }
    if (at < piece.length) scanLatin(piece.slice(at), out);
  }
  return out;
}

/** Cuts normalised text into Han runs, stemmed words, numbers and model names ("AF-50" and "AF 50" give "af50"). */
export function scan(normalised: string): Token[] {
  const out: Token[] = [];
  const size = normalised.length;
  const classAt = (at: number) => (at < size ? letterClass(normalised.charCodeAt(at)) : LetterClass.other);
  const hanRun = (from: number): number => {
    let end = from + 1;
    while (classAt(end) === LetterClass.han) end += 1;
    out.push(han(normalised.slice(from, end)));
    return end;
  };
  let at = 0;
  while (at < size) {
    const first = classAt(at);
    if (first === LetterClass.rare) return scanByPattern(normalised);
    if (first === LetterClass.han) at = hanRun(at);
    else if (first !== LetterClass.word) at += 1;
    else {
      /** Where the letters began that are not Han. */
      let from = at;
      for (;;) {
        const kind = classAt(at);
        if (kind === LetterClass.han) {
          if (at > from) scanPiece(normalised.slice(from, at), out);
          at = hanRun(at);
          from = at;
        } else if (kind === LetterClass.word) at += 1;
        else if (kind === LetterClass.joiner && joins(classAt(at + 1))) at += 1;
        else break;
      }
      if (at > from) scanPiece(normalised.slice(from, at), out);
    }
  }
  return out;
}

/** Whether a joiner before a letter of this class belongs to the word; a rare one is left to the patterns. */
const joins = (next: number) => next === LetterClass.word || next === LetterClass.han;
