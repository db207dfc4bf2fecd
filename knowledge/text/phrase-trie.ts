import type { IndexTerm } from './index-term.ts';

/** The phrases that start with a stem, one step a stem. */
export interface PhraseNode {
  /** Of the phrase that ends here; undefined for none. */
  concepts: readonly IndexTerm[] | undefined;
  /** Undefined where no phrase goes on. */
  next: Map<string, PhraseNode> | undefined;
}

/** A trie over phrases whose stems are joined by spaces: no string is made to look one up. */
export class PhraseTrie {
  /** Stands for it in terms that remember their phrases: they do not keep the trie in memory. */
  readonly id = {};
  readonly #roots = new Map<string, PhraseNode>();

  /** A phrase, and one more concept that it stands for. */
  add(phrase: string, concept: IndexTerm): void {
    let nodes = this.#roots;
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
    if (node) node.concepts = [...(node.concepts ?? []), concept];
  }

  /** The phrases that start with a stem. */
  get(stem: string): PhraseNode | undefined {
    return this.#roots.get(stem);
  }
}
