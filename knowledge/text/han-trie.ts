import type { IndexTerm } from './index-term.ts';

/** Terms that begin with the same characters, one step a UTF-16 code unit. */
export interface HanNode {
  /** Of the term that ends here; empty for none. */
  concepts: readonly IndexTerm[];
  next: Map<number, HanNode>;
}

/** What begins with a character: terms of two and more, and one of it alone. */
const LONGER = 1;
const ALONE = 2;

const NONE: readonly IndexTerm[] = [];

/**
 * Terms of Han characters by their beginning. Every pair of characters of every text is looked up here: hardly any
 * begins a term, which two look-ups in tables tell that stay in the processor's cache.
 */
export class HanTrie {
  readonly #begins = new Uint8Array(65_536);
  readonly #alone = new Map<number, readonly IndexTerm[]>();
  /** Open addressing: pairs of code units as one number, 0 where none is, and their nodes. */
  #pairs = new Uint32Array(1_024);
  #nodes: Array<HanNode | undefined> = [];
  #count = 0;

  /** A term, and one more concept that it stands for. */
  add(term: string, concept: IndexTerm): void {
    const first = term.charCodeAt(0);
    this.#begins[first] = (this.#begins[first] ?? 0) | (term.length === 1 ? ALONE : LONGER);
    if (term.length === 1) this.#alone.set(first, [...(this.#alone.get(first) ?? []), concept]);
    else {
      const node = this.#enter(term);
      node.concepts = [...node.concepts, concept];
    }
  }

  /** The concepts of a character that is a term by itself. */
  alone(code: number): readonly IndexTerm[] {
    return ((this.#begins[code] ?? 0) & ALONE) === 0 ? NONE : (this.#alone.get(code) ?? NONE);
  }

  /** The node of two characters that a term begins with. */
  find(first: number, second: number): HanNode | undefined {
    return ((this.#begins[first] ?? 0) & LONGER) === 0 ? undefined : this.#nodes[this.#slot(pairOf(first, second))];
  }

  #enter(term: string): HanNode {
    const pair = pairOf(term.charCodeAt(0), term.charCodeAt(1));
    let node = this.#nodes[this.#slot(pair)];
    if (!node) {
      if (this.#count * 2 >= this.#pairs.length) this.#grow();
      this.#count += 1;
      const slot = this.#slot(pair);
      node = { concepts: NONE, next: new Map() };
      this.#pairs[slot] = pair;
      this.#nodes[slot] = node;
    }
    for (let i = 2; i < term.length; i++) {
      const code = term.charCodeAt(i);
      const next: HanNode = node.next.get(code) ?? { concepts: NONE, next: new Map() };
      node.next.set(code, next);
      node = next;
    }
    return node;
  }

  #grow(): void {
    const pairs = this.#pairs;
    const nodes = this.#nodes;
    this.#pairs = new Uint32Array(2 * pairs.length);
    this.#nodes = [];
    pairs.forEach((pair, at) => {
      if (pair === 0) return;
      const slot = this.#slot(pair);
      this.#pairs[slot] = pair;
      this.#nodes[slot] = nodes[at];
    });
  }

  /** Where a pair is, or would go. */
  #slot(pair: number): number {
    const mask = this.#pairs.length - 1;
    let slot = (Math.imul(pair, 0x9e3779b1) >>> 8) & mask;
    for (let there = this.#pairs[slot] ?? 0; there !== 0 && there !== pair; there = this.#pairs[slot] ?? 0)
      slot = (slot + 1) & mask;
    return slot;
  }
}

const pairOf = (first: number, second: number): number => ((first << 16) | second) >>> 0;
