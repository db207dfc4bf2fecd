import type { StringPool } from '../lexical/string-pool.ts';

/** Anything that can be asked whether it has a term. */
export interface Terms {
  has(term: string): boolean;
}

/** A set of terms as sorted numbers of a pool: a tenth of the memory of a Set of strings, and nothing for the garbage collector to walk. */
export class TermSet implements Terms {
  readonly #pool: StringPool;
  readonly #numbers: Uint32Array;

  /** `numbers`: sorted, each once. */
  constructor(pool: StringPool, numbers: Uint32Array) {
    this.#pool = pool;
    this.#numbers = numbers;
  }

  get size(): number {
    return this.#numbers.length;
  }

  has(term: string): boolean {
    const wanted = this.#pool.ofText(term);
    let low = 0;
    let high = this.#numbers.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#numbers[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return this.#numbers[low] === wanted;
  }

  *[Symbol.iterator](): Generator<string> {
    for (const number of this.#numbers) yield this.#pool.textOf(number);
  }

  /** How many terms two sets have in common. */
  shared(other: TermSet): number {
    let count = 0;
    if (this.#pool !== other.#pool) {
      for (const term of this) if (other.has(term)) count += 1;
      return count;
    }
    let a = 0;
    let b = 0;
    while (a < this.size && b < other.size) {
      const left = this.#numbers[a] ?? 0;
      const right = other.#numbers[b] ?? 0;
      if (left === right) count += 1;
      if (left <= right) a += 1;
      if (right <= left) b += 1;
    }
    return count;
  }
}
