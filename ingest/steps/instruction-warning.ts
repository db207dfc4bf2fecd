import { instructionsInPassage } from '../../knowledge/injection/passage-without-instructions.ts';
import type { LoadWarning } from '../loading/loaded-document.ts';
import type { Piece } from './split.ts';

const SHOWN = 3;
const LETTERS = 120;

/** Tells of sentences that speak to the machine instead of the customer: kept in the passages, left out of answers. */
export function instructionWarning(pieces: readonly Piece[]): LoadWarning | undefined {
  const all = new Set<string>();
  const pages = new Set<number>();
  for (const { page, heading, text } of pieces) {
    const found = instructionsInPassage({ title: '', heading, text });
    const here = [...found.heading, ...found.text];
    for (const sentence of here) all.add(sentence);
    if (here.length > 0 && page !== null) pages.add(page);
  }
  if (all.size === 0) return undefined;
  const quoted = [...all].slice(0, SHOWN).map((sentence) => `“${sentence.slice(0, LETTERS).toWellFormed()}”`);
  return {
    code: 'instructions_left_out',
    message: `${all.size} sentence(s) that instruct the machine are left out of answers: ${quoted.join(' ')}`,
    ...(pages.size > 0 && { pages: [...pages].sort((a, b) => a - b) }),
  };
}
