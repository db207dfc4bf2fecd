import { type MayStand, machineInstructions } from './machine-instructions.ts';

/** A shop's text as customers and models get it: without the sentences that tell the machine what to do. */
export function withoutInstructions(text: string, mayStand?: MayStand): string {
  const found = machineInstructions(text, mayStand);
  if (found.length === 0) return text;
  let kept = '';
  let at = 0;
  for (const { from, to } of found) {
    kept += text.slice(at, from);
    at = to;
  }
  return `${kept}${text.slice(at)}`
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The sentences that are left out, as they stand in the text. */
export const instructionsIn = (text: string, mayStand?: MayStand): string[] =>
  machineInstructions(text, mayStand).map(({ from, to }) => text.slice(from, to).trim());
