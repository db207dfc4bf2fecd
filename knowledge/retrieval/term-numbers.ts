/** A string of two code units or more that are printable has a pair number from here on. */
const FIRST_PAIR = 0x20_0000;
const FIRST_COUNTED = 0x1_0000;

/** The number of a term that was never met. */
export const NO_TERM = 0;

/**
 * Numbers terms. Nearly all of a Chinese text needs no look-up: one code unit is its own number, two are theirs side
 * by side. Longer terms are counted from 65,536 on; there is room for two million.
 */
export class TermNumbers {
  readonly #numbers = new Map<string, number>();
  readonly #texts: string[] = [];

  /** How many terms were counted. */
  get counted(): number {
    return this.#texts.length;
  }

  ofPair(first: number, second: number): number {
    return ((first << 16) | second) >>> 0;
  }

  /** Of a term that is met: the next number when it is new. */
  ofText(term: string): number {
    const known = this.find(term);
    if (known !== NO_TERM) return known;
    const number = FIRST_COUNTED + this.#texts.push(term) - 1;
    this.#numbers.set(term, number);
    return number;
  }

  /** Of a term that is asked for. */
  find(term: string): number {
    if (term.length === 1) return term.charCodeAt(0);
    if (term.length === 2) return this.ofPair(term.charCodeAt(0), term.charCodeAt(1));
    return this.#numbers.get(term) ?? NO_TERM;
  }

  textOf(number: number): string {
    if (number < FIRST_COUNTED) return String.fromCharCode(number);
    if (number >= FIRST_PAIR) return String.fromCharCode(number >>> 16, number & 0xffff);
    return this.#texts[number - FIRST_COUNTED] ?? '';
  }
}
