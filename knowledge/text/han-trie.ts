import { IndexTerm } from './index-term.ts';

/** The terms that start with a character, one step a UTF-16 code unit. */
export interface HanNode {
  /** Of the term that ends here; empty for none. */
  concepts: readonly IndexTerm[];
  next: Map<number, HanNode>;
}

/** The nodes of first characters, by code unit: every character of every text is looked up here. */
export type HanTrie = ReadonlyArray<HanNode | undefined>;

const CODE_UNITS = 65_536;

/** A trie over Han terms: looking for all terms that start at a character stops where no term goes on. */
export function createHanTrie(terms: ReadonlyMap<string, readonly string[]>): HanTrie {
  const firsts = new Array<HanNode | undefined>(CODE_UNITS).fill(undefined);
  for (const [term, concepts] of terms) {
    const first = term.charCodeAt(0);
    let node = firsts[first] ?? { concepts: [], next: new Map() };
    firsts[first] = node;
    for (let i = 1; i < term.length; i++) {
      const code = term.charCodeAt(i);
      const next = node.next.get(code) ?? { concepts: [], next: new Map() };
      node.next.set(code, next);
      node = next;
    }
    node.concepts = concepts.map((concept) => new IndexTerm(concept));
  }
  return firsts;
}
