import { StringPool } from '../lexical/string-pool.ts';
import type { TermSink } from '../text/analyzer.ts';
import { TermSet } from './term-set.ts';

/** Then numbering begins anew: sets that are still in use keep their own pool. */
const MOST_TERMS = 300_000;

/** Gathers the distinct terms of texts into sets over one numbering. */
export interface TermCollector {
  sink: TermSink;
  /** What came since the last call. */
  take(): TermSet;
  /** What came since the last call of it, taken sets included. */
  takeAll(): TermSet;
}

/** A call of the built-in sort costs more than all steps over a sentence's few numbers (insertion sort). */
const FEW = 48;

function sorted(numbers: Uint32Array): Uint32Array {
  if (numbers.length > FEW) return numbers.sort();
  for (let i = 1; i < numbers.length; i++) {
    const number = numbers[i] ?? 0;
    let at = i;
    for (; at > 0 && (numbers[at - 1] ?? 0) > number; at--) numbers[at] = numbers[at - 1] ?? 0;
    numbers[at] = number;
  }
  return numbers;
}

/** Distinct numbers in a list that is emptied again and again. */
class Distinct {
  #seen = new Uint32Array(1_024);
  #round = 1;
  #list = new Uint32Array(1_024);
  #length = 0;

  add(number: number): void {
    if (number >= this.#seen.length) {
      const longer = new Uint32Array(2 * number);
      longer.set(this.#seen);
      this.#seen = longer;
    }
    if (this.#seen[number] === this.#round) return;
    this.#seen[number] = this.#round;
    if (this.#length === this.#list.length) {
      const longer = new Uint32Array(2 * this.#length);
      longer.set(this.#list);
      this.#list = longer;
    }
    this.#list[this.#length] = number;
    this.#length += 1;
  }

  /** Sorted. */
  take(): Uint32Array {
    const taken = sorted(this.#list.slice(0, this.#length));
    this.#length = 0;
    this.#round += 1;
    return taken;
  }
}

export function createTermCollector(): TermCollector {
  let pool = new StringPool();
  const part = new Distinct();
  const whole = new Distinct();
  const add = (number: number) => {
    part.add(number);
    whole.add(number);
  };
  return {
    sink: {
      text: (term) => add(pool.ofText(term)),
      pair: (first, second) => add(pool.ofPair(first, second)),
    },
    take: () => new TermSet(pool, part.take()),
    takeAll() {
      const all = new TermSet(pool, whole.take());
      if (pool.count > MOST_TERMS) pool = new StringPool();
      return all;
    },
  };
}
