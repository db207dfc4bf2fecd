import type { Language } from '../../stores/schema.ts';
import { PHRASES } from '../phrases.ts';

const LINES = 6;
const LINE_LENGTH = 160;

const short = (text: string): string => {
  // A table's rows on one line say nothing.
  const line = text
    .replace(/^\|.*$/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > LINE_LENGTH ? `${line.slice(0, LINE_LENGTH).toWellFormed()}…` : line;
};

/** What the person who takes over reads first: the reason given, and the last lines, oldest first. */
export function handoffSummary(
  lines: Array<{ author: 'customer' | 'bot' | 'agent' | 'system'; text: string }>,
  language: Language,
  reason?: string,
): string {
  const told = lines.flatMap(({ author, text }) =>
    author === 'system' ? [] : [`${PHRASES[author][language]}: ${short(text)}`],
  );
  return [...(reason ? [short(reason)] : []), ...told.slice(-LINES)].join('\n');
}
