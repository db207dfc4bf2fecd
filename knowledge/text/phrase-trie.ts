import { IndexTerm } from './index-term.ts';

/** The phrases that start with a stem, one step a stem. */
export interface PhraseNode {
  /** Of the phrase that ends here; undefined for none. */
  concepts: readonly IndexTerm[] | undefined;
  /** Undefined where no phrase goes on. */
  next: Map<string, PhraseNode> | undefined;
}

/** A trie over phrases whose stems are joined by spaces: no string is made to look one up. */
export function createPhraseTrie(phrases: ReadonlyMap<string, readonly string[]>): Map<string, PhraseNode> {
  const root = new Map<string, PhraseNode>();
  for (const [phrase, concepts] of phrases) {
    let nodes = root;
    let node: PhraseNode | undefined;
    for (const stem of phrase.split(' ')) {
      if (node) {
        node.next ??= new Map();
        nodes = node.next;
      }
      node = nodes.get(stem);
      if (!node) {
        node = { concepts: undefined, next: undefined };
        nodes.set(stem, node);
      }
    }
    if (node) node.concepts = concepts.map((concept) => new IndexTerm(concept));
  }
  return root;
}
