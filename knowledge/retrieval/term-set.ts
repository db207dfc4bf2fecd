import { NO_TERM, type TermNumbers } from './term-numbers.ts';

/** Anything that can be asked whether it has a term. */
export interface Terms {
  has(term: string): boolean;
}

/** How many slots a table of so many terms has: a power of two, three quarters full at most. */
export const slotsOf = (terms: number): number => 2 ** (32 - Math.clz32(Math.ceil(Math.max(1, terms) / 0.75) - 1));

/**
 * The terms of one passage as a hash table (open addressing, 0 for free), each with the parts in which it stands: a cell
 * is a term's number, then a bit for each part. A tenth of the memory of a Set of strings for each part.
 */
export interface TermTable {
  numbers: TermNumbers;
  cells: Int32Array;
  /** Length of a cell. */
  stride: number;
  /** Number of cells, which is a power of two, less 1. */
  mask: number;
}

/** Where the cell of a number begins, or the free one that it would get (Fibonacci hashing, Knuth, The Art of Computer Programming 6.4). */
export function cellOf({ cells, stride, mask }: Omit<TermTable, 'numbers'>, number: number): number {
  for (let at = (Math.imul(number, 0x9e3779b1) >>> 11) & mask; ; at = (at + 1) & mask) {
    const there = cells[at * stride];
    if (there === number || there === NO_TERM) return at * stride;
  }
}

/** Where the bit of a part stands in a cell. */
export const wordOf = (part: number): number => 1 + (part >>> 5);
export const bitOf = (part: number): number => 1 << (part & 31);

/** The terms of one part of a passage, or of the whole, which no bit tells. */
export class TermSet implements Terms {
  readonly size: number;
  readonly #table: TermTable;
  readonly #word: number;
  readonly #bit: number;

  constructor(table: TermTable, set: { size: number; part?: number }) {
    this.size = set.size;
    this.#table = table;
    this.#word = set.part === undefined ? 0 : wordOf(set.part);
    this.#bit = set.part === undefined ? -1 : bitOf(set.part);
  }

  has(term: string): boolean {
    const number = this.#table.numbers.find(term);
    return number !== NO_TERM && this.#hasAt(this.#table.cells, cellOf(this.#table, number));
  }

  *[Symbol.iterator](): Generator<string> {
    const { numbers, cells, stride } = this.#table;
    for (let cell = 0; cell < cells.length; cell += stride)
      if (this.#hasAt(cells, cell)) yield numbers.textOf(cells[cell] ?? NO_TERM);
  }

  /** How many terms two sets have in common. */
  shared(other: TermSet): number {
    if (other.#table.mask < this.#table.mask) return other.shared(this);
    let count = 0;
    if (this.#table.numbers !== other.#table.numbers) {
      for (const term of this) if (other.has(term)) count += 1;
      return count;
    }
    const { cells, stride } = this.#table;
    const theirs = other.#table;
    for (let cell = 0; cell < cells.length; cell += stride)
      if (this.#hasAt(cells, cell) && other.#hasAt(theirs.cells, cellOf(theirs, cells[cell] ?? NO_TERM))) count += 1;
    return count;
  }

  #hasAt(cells: Int32Array, cell: number): boolean {
    return ((cells[cell + this.#word] ?? 0) & this.#bit) !== 0;
  }
}
