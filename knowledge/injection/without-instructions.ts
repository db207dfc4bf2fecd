import { type MayStand, machineInstructions, type Stretch } from './machine-instructions.ts';

/** A text without some of its stretches, which are in reading order. */
export function without(text: string, stretches: readonly Stretch[]): string {
  if (stretches.length === 0) return text;
  let kept = '';
  let at = 0;
  for (const { from, to } of stretches) {
    kept += text.slice(at, Math.max(at, from));
    at = Math.max(at, to);
  }
  return `${kept}${text.slice(at)}`
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** A shop's text as customers and models get it: without the sentences that tell the machine what to do. */
export const withoutInstructions = (text: string, mayStand?: MayStand): string =>
  without(text, machineInstructions(text, mayStand));

/** The sentences that are left out, as they stand in the text. */
export const instructionsIn = (text: string, mayStand?: MayStand): string[] =>
  machineInstructions(text, mayStand).map(({ from, to }) => text.slice(from, to).trim());
