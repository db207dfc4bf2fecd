import type { ConfirmationView } from '../api/types.ts';

/** A reply's text without the lines of a change that the card beside it shows. */
export function withoutChanges(text: string, { changes }: ConfirmationView): string {
  const shown = changes.map(({ field }) => `- ${field}`);
  const kept = text.split('\n').filter((line) => !shown.some((start) => line.startsWith(start)));
  return kept
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
