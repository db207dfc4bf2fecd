import { IndexTerm } from './index-term.ts';
import { LetterClass, letterClass } from './letter-class.ts';
import { hashOn, hashStart, PieceCache } from './piece-cache.ts';
import { stem } from './stem.ts';
import { ENGLISH_STOP_WORDS } from './stop-words.ts';

/** A stretch of normalised text. `term` is what is indexed: a stem, a number, a model name or a run of Han characters. */
export class Token extends IndexTerm {
  readonly kind: 'han' | 'word' | 'number' | 'model';
  readonly stop: boolean;
  /** The one behind it in the same piece of a text. */
  next: Token | undefined;

  constructor(kind: Token['kind'], term: string, stop = false) {
    super(term);
    this.kind = kind;
    this.stop = stop;
  }

  get term(): string {
    return this.text;
  }
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
const number = (text: string): Token => new Token('number', text.replaceAll(',', '').replace(/\.0+$/, ''));

function word(text: string): Token {
  const digits = NUMBER_WORDS.get(text);
  if (digits !== undefined) return new Token('number', digits);
  const bare = text.replace(/['’]s$/, '');
  return new Token('word', stem(bare), ENGLISH_STOP_WORDS.has(text) || ENGLISH_STOP_WORDS.has(bare));
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
  else out.push(new Token('model', parts.join('')));
}

/** The first token of each piece that was met of late: the same few thousand make up most of every text. */
const pieces = new PieceCache<Token>(128_000);

/** V8 makes a longer slice of a text by keeping the text. */
const LONGEST_COPIED = 12;
const ownCopy = (slice: string): string =>
  slice.length > LONGEST_COPIED ? Buffer.from(slice, 'utf16le').toString('utf16le') : slice;

/** The first token of a piece; the others follow it. `hash`: see {@link PieceCache}. */
function firstToken(text: string, from: number, to: number, hash: number): Token | undefined {
  const known = pieces.find(text, from, to, hash);
  if (known) return known;
  const tokens: Token[] = [];
  const piece = ownCopy(text.slice(from, to));
  scanLatin(piece, tokens);
  tokens.forEach((token, i) => {
    token.next = tokens[i + 1];
  });
  const [first] = tokens;
  if (first) pieces.keep(piece, hash, first);
  return first;
}

/** Takes tokens one by one, runs of Han characters by their place in the text. */
export interface TokenSink {
  token(token: Token): void;
  run(from: number, to: number): void;
}

function gather(normalised: string, each: (normalised: string, see: TokenSink) => void): Token[] {
  const out: Token[] = [];
  each(normalised, {
    token: (token) => out.push(token),
    run: (from, to) => out.push(new Token('han', normalised.slice(from, to))),
  });
  return out;
}

/** The definition of a scan, by patterns; {@link scan} gives the same, faster. */
export const scanByPattern = (normalised: string): Token[] => gather(normalised, eachByPattern);

function eachByPattern(normalised: string, see: TokenSink): void {
  const latin = (from: number, to: number) => {
    const tokens: Token[] = [];
    scanLatin(normalised.slice(from, to), tokens);
    for (const token of tokens) see.token(token);
  };
  for (const { 0: piece, index } of normalised.matchAll(PIECE)) {
    let at = index;
    for (const match of piece.matchAll(HAN)) {
      const from = index + match.index;
      if (from > at) latin(at, from);
      at = from + match[0].length;
      see.run(from, at);
    }
    if (at < index + piece.length) latin(at, index + piece.length);
  }
}

/** Cuts normalised text into Han runs, stemmed words, numbers and model names ("AF-50" and "AF 50" give "af50"). */
export const scan = (normalised: string): Token[] => gather(normalised, eachToken);

/** The class of the code unit at a place; `other` behind the end. */
const classAt = (text: string, at: number): number =>
  at < text.length ? letterClass(text.charCodeAt(at)) : LetterClass.other;

/** Whether the code unit at a place in a piece is of it, and not Han: a letter, or a joiner before one. */
function isLetter(text: string, at: number): boolean {
  const kind = classAt(text, at);
  if (kind !== LetterClass.joiner) return kind === LetterClass.word;
  const next = classAt(text, at + 1);
  return next === LetterClass.word || next === LetterClass.han;
}

function hasRare(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (letterClass(text.charCodeAt(i)) === LetterClass.rare) return true;
  return false;
}

/** The same one by one, without a token for a run of Han characters, which `run` is told of by its place. */
export function eachToken(text: string, see: TokenSink): void {
  if (hasRare(text)) {
    eachByPattern(text, see);
    return;
  }
  /** Where the run or the piece at hand began, and the piece's hash. */
  let from = 0;
  let hash = hashStart;
  for (let at = 0; at < text.length; ) {
    const first = classAt(text, at);
    if (first === LetterClass.han) {
      from = at;
      do at += 1;
      while (classAt(text, at) === LetterClass.han);
      see.run(from, at);
    } else if (first === LetterClass.word) {
      // A piece goes on behind Han characters in it.
      while (classAt(text, at) !== LetterClass.other) {
        hash = hashStart;
        for (from = at; isLetter(text, at); at += 1) hash = hashOn(hash, text.charCodeAt(at));
        if (at > from) for (let token = firstToken(text, from, at, hash); token; token = token.next) see.token(token);
        if (classAt(text, at) !== LetterClass.han) break;
        from = at;
        do at += 1;
        while (classAt(text, at) === LetterClass.han);
        see.run(from, at);
      }
    } else at += 1;
  }
}
