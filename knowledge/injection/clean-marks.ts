import { hash } from 'node:crypto';
import { programKey } from '../program-key.ts';
import type { Passage } from '../types.ts';
import { instructionsOfPassage } from './passage-without-instructions.ts';

type Texts = Pick<Passage, 'title' | 'heading' | 'text'>;

/**
 * Marks of passages in which nothing instructs the machine, kept beside them so that they are not screened at each
 * reading. A mark holds for these very texts and for the rules of this program alone.
 */
export interface CleanMarks {
  /** null where something does. */
  of(texts: Texts): string | null;
  holds(texts: Texts, mark: string | null): boolean;
}

/** Letters of a mark: 132 bits. */
const LETTERS = 22;

/** `rules`: another one whenever the screening may find something else. */
export function createCleanMarks(rules: string): CleanMarks {
  const markOf = ({ title, heading, text }: Texts) =>
    hash('sha256', [rules, title, heading ?? '', text].join('\0'), 'base64url').slice(0, LETTERS);
  return {
    of(texts) {
      const { title, heading, text } = instructionsOfPassage(texts);
      return title.length + heading.length + text.length === 0 ? markOf(texts) : null;
    },
    holds: (texts, mark) => mark !== null && mark === markOf(texts),
  };
}

let ours: Promise<CleanMarks> | undefined;

/** By the rules of this program, all of which stand in this folder. */
export const cleanMarks = (): Promise<CleanMarks> => {
  ours ??= programKey([import.meta.dirname]).then(createCleanMarks);
  return ours;
};
