import type { LabelLine } from './label-schema.ts';
import { maskLine } from './mask-line.ts';

/** Labels as JSON lines of the own format. */
export const writeOwnLines = (lines: readonly LabelLine[], options: { mask: boolean }): string =>
  lines.map((line) => `${JSON.stringify(options.mask ? maskLine(line) : line)}\n`).join('');
