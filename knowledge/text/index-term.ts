/**
 * An index term that is met again and again. It remembers the number that it was given last: who numbers terms need
 * not look it up for each of a text's words.
 */
export class IndexTerm {
  readonly text: string;
  /** Whose number it is. */
  #by: object | undefined;
  #number = 0;

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
}
