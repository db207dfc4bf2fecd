import type { PhraseNode, PhraseTrie } from './phrase-trie.ts';

/**
 * An index term that is met again and again. It remembers the number that it was given last, and what begins with it:
 * who numbers terms or looks for phrases need not look it up for each of a text's words.
 */
export class IndexTerm {
  readonly text: string;
  /** Whose number it is. */
  #by: object | undefined;
  #number = 0;
  /** Whose phrases they are. */
  #in: object | undefined;
  #phrases: PhraseNode | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** The number that `by` gave it, or what `give` says, which is kept. */
  numberBy(by: object, give: (text: string) => number): number {
    if (this.#by !== by) {
      this.#number = give(this.text);
      this.#by = by;
    }
    return this.#number;
  }

  /** The phrases that start with it. */
  phrasesIn(trie: PhraseTrie): PhraseNode | undefined {
    if (this.#in !== trie.id) {
      this.#phrases = trie.get(this.text);
      this.#in = trie.id;
    }
    return this.#phrases;
  }
}
