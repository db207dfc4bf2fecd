import { NO_TERM, type TermNumbers } from './term-numbers.ts';

/** Anything that can be asked whether it has a term. */
export interface Terms {
  has(term: string): boolean;
}

/** The hash tables of all sets of one passage, one after another: one array instead of one for each sentence. */
export interface TermTables {
  slots: Uint32Array;
}

/** How many slots a table of so many terms has: a power of two, three quarters full at most. */
export const slotsOf = (terms: number): number => 2 ** (32 - Math.clz32(Math.ceil(Math.max(1, terms) / 0.75) - 1));

/** Where the search for a number begins in a table (Fibonacci hashing, Knuth, The Art of Computer Programming 6.4). */
export const firstSlot = (number: number, mask: number): number => (Math.imul(number, 0x9e3779b1) >>> 11) & mask;

/** A set of terms as a hash table of their numbers (open addressing, 0 for free): a tenth of the memory of a Set of strings. */
export class TermSet implements Terms {
  readonly size: number;
  readonly #numbers: TermNumbers;
  readonly #tables: TermTables;
  readonly #from: number;
  readonly #mask: number;

  constructor(set: { numbers: TermNumbers; tables: TermTables; from: number; slots: number; size: number }) {
    this.size = set.size;
    this.#numbers = set.numbers;
    this.#tables = set.tables;
    this.#from = set.from;
    this.#mask = set.slots - 1;
  }

  has(term: string): boolean {
    const number = this.#numbers.find(term);
    return number !== NO_TERM && this.#hasNumber(number);
  }

  *[Symbol.iterator](): Generator<string> {
    const { slots } = this.#tables;
    for (let at = this.#from; at <= this.#from + this.#mask; at++) {
      const number = slots[at] ?? NO_TERM;
      if (number !== NO_TERM) yield this.#numbers.textOf(number);
    }
  }

  /** How many terms two sets have in common. */
  shared(other: TermSet): number {
    if (other.#mask < this.#mask) return other.shared(this);
    const { slots } = this.#tables;
    const end = this.#from + this.#mask + 1;
    let count = 0;
    if (this.#numbers !== other.#numbers) {
      for (const term of this) if (other.has(term)) count += 1;
      return count;
    }
    // Written out: a search makes tens of thousands of these steps.
    const theirs = other.#tables.slots;
    const from = other.#from;
    const mask = other.#mask;
    for (let at = this.#from; at < end; at++) {
      const number = slots[at] ?? NO_TERM;
      if (number === NO_TERM) continue;
      let probe = firstSlot(number, mask);
      let there = theirs[from + probe];
      while (there !== number && there !== NO_TERM) {
        probe = (probe + 1) & mask;
        there = theirs[from + probe];
      }
      if (there === number) count += 1;
    }
    return count;
  }

  #hasNumber(number: number): boolean {
    const { slots } = this.#tables;
    for (let at = firstSlot(number, this.#mask); ; at = (at + 1) & this.#mask) {
      const there = slots[this.#from + at] ?? NO_TERM;
      if (there === number) return true;
      if (there === NO_TERM) return false;
    }
  }
}
