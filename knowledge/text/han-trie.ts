/** The terms that start with a character, one step a UTF-16 code unit. */
export interface HanNode {
  /** Of the term that ends here; empty for none. */
  concepts: readonly string[];
  next: Map<number, HanNode>;
}

/** A trie over Han terms: looking for all terms that start at a character stops where no term goes on. */
export function createHanTrie(terms: ReadonlyMap<string, readonly string[]>): HanNode {
  const root: HanNode = { concepts: [], next: new Map() };
  for (const [term, concepts] of terms) {
    let node = root;
    for (let i = 0; i < term.length; i++) {
      const code = term.charCodeAt(i);
      const next = node.next.get(code) ?? { concepts: [], next: new Map() };
      node.next.set(code, next);
      node = next;
    }
    node.concepts = concepts;
  }
  return root;
}
