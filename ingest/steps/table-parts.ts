import type { Block } from '../loading/loaded-document.ts';

type Table = Extract<Block, { kind: 'table' }>;

/** A table somewhat larger than a piece stays whole: half a table is worth less. */
const WHOLE = 1.6;
const PART = 1.4;
/** In letters: a longer head (a wide sheet's) leaves no room for rows. */
const LONGEST_HEAD = 0.6;

const escapeCell = (cell: string) => cell.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
const rowText = (row: string[]) => `| ${row.map(escapeCell).join(' | ')} |`;

/** In a wide table each value stands beside its column's name: "Model: X1; Weight: 2 kg". */
const namedRow = (header: string[], row: string[]) =>
  row
    .flatMap((cell, c) =>
      escapeCell(cell) === '' ? [] : [header[c] ? `${escapeCell(header[c])}: ${escapeCell(cell)}` : escapeCell(cell)],
    )
    .join('; ');

/** A table as Markdown with its caption; one that doesn't fit a piece is cut between rows, each part with both. */
export function tableParts({ rows, caption }: Table, size: number): string[] {
  const [header = [], ...body] = rows;
  const title = caption ? `${caption}\n\n` : '';
  const head = `${title}${rowText(header)}\n|${' --- |'.repeat(Math.max(1, header.length))}`;
  if (head.length > size * LONGEST_HEAD && body.length > 0)
    return groups(
      body.map((row) => namedRow(header, row)),
      title.trimEnd(),
      size * PART,
    );
  const lines = body.map(rowText);
  const whole = [head, ...lines].join('\n');
  return whole.length <= size * WHOLE ? [whole] : groups(lines, head, size * PART);
}

/** Lines in parts up to a size, each under the head. */
function groups(lines: string[], head: string, size: number): string[] {
  const parts: string[] = [];
  let part: string[] = [];
  let length = head.length;
  for (const line of lines) {
    if (part.length > 0 && length + line.length > size) {
      parts.push([head, ...part].filter(Boolean).join('\n'));
      part = [];
      length = head.length;
    }
    part.push(line);
    length += line.length + 1;
  }
  if (part.length > 0) parts.push([head, ...part].filter(Boolean).join('\n'));
  return parts;
}
