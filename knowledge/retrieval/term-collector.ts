import type { TermSink } from '../text/analyzer.ts';
import { NO_TERM, TermNumbers } from './term-numbers.ts';
import { bitOf, cellOf, slotsOf, TermSet, type TermTable, wordOf } from './term-set.ts';

/** Then numbering begins anew: sets that are still in use keep their own. */
const MOST_TERMS = 300_000;

/** Gathers the distinct terms of a passage and its parts into sets over one numbering. */
export interface TermCollector {
  /** Index terms, and every Han character by itself: of a question's 付 it can then be told whether it stands there. */
  sink: TermSink;
  /** What came since the last call is a part. */
  endPart(): void;
  /** The parts in the order in which they ended, and all of them together. */
  take(): { parts: TermSet[]; all: TermSet };
}

/** Numbers in a list that is emptied again and again. */
class NumberList {
  values: Int32Array = new Int32Array(1_024);
  length = 0;

  push(number: number): void {
    if (this.length === this.values.length) this.makeRoom(2 * this.length);
    this.values[this.length] = number;
    this.length += 1;
  }

  makeRoom(size: number): void {
    if (size <= this.values.length) return;
    const longer = new Int32Array(size);
    longer.set(this.values);
    this.values = longer;
  }
}

export function createTermCollector(): TermCollector {
  let numbers = new TermNumbers();
  /** What came, with repetitions, and up to where in it the parts go. */
  const came = new NumberList();
  let ends: number[] = [];
  /** The table of the passage at hand, while nobody knows how many distinct terms it has. */
  const draft = new NumberList();
  let lastHan = 0;

  /** Fills the draft, and leaves in `came` where in it each distinct term stands; gives the number of them, and of each part's. */
  const fill = (table: Pick<TermTable, 'cells' | 'stride' | 'mask'>): { distinct: number; sizes: number[] } => {
    const { cells } = table;
    let distinct = 0;
    let i = 0;
    const sizes = ends.map((end, part) => {
      const word = wordOf(part);
      const bit = bitOf(part);
      let size = 0;
      for (; i < end; i++) {
        const number = came.values[i] ?? NO_TERM;
        const cell = cellOf(table, number);
        if (cells[cell] === NO_TERM) {
          cells[cell] = number;
          came.values[distinct] = cell;
          distinct += 1;
        }
        const bits = cells[cell + word] ?? 0;
        if ((bits & bit) !== 0) continue;
        cells[cell + word] = bits | bit;
        size += 1;
      }
      return size;
    });
    return { distinct, sizes };
  };

  return {
    sink: {
      term: (term) => came.push(numbers.ofTerm(term)),
      text: (term) => came.push(numbers.ofText(term)),
      pair(first, second) {
        came.push(numbers.ofPair(first, second));
        if (first !== lastHan) came.push(first);
        came.push(second);
        lastHan = second;
      },
    },
    endPart() {
      lastHan = 0;
      ends.push(came.length);
    },
    take() {
      const stride = wordOf(ends.length - 1) + 1;
      const room = slotsOf(came.length);
      draft.makeRoom(room * stride);
      draft.values.fill(NO_TERM, 0, room * stride);
      const { distinct, sizes } = fill({ cells: draft.values, stride, mask: room - 1 });
      const slots = slotsOf(distinct);
      const table = { numbers, cells: new Int32Array(slots * stride), stride, mask: slots - 1 };
      for (let i = 0; i < distinct; i++) {
        const from = came.values[i] ?? 0;
        const to = cellOf(table, draft.values[from] ?? NO_TERM);
        for (let at = 0; at < stride; at++) table.cells[to + at] = draft.values[from + at] ?? 0;
      }
      came.length = 0;
      ends = [];
      if (numbers.counted > MOST_TERMS) numbers = new TermNumbers();
      return {
        parts: sizes.map((size, part) => new TermSet(table, { size, part })),
        all: new TermSet(table, { size: distinct }),
      };
    },
  };
}
