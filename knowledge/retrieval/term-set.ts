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
export const slotsOf = (terms: number): number => 2 ** Math.ceil(Math.log2(Math.max(1, terms) / 0.75));

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
    for (const number of this.#all()) if (number !== NO_TERM) yield this.#numbers.textOf(number);
  }

  /** How many terms two sets have in common. */
  shared(other: TermSet): number {
    let count = 0;
    const same = this.#numbers === other.#numbers;
    for (const number of this.#all()) {
      if (number === NO_TERM) continue;
      if (same ? other.#hasNumber(number) : other.has(this.#numbers.textOf(number))) count += 1;
    }
    return count;
  }

  #all(): Uint32Array {
    return this.#tables.slots.subarray(this.#from, this.#from + this.#mask + 1);
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
