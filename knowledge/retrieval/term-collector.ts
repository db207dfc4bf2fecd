import type { TermSink } from '../text/analyzer.ts';
import { NO_TERM, TermNumbers } from './term-numbers.ts';
import { firstSlot, slotsOf, TermSet, type TermTables } from './term-set.ts';

/** Then numbering begins anew: sets that are still in use keep their own. */
const MOST_TERMS = 300_000;

/** Gathers the distinct terms of a passage and its parts into sets over one numbering. */
export interface TermCollector {
  /** Index terms, and every Han character by itself: of a question's 付 it can then be told whether it stands there. */
  sink: TermSink;
  /** What came since the last call; to be asked once {@link takeAll} was called. */
  take(): TermSet;
  /** What came since the last call of it, taken sets included. */
  takeAll(): TermSet;
}

/** Numbers in a list that is emptied again and again. */
class NumberList {
  values: Uint32Array = new Uint32Array(1_024);
  length = 0;

  push(number: number): void {
    if (this.length === this.values.length) this.grow(2 * this.length);
    this.values[this.length] = number;
    this.length += 1;
  }

  /** Makes room for `count` numbers from `from` on, all {@link NO_TERM}. */
  clear(from: number, count: number): void {
    this.grow(from + count);
    this.values.fill(NO_TERM, from, from + count);
  }

  grow(size: number): void {
    if (size <= this.values.length) return;
    const longer = new Uint32Array(size);
    longer.set(this.values);
    this.values = longer;
  }
}

/** Enters a number into the table of `mask + 1` slots from `from` on; whether it was not there yet. */
function enter(table: Uint32Array, from: number, mask: number, number: number): boolean {
  for (let at = firstSlot(number, mask); ; at = (at + 1) & mask) {
    const there = table[from + at] ?? NO_TERM;
    if (there === number) return false;
    if (there === NO_TERM) {
      table[from + at] = number;
      return true;
    }
  }
}

export function createTermCollector(): TermCollector {
  let numbers = new TermNumbers();
  let tables: TermTables = { slots: new Uint32Array() };
  /** What came, with repetitions, and each once. */
  const part = new NumberList();
  const whole = new NumberList();
  /** The tables of the passage at hand. */
  const slots = new NumberList();
  let lastHan = 0;

  /** `distinct` gets each number once. */
  const setOf = (list: NumberList, distinct?: NumberList): TermSet => {
    const from = slots.length;
    const room = slotsOf(list.length);
    slots.clear(from, room);
    let size = 0;
    for (let i = 0; i < list.length; i++) {
      const number = list.values[i] ?? NO_TERM;
      if (!enter(slots.values, from, room - 1, number)) continue;
      list.values[size] = number;
      size += 1;
      distinct?.push(number);
    }
    const own = slotsOf(size);
    if (own < room) {
      // Many came more than once: a smaller table will do.
      slots.clear(from, own);
      for (let i = 0; i < size; i++) enter(slots.values, from, own - 1, list.values[i] ?? NO_TERM);
    }
    slots.length = from + own;
    list.length = 0;
    return new TermSet({ numbers, tables, from, slots: own, size });
  };

  return {
    sink: {
      term: (term) => part.push(numbers.ofTerm(term)),
      text: (term) => part.push(numbers.ofText(term)),
      pair(first, second) {
        part.push(numbers.ofPair(first, second));
        if (first !== lastHan) part.push(first);
        part.push(second);
        lastHan = second;
      },
    },
    take() {
      lastHan = 0;
      return setOf(part, whole);
    },
    takeAll() {
      const all = setOf(whole);
      tables.slots = slots.values.slice(0, slots.length);
      tables = { slots: new Uint32Array() };
      slots.length = 0;
      if (numbers.counted > MOST_TERMS) numbers = new TermNumbers();
      return all;
    },
  };
}
