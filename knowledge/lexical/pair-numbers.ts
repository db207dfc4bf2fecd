/** Pairs of code units as one number, side by side. */
const pairOf = (first: number, second: number): number => ((first << 16) | second) >>> 0;

const FIRST_PLACES = 2 ** 16;

/**
 * Numbers by pairs of UTF-16 code units, in one table (open addressing, half full at most): finding one touches one line
 * of the processor's cache, where its string would take three.
 */
export class PairNumbers {
  /** The pair, and its number + 1 or 0 where none is. */
  #cells = new Uint32Array(2 * FIRST_PLACES);
  #shift = 32 - Math.log2(FIRST_PLACES);
  #count = 0;

  /** The number of a pair, or -1. */
  get(first: number, second: number): number {
    const cells = this.#cells;
    return (cells[this.#cellOf(pairOf(first, second)) + 1] ?? 0) - 1;
  }

  /** Of a pair that has none yet. */
  set(first: number, second: number, number: number): void {
    if (this.#count * 4 >= this.#cells.length) this.#grow();
    this.#count += 1;
    this.#put(pairOf(first, second), number + 1);
  }

  clear(): void {
    this.#count = 0;
    this.#cells.fill(0);
  }

  #put(pair: number, entry: number): void {
    const at = this.#cellOf(pair);
    this.#cells[at] = pair;
    this.#cells[at + 1] = entry;
  }

  #grow(): void {
    const before = this.#cells;
    this.#cells = new Uint32Array(2 * before.length);
    this.#shift -= 1;
    for (let at = 0; at < before.length; at += 2) {
      const entry = before[at + 1] ?? 0;
      if (entry > 0) this.#put(before[at] ?? 0, entry);
    }
  }

  /** Where the cell of a pair is, or would go. */
  #cellOf(pair: number): number {
    const cells = this.#cells;
    const last = cells.length - 1;
    let at = 2 * (Math.imul(pair, 0x9e3779b1) >>> this.#shift);
    while (cells[at + 1] !== 0 && cells[at] !== pair) at = (at + 2) & last;
    return at;
  }
}
