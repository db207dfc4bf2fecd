import type { LocalText } from '../../stores/schema.ts';
import type { Actor, SentenceChoice } from '../ports.ts';

/** A product in whose text sentences look like instructions to the machine. */
export interface ProductSentencesView {
  id: string;
  name: LocalText;
  /** No answer quotes them, no model reads them. */
  leftOut: string[];
  /** Quoted all the same because a manager wants it. */
  quotedAnyway: string[];
}

/** What of the catalogue's texts is left out of answers, and the choice to quote it all the same. */
export interface ProductSentences {
  /** Products that have such sentences, by id; at most 500. */
  list(): Promise<ProductSentencesView[]>;
  /** Lets a sentence that was left out stand, also when the catalogue is taken in again, or leaves it out again. */
  quote(id: string, choice: SentenceChoice, by?: Actor): Promise<ProductSentencesView>;
}
