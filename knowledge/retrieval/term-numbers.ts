import type { IndexTerm } from '../text/index-term.ts';

/** A string of two code units or more that are printable has a pair number from here on. */
const FIRST_PAIR = 0x20_0000;
const FIRST_COUNTED = 0x1_0000;

/** The number of a term that was never met. */
export const NO_TERM = 0;

const ASKED = 500;

/** Of 32 bits with their sign, as all numbers here: larger ones would be objects. */
const pairNumber = (first: number, second: number): number => (first << 16) | second;

/** Of a term of one or two code units. */
function shortNumber(term: string): number | undefined {
  if (term.length === 1) return term.charCodeAt(0);
  return term.length === 2 ? pairNumber(term.charCodeAt(0), term.charCodeAt(1)) : undefined;
}

/**
 * Numbers terms. Nearly all of a Chinese text needs no look-up: one code unit is its own number, two are theirs side
 * by side. Longer terms are counted from 65,536 on; there is room for two million.
 */
export class TermNumbers {
  readonly #numbers = new Map<string, number>();
  readonly #texts: string[] = [];
  /** Of terms asked for last: small enough to stay in the processor's cache. */
  readonly #asked = new Map<string, number>();

  /** How many terms were counted. */
  get counted(): number {
    return this.#texts.length;
  }

  ofPair(first: number, second: number): number {
    return pairNumber(first, second);
  }

  /** Stands for this numbering in terms that remember their number: it does not keep the numbers in memory. */
  readonly #numbering = {};
  readonly #giveNumber = (text: string): number => this.ofText(text);

  ofTerm(term: IndexTerm): number {
    return term.numberBy(this.#numbering, this.#giveNumber);
  }

  /** Of a term that is met: the next number when it is new. */
  ofText(term: string): number {
    const known = shortNumber(term) ?? this.#numbers.get(term);
    if (known !== undefined) return known;
    const number = FIRST_COUNTED + this.#texts.push(term) - 1;
    this.#numbers.set(term, number);
    this.#asked.delete(term);
    return number;
  }

  /** Of a term that is asked for. */
  find(term: string): number {
    const known = shortNumber(term) ?? this.#asked.get(term);
    if (known !== undefined) return known;
    const number = this.#numbers.get(term) ?? NO_TERM;
    if (this.#asked.size >= ASKED) this.#asked.clear();
    this.#asked.set(term, number);
    return number;
  }

  textOf(number: number): string {
    if (number < 0 || number >= FIRST_PAIR) return String.fromCharCode(number >>> 16, number & 0xffff);
    if (number < FIRST_COUNTED) return String.fromCharCode(number);
    return this.#texts[number - FIRST_COUNTED] ?? '';
  }
}
