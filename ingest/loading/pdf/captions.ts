import { isCaptionLine } from '../caption-line.ts';
import type { Box } from './box.ts';
import type { Paragraph } from './paragraphs.ts';

const CONTINUED = /[（(]?\s*(?:续表?|continued|cont[’'.]?d?)\s*[)）]?/gi;

const isCaption = (part: Paragraph | Box | undefined): part is Paragraph =>
  part !== undefined && 'text' in part && isCaptionLine(part.text);

/** Gives each table the caption that stands right above it, else right below. */
export function withCaptions(parts: Array<Paragraph | Box>): Array<Paragraph | Box> {
  const taken = new Set<Paragraph>();
  parts.forEach((part, i) => {
    if ('text' in part) return;
    const [above, below] = [parts[i - 1], parts[i + 1]];
    const own = [above, below].find((one) => isCaption(one) && !taken.has(one));
    if (!isCaption(own)) return;
    taken.add(own);
    part.caption = part.caption && part.caption !== own.text ? `${own.text} ${part.caption}` : own.text;
  });
  return parts.filter((part) => !('text' in part && taken.has(part)));
}

const NEAR = 6;

/** The columns of both begin or end at the same places; one page's margin may differ from the next one's. */
function sameColumns(before: Box, next: Box): boolean {
  const shift = (next.columns[0]?.[0] ?? 0) - (before.columns[0]?.[0] ?? 0);
  return (
    before.columns.length === next.columns.length &&
    before.columns.every(([x0, x1], i) => {
      const [other0 = 0, other1 = 0] = next.columns[i] ?? [];
      const [left, right] = [other0 - shift - x0, other1 - shift - x1];
      return Math.abs(left) < NEAR || Math.abs(right) < NEAR || Math.abs(left + right) < NEAR;
    })
  );
}

const hasNumber = (cell: string | undefined) => /\d/.test(cell ?? '');

/** A row without numbers in columns that are full of them names the columns. */
function isHead(row: string[], body: string[][]): boolean {
  const numeric = row.flatMap((_, c) => (body.filter((one) => hasNumber(one[c])).length * 2 > body.length ? [c] : []));
  return numeric.length > 0 && numeric.every((c) => !hasNumber(row[c]));
}

/** Whether a page's first row is the rest of cells that the page before cut: each goes on in the middle of a sentence. */
const isRest = (row: string[], above: string[]): boolean =>
  row[0] === '' &&
  row.some(Boolean) &&
  row.every(
    (cell, c) => cell === '' || (/^[\p{Ll}\p{Script=Han}]/u.test(cell) && /[^.。!！?？\s]$/u.test(above[c] ?? '')),
  );

const joined = (above: string, below: string) =>
  above + (below === '' || /^\p{Script=Han}/u.test(below) ? '' : ' ') + below;

/** A cell over rows that a page cuts says on the next page what it said before: the first column of a drawn grid. */
function carryOver(before: Box, next: Box): void {
  const merges = [before, next].some(({ rows }) => rows.some((row, r) => row[0] !== '' && row[0] === rows[r + 1]?.[0]));
  const name = before.rows.at(-1)?.[0] ?? '';
  if (!merges || name === '') return;
  for (const row of next.rows.slice(1)) {
    if (row[0] !== '' || row.filter(Boolean).length * 2 < row.length) break;
    row[0] = name;
  }
}

/**
 * A table at the top of a page goes on from the one that ended the page before when it has its columns; it gets the
 * header and the caption if it does not repeat them.
 */
export function continueTable(before: Box | undefined, next: Box): void {
  if (!before || !sameColumns(before, next)) return;
  const own = next.caption?.replace(CONTINUED, '').trim();
  if (own && before.caption && own !== before.caption && !before.caption.startsWith(own)) return;
  const [above, rest] = [before.rows.at(-1), next.rows[0]];
  if (above && rest && next.rows.length > 1 && isRest(rest, above)) {
    before.rows[before.rows.length - 1] = above.map((cell, c) => joined(cell, rest[c] ?? ''));
    next.rows.shift();
  }
  const [head = [], ...body] = before.rows;
  const first = next.rows[0] ?? [];
  if (head.join('|') !== first.join('|')) {
    if (isHead(first, [...body, ...next.rows.slice(1)])) return;
    next.rows.unshift(head);
  }
  carryOver(before, next);
  if (before.caption) next.caption = before.caption;
}
